package org.bellwether.ingest.parse;

import static org.bellwether.ingest.parse.Namespaces.ATOM;
import static org.bellwether.ingest.parse.Namespaces.RSS;
import static org.bellwether.ingest.parse.Namespaces.SYNDICATION;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says to programs of how it wants to be read.
 *
 * @param ttl how long it may be kept (RSS 2.0, {@code ttl}, in minutes there)
 * @param updatePeriod how often it is updated (RSS 1.0 syndication module: the period divided by the frequency)
 * @param hubs absolute addresses of WebSub hubs (W3C WebSub, section 4)
 * @param self the address that the hubs know the feed by
 */
public record Hints(
        @Nullable Duration ttl,
        @Nullable Duration updatePeriod,
        List<String> hubs,
        @Nullable String self) {

    /** It says nothing. */
    public static final Hints NONE = new Hints(null, null, List.of(), null);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");
    private static final Map<String, Duration> PERIODS = Map.of(
            "hourly", Duration.ofHours(1),
            "daily", Duration.ofDays(1),
            "weekly", Duration.ofDays(7),
            "monthly", Duration.ofDays(30),
            "yearly", Duration.ofDays(365));

    public Hints {
        hubs = List.copyOf(hubs);
    }

    static Hints of(Node root) {
        Node channel = RssReader.channel(root);
        String ttl = channel.childText(RSS, "ttl");
        return new Hints(
                isNumber(ttl) ? Duration.ofMinutes(Long.parseLong(ttl)) : null,
                updatePeriod(channel),
                addresses(channel, "hub"),
                addresses(channel, "self").stream().findFirst().orElse(null));
    }

    static Hints of(JsonNode root, @Nullable String base) {
        List<String> hubs = StreamSupport.stream(root.path("hubs").spliterator(), false)
                .filter(hub -> hub.path("type").asText().equalsIgnoreCase("WebSub"))
                .map(hub -> Urls.resolve(base, hub.path("url").asText()))
                .filter(Urls::isWeb)
                .toList();
        String self = Urls.resolve(base, root.path("feed_url").asText());
        return new Hints(null, null, hubs, Urls.isWeb(self) ? self : null);
    }

    private static @Nullable Duration updatePeriod(Node channel) {
        @Nullable
        Duration period =
                PERIODS.get(channel.childText(SYNDICATION, "updateperiod").toLowerCase(Locale.ROOT));
        String frequency = channel.childText(SYNDICATION, "updatefrequency");
        boolean several = isNumber(frequency) && Long.parseLong(frequency) > 1;
        return period == null || !several ? period : period.dividedBy(Long.parseLong(frequency));
    }

    /** Feeds without the declaration of Atom's namespace have their links in the feed's own. */
    private static List<String> addresses(Node channel, String relation) {
        return channel.children().stream()
                .filter(node -> node.is(ATOM, "link") || node.is(channel.namespace(), "link"))
                .filter(link -> link.attribute("rel").equalsIgnoreCase(relation))
                .map(link -> Urls.resolve(link.base(), link.attribute("href")))
                .filter(Urls::isWeb)
                .toList();
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
