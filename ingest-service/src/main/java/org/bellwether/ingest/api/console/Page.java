package org.bellwether.ingest.api.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every page needs.
 *
 * @param words in the language of who looks
 * @param title of the page
 * @param path it stands at
 */
public record Page(Words words, String title, String path) {

    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    public String lang() {
        return words.lang();
    }

    /** The language one can switch to. */
    public String otherLang() {
        return words.lang().equals("en") ? "ko" : "en";
    }

    /** The fixed words by key. */
    public Map<String, String> w() {
        return words.byKey();
    }

    /** What a state is called. */
    public String state(String state) {
        return words.byKey().getOrDefault("state_" + state, state);
    }

    /** What a member is called. */
    public String member(String name) {
        return words.of("member_" + name.replace('.', '_'));
    }

    /** What came of an outline. */
    public String result(String result) {
        return words.of(result.equals("already-there") ? "result_there" : "result_" + result);
    }

    /** A time as people read it; nothing where there is none. */
    public String time(@Nullable Instant time) {
        return time == null ? "" : FULL.format(time);
    }
}
