package org.bellwether.alert.channel;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which destinations a post may go to: https and a public address, unless the operator allows a host or a network. Pure
 * but for what it is asked about; the transport asks it for the URL and again for every resolved address.
 */
public final class DestinationGuard {

    /** Where Slack's incoming webhooks are. */
    private static final Set<String> SLACK_HOSTS = Set.of("hooks.slack.com", "hooks.slack-gov.com");

    private static final String WAY_OUT = "; the operator can allow it with bellwether.delivery.allow";

    private final Set<String> allowedHosts;
    private final List<Network> allowedNetworks;

    /**
     * @param allowed host names, addresses and CIDR networks
     * @throws IllegalArgumentException when an entry with a slash is not a network
     */
    public DestinationGuard(List<String> allowed) {
        this.allowedNetworks =
                allowed.stream().filter(Network::looksLike).map(Network::parse).toList();
        this.allowedHosts = Set.copyOf(allowed.stream()
                .filter(entry -> !Network.looksLike(entry))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .toList());
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
        if (Network.isLiteral(host)) {
            judge(host, Network.address(host));
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
    public void admit(String host, InetAddress... addresses) throws ForbiddenDestinationException {
        for (InetAddress address : addresses) {
            judge(host.toLowerCase(Locale.ROOT), address);
        }
    }

    private void judge(String host, InetAddress address) throws ForbiddenDestinationException {
        boolean allowed =
                allowedHosts.contains(host) || allowedNetworks.stream().anyMatch(network -> network.contains(address));
        if (!allowed && !PublicAddress.is(address)) {
            throw new ForbiddenDestinationException("the host is not at a public address" + WAY_OUT);
        }
    }

    private boolean isAllowed(String host) {
        boolean allowedAddress = Network.isLiteral(host)
                && allowedNetworks.stream().anyMatch(network -> network.contains(Network.address(host)));
        return allowedAddress || allowedHosts.contains(host);
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
        checkLiteral(bare);
        return bare.toLowerCase(Locale.ROOT);
    }

    private static void checkLiteral(String host) throws ForbiddenDestinationException {
        if (Network.isLiteral(host)) {
            try {
                Network.address(host);
            } catch (IllegalArgumentException e) {
                throw new ForbiddenDestinationException("is not a URL: no such address");
            }
        }
    }
}
