package org.bellwether.ingest.item;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.events.TextField;
import org.bellwether.ingest.item.Wording.Relation;
import org.jspecify.annotations.Nullable;

/** Whether an entry is published, and why (not). */
public sealed interface Revision {

    /** A headline that comes back is a correction once; after that, no more often than this. */
    Duration CALM = Duration.ofDays(1);

    /** What another feed must have more of a text to be worth a version, in what is compared of it. */
    int MUCH_MORE_CHARS = 40;

    /** Why, for people. */
    String reason();

    /**
     * It is news.
     *
     * @param changed what reads otherwise than in the version before; null in a first one, and where nobody can tell
     */
    record Publish(int version, String reason, @Nullable List<TextField> changed) implements Revision {}

    /** It is not. */
    record Skip(String reason) implements Revision {}

    /**
     * An entry as it is read.
     *
     * @param feedId of the feed it stands in
     * @param owner of that feed
     * @param contentHash of its title and text
     */
    record Reading(String feedId, String owner, String contentHash, Wording wording, Instant at) {}

    /**
     * Judges an entry by what is remembered of its item. Two feeds that carry one item often word it differently; only
     * the first may correct it, or they would correct each other at every poll. Another feed of the same owner may
     * publish more of the text.
     */
    static Revision judge(@Nullable SeenItem seen, Reading reading) {
        if (seen == null) {
            return new Publish(1, "not seen before", null);
        }
        int version = seen.version();
        boolean same = seen.says(reading.contentHash());
        if (seen.pending()) {
            return same
                    ? new Publish(
                            version,
                            "version " + version + " was perhaps not published",
                            seen.edition().changed())
                    : new Publish(
                            version + 1,
                            "reads otherwise than version " + version + ", which was perhaps not published",
                            changes(seen, reading));
        }
        if (same) {
            return new Skip("version " + version + " reads the same");
        }
        return seen.feedId().equals(reading.feedId()) ? ofItsFeed(seen, reading) : ofAnotherFeed(seen, reading);
    }

    private static Revision ofItsFeed(SeenItem seen, Reading reading) {
        int version = seen.version();
        @Nullable List<TextField> changed = changes(seen, reading);
        if (changed == null) {
            return new Publish(version + 1, "title or text changed since version " + version, null);
        }
        if (changed.isEmpty()) {
            return new Skip("only signs, spaces or counters differ from version " + version);
        }
        Wording before = seen.edition().wording();
        Relation relation = before.relationOf(reading.wording());
        if (before.hasTitleOf(reading.wording()) && relation == Relation.SHORTER) {
            return new Skip("shows only the beginning of version " + version);
        }
        long times = seen.edition().timesRead(reading.wording());
        if (times > 1 && reading.at().isBefore(seen.edition().at().plus(CALM))) {
            return new Skip("goes back and forth; version " + version + " is less than a day old");
        }
        return new Publish(version + 1, words(changed, relation, times > 0) + " since version " + version, changed);
    }

    private static Revision ofAnotherFeed(SeenItem seen, Reading reading) {
        Wording before = seen.edition().wording();
        boolean more = seen.owner().equals(reading.owner())
                && before.hasTitleOf(reading.wording())
                && before.relationOf(reading.wording()) == Relation.LONGER
                && reading.wording().length() >= before.length() + MUCH_MORE_CHARS;
        return more
                ? new Publish(
                        seen.version() + 1,
                        reading.feedId() + " has more of the text than version " + seen.version(),
                        List.of(TextField.TEXT))
                : new Skip("carried first by " + seen.feedId());
    }

    private static String words(List<TextField> changed, Relation relation, boolean again) {
        if (again) {
            return "reads again as an earlier version did, changed";
        }
        if (changed.size() > 1) {
            return "title and text changed";
        }
        return changed.contains(TextField.TITLE)
                ? "title changed"
                : relation == Relation.LONGER ? "the text goes on longer" : "text changed";
    }

    private static @Nullable List<TextField> changes(SeenItem seen, Reading reading) {
        Wording before = seen.edition().wording();
        if (!before.isKnown()) {
            return null;
        }
        List<TextField> changed = new ArrayList<>();
        if (!before.hasTitleOf(reading.wording())) {
            changed.add(TextField.TITLE);
        }
        Relation relation = before.relationOf(reading.wording());
        boolean teaser = relation == Relation.SHORTER && !changed.isEmpty();
        if (relation != Relation.SAME && !teaser) {
            changed.add(TextField.TEXT);
        }
        return changed;
    }
}
