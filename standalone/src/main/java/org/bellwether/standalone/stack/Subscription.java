package org.bellwether.standalone.stack;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A subscription given at start: {@code email:address}, {@code slack:url} or {@code webhook:url}.
 *
 * @param channel where to
 * @param target address or URL
 */
public record Subscription(Channel channel, String target) {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,<>]+@[^@\\s,<>]+");

    /** By what way a subscriber is told. */
    public enum Channel {
        EMAIL,
        SLACK,
        WEBHOOK
    }

    /** Reads what stands on the command line. */
    public static Subscription parse(String text) {
        int colon = text.indexOf(':');
        String channel = colon < 0 ? "" : text.substring(0, colon);
        String target = text.substring(colon + 1).strip();
        return switch (channel) {
            case "email" -> new Subscription(Channel.EMAIL, address(text, target));
            case "slack" -> new Subscription(Channel.SLACK, url(text, target));
            case "webhook" -> new Subscription(Channel.WEBHOOK, url(text, target));
            default ->
                throw new Refusal("--subscribe " + text
                        + ": must begin with email:, slack: or webhook:, as in email:desk@example.org");
        };
    }

    private static String address(String text, String target) {
        if (!ADDRESS.matcher(target).matches()) {
            throw new Refusal("--subscribe " + text + ": not a mail address");
        }
        return target;
    }

    private static String url(String text, String target) {
        try {
            URI uri = new URI(target);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null) {
                return target;
            }
        } catch (URISyntaxException e) {
            throw new Refusal("--subscribe " + text + ": not a URL (" + e.getReason() + ")", e);
        }
        throw new Refusal("--subscribe " + text + ": not an http or https URL");
    }

    /** The host that posts go to; none for mail. */
    Optional<String> host() {
        return channel == Channel.EMAIL
                ? Optional.empty()
                : Optional.of(URI.create(target).getHost());
    }

    @Override
    public String toString() {
        return channel.name().toLowerCase(Locale.ROOT) + ":" + target;
    }
}
