package org.bellwether.alert.channel;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bellwether.egress.AddressGate;
import org.bellwether.egress.AddressPolicy;
import org.bellwether.egress.Cidr;

/**
 * Which destinations a post may go to: https and an address of {@link AddressPolicy}'s, unless the operator allows the
 * host. The transport asks it for the URL and again for every resolved address. Refusals say nothing of what a name
 * resolved to: the reader who gave it would learn of the network here.
 */
public final class DestinationGuard implements AddressGate {

    /** Where Slack's incoming webhooks are. */
    private static final Set<String> SLACK_HOSTS = Set.of("hooks.slack.com", "hooks.slack-gov.com");

    private static final String WAY_OUT = "; the operator can allow it with bellwether.delivery.allow";

    // Wider than what addresses look like: 2130706433 is one too, to whatever connects.
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final Set<String> allowedHosts;
    private final List<Cidr> allowedNetworks;
    private final AddressPolicy policy;

    /**
     * @param allowed host names, addresses and CIDR networks
     * @throws IllegalArgumentException when an entry with a slash is not a network
     */
    public DestinationGuard(List<String> allowed) {
        this.allowedNetworks = allowed.stream()
                .filter(DestinationGuard::isNetwork)
                .map(DestinationGuard::network)
                .toList();
        this.allowedHosts = allowed.stream()
                .filter(entry -> !isNetwork(entry))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.policy = new AddressPolicy(allowedNetworks);
    }

    /**
     * Judges a URL by what is written in it.
     *
     * @throws ForbiddenDestinationException with reason and way out
     */
    public URI admit(String address) throws ForbiddenDestinationException {
        URI uri = parse(address);
        String host = host(uri);
        boolean https = "https".equalsIgnoreCase(uri.getScheme());
        boolean http = "http".equalsIgnoreCase(uri.getScheme());
        if (!https && !(http && isAllowed(host))) {
            throw new ForbiddenDestinationException("must be an https URL" + (http ? WAY_OUT : ""));
        }
        if (uri.getUserInfo() != null) {
            throw new ForbiddenDestinationException("must not carry a user name or password");
        }
        if (isLiteral(host)) {
            judge(host, address(host));
        }
        return uri;
    }

    /**
     * Judges a Slack webhook by its URL: only Slack's own host unless the operator allows another.
     *
     * @throws ForbiddenDestinationException with reason and way out
     */
    public URI admitSlack(String address) throws ForbiddenDestinationException {
        URI uri = admit(address);
        String host = host(uri);
        if (!SLACK_HOSTS.contains(host) && !isAllowed(host)) {
            throw new ForbiddenDestinationException("a Slack webhook is at https://hooks.slack.com/" + WAY_OUT);
        }
        return uri;
    }

    /**
     * Judges what a name resolved to: one address out of bounds and none is used.
     *
     * @throws ForbiddenDestinationException with reason and way out
     */
    @Override
    public InetAddress[] admit(String host, InetAddress... addresses) throws ForbiddenDestinationException {
        for (InetAddress address : addresses) {
            judge(host.toLowerCase(Locale.ROOT), address);
        }
        return addresses;
    }

    private void judge(String host, InetAddress address) throws ForbiddenDestinationException {
        if (!allowedHosts.contains(host) && !policy.judge(address).allowed()) {
            throw new ForbiddenDestinationException("the host is not at a public address" + WAY_OUT);
        }
    }

    private boolean isAllowed(String host) throws ForbiddenDestinationException {
        if (allowedHosts.contains(host)) {
            return true;
        }
        if (!isLiteral(host)) {
            return false;
        }
        InetAddress address = address(host);
        return allowedNetworks.stream().anyMatch(network -> network.contains(address));
    }

    private static URI parse(String address) throws ForbiddenDestinationException {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw new ForbiddenDestinationException("is not a URL: " + e.getReason());
        }
    }

    private static String host(URI uri) throws ForbiddenDestinationException {
        String host = uri.getHost();
        if (host == null) {
            throw new ForbiddenDestinationException("must be an absolute https URL with a host");
        }
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return bare.toLowerCase(Locale.ROOT);
    }

    private static boolean isNetwork(String entry) {
        return entry.contains("/") || isLiteral(entry.strip());
    }

    private static Cidr network(String entry) {
        try {
            return Cidr.parse(entry);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("bellwether.delivery.allow: " + e.getMessage(), e);
        }
    }

    private static boolean isLiteral(String host) {
        return LITERAL.matcher(host).matches();
    }

    /** Of a literal, for which nobody is asked. */
    private static InetAddress address(String literal) throws ForbiddenDestinationException {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new ForbiddenDestinationException("is not a URL: no such address");
        }
    }
}
