package org.bellwether.standalone.demo;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The script being played: what is out by the clock, and what comes next. */
final class Week {
    /** As many as a publisher keeps in a feed; no feed of the script has more. */
    static final int FEED_LENGTH = 40;

    private final Script script;
    private final InstantSource clock;
    private final Instant start;
    private final URI server;

    Week(Script script, InstantSource clock, URI server) {
        this.script = script;
        this.clock = clock;
        this.start = clock.instant();
        this.server = server;
    }

    List<DemoFeed> feeds() {
        return script.feeds();
    }

    Optional<DemoFeed> feed(String id) {
        return script.feeds().stream().filter(feed -> feed.id().equals(id)).findFirst();
    }

    URI server() {
        return server;
    }

    Instant start() {
        return start;
    }

    Instant now() {
        return clock.instant();
    }

    /** What stands in a feed now, newest first. */
    List<Entry> entries(DemoFeed feed) {
        Instant now = now();
        return script.items().stream()
                .filter(item -> item.feed().equals(feed.id()))
                .flatMap(item -> entry(item, now).stream())
                .sorted(Comparator.comparing(Entry::published).reversed())
                .limit(FEED_LENGTH)
                .toList();
    }

    /** A published story by its key. */
    Optional<Entry> article(String key) {
        Instant now = now();
        return script.items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .flatMap(item -> entry(item, now));
    }

    /** When the next story or correction appears, unless all has been told. */
    Optional<Instant> next() {
        Instant now = now();
        return script.items().stream()
                .flatMap(item -> item.editions().stream())
                .map(edition -> edition.at().from(start))
                .filter(at -> at.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    /** How many stories are still to come. */
    long pending() {
        Instant now = now();
        return script.items().stream()
                .filter(item -> item.current(start, now).isEmpty())
                .count();
    }

    private Optional<Entry> entry(DemoItem item, Instant now) {
        return item.current(start, now)
                .map(edition -> new Entry(
                        "tag:" + item.feed() + ".example,2026:" + item.key(),
                        item.feed(),
                        server.resolve("/articles/" + item.key()),
                        edition.title(),
                        edition.text(),
                        item.author(),
                        item.first().at().from(start),
                        edition.at().from(start)));
    }
}
