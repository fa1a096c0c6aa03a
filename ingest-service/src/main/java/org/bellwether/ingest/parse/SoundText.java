package org.bellwether.ingest.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out what may stand in no text that is passed on as JSON or XML (XML 1.0 §2.2): control characters, noncharacters and halves of
 * surrogate pairs. No document can hold them, but a reference in the HTML of an entry, an escape in JSON or a text that is cut can make one.
 */
final class SoundText {

    private SoundText() {}

    static ParseResult of(ParseResult result) {
        if (result instanceof ParsedFeed feed) {
            List<ParsedEntry> entries =
                    feed.entries().stream().map(SoundText::entry).toList();
            List<Problem> problems = feed.problems().stream()
                    .map(problem -> new Problem(problem.severity(), problem.code(), of(problem.message())))
                    .toList();
            List<Repair> repairs = feed.repairs().stream()
                    .map(repair -> new Repair(repair.code(), of(repair.message()), repair.line()))
                    .toList();
            return new ParsedFeed(feed.format(), info(feed.feed()), entries, repairs, problems, feed.hints());
        }
        Unreadable refused = (Unreadable) result;
        return new Unreadable(refused.code(), of(refused.message()), of(refused.seems()));
    }

    private static FeedInfo info(FeedInfo feed) {
        return new FeedInfo(
                orNull(feed.title()),
                orNull(feed.link()),
                orNull(feed.id()),
                orNull(feed.description()),
                orNull(feed.language()),
                orNull(feed.author()),
                feed.updated());
    }

    private static ParsedEntry entry(ParsedEntry entry) {
        return new ParsedEntry(
                orNull(entry.id()),
                of(entry.title()),
                orNull(entry.link()),
                orNull(entry.summary()),
                orNull(entry.content()),
                orNull(entry.author()),
                entry.published(),
                entry.publishedProvenance(),
                entry.updated(),
                orNull(entry.language()),
                of(entry.text()));
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : Reading.orNull(of(text));
    }

    /** The text itself where all of it is sound, which is nearly always. */
    static String of(String text) {
        int at = soundUpTo(text);
        if (at == text.length()) {
            return text;
        }
        StringBuilder sound = new StringBuilder(text.length()).append(text, 0, at);
        text.codePoints()
                .skip(text.codePointCount(0, at))
                .filter(SoundText::isSound)
                .forEach(sound::appendCodePoint);
        return sound.toString().strip();
    }

    private static int soundUpTo(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < Character.MIN_SURROGATE) {
                continue;
            }
            int point = text.codePointAt(i);
            if (!isSound(point)) {
                return i;
            }
            i += Character.charCount(point) - 1;
        }
        return text.length();
    }

    private static boolean isSound(int c) {
        return c >= ' '
                ? (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF
                : c == '\t' || c == '\n' || c == '\r';
    }
}
