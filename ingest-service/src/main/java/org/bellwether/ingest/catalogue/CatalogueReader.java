package org.bellwether.ingest.catalogue;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.bellwether.settings.Setting;
import org.bellwether.settings.YamlFile;
import org.jspecify.annotations.Nullable;

/** Reads a catalogue file as a whole. */
public final class CatalogueReader {

    private final Map<String, Integer> lineOfId = new HashMap<>();

    private CatalogueReader() {}

    /**
     * Reads and checks all of it.
     *
     * @param file name to tell faults with
     * @param yaml its text
     * @throws org.bellwether.settings.RefusedFileException with every fault
     */
    public static Catalogue read(String file, String yaml) {
        return YamlFile.read(file, yaml, new CatalogueReader()::catalogue);
    }

    private Catalogue catalogue(Setting root) {
        if (!root.hasMembers()) {
            throw root.refuse("must hold a list under feeds:");
        }
        root.allow("feeds");
        return new Catalogue(root.required("feeds", this::feeds).orElseThrow(Setting::told));
    }

    private List<Feed> feeds(Setting list) {
        if (list.size() == 0) {
            throw list.refuse("must be a list of at least one feed");
        }
        return list.each(this::feed);
    }

    private Feed feed(Setting feed) {
        if (!feed.hasMembers()) {
            throw feed.refuse("must be a feed with at least id and url");
        }
        feed.allow(
                "id",
                "name",
                "url",
                "language",
                "kind",
                "publisher",
                "owner",
                "country",
                "zone",
                "enabled",
                "reason",
                "group",
                "interval");
        Optional<String> id = feed.required("id", given -> unique(given, feed.line()));
        Optional<URI> url = feed.required("url", given -> given.as(FeedValues::url));
        String name = feed.optional("name", Setting::text).or(() -> id).orElse("");
        Optional<String> language = feed.optional("language", given -> given.as(FeedValues::language));
        Publisher publisher = publisher(feed, name);
        Optional<ZoneId> zone = feed.optional("zone", given -> given.as(FeedValues::zone));
        Optional<Boolean> enabled = feed.optional("enabled", Setting::flag);
        Optional<String> reason = feed.optional("reason", Setting::text);
        Optional<String> group = feed.optional("group", Setting::text);
        Optional<Duration> interval = feed.optional("interval", given -> given.as(FeedValues::interval));
        return new Feed(
                id.orElseThrow(Setting::told),
                name,
                url.orElseThrow(Setting::told),
                language.orElse("und"),
                publisher,
                zone.orElse(ZoneOffset.UTC),
                enabled.orElse(true),
                reason.orElse(null),
                group.orElse(null),
                interval.orElse(null));
    }

    private static Publisher publisher(Setting feed, String name) {
        String speaker = feed.optional("publisher", Setting::text).orElse(name);
        return new Publisher(
                speaker,
                feed.optional("owner", given -> given.as(FeedValues::slug)).orElseGet(() -> FeedValues.slugOf(speaker)),
                feed.optional("kind", given -> given.as(FeedValues::kind)).orElse(SourceKind.NEWS),
                feed.optional("country", given -> given.as(FeedValues::country)).orElse(FeedValues.UNKNOWN_COUNTRY));
    }

    private String unique(Setting given, int lineOfFeed) {
        String id = given.as(FeedValues::slug);
        @Nullable Integer first = lineOfId.putIfAbsent(id, lineOfFeed);
        if (first != null) {
            throw given.refuse("\"" + id + "\" is already the id of the feed in line " + first);
        }
        return id;
    }
}
