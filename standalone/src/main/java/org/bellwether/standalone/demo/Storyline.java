package org.bellwether.standalone.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A storyline file as written: its items, some of them given only as copies of a wire story. */
record Storyline(List<Line> items) {

    Storyline {
        Written.required("items", items);
        items = List.copyOf(items);
    }

    /**
     * One item as written.
     *
     * @param copyOf key of an item in the same file, whose title and text stand unless said otherwise here
     * @param replace small edits of the copied text: what stood there, and what stands there now
     * @param corrections later editions under the same identity
     */
    record Line(
            String key,
            String feed,
            Moment at,
            @Nullable String title,
            @Nullable String text,
            @Nullable String author,
            @Nullable String copyOf,
            @Nullable Map<String, String> replace,
            @Nullable List<Correction> corrections) {

        Line {
            Written.required("key", key);
            Written.required("feed", feed);
            Written.required("at", at);
            if (copyOf == null) {
                Written.required("title", title);
                Written.required("text", text);
            }
            if (!key.matches("[a-z0-9-]+")) {
                throw new IllegalArgumentException("key '" + key + "' has other characters than a-z, 0-9 and -");
            }
        }

        Map<String, String> edits() {
            return replace == null ? Map.of() : replace;
        }

        List<Correction> later() {
            return corrections == null ? List.of() : corrections;
        }
    }

    /** What replaces title and text from a moment on. */
    record Correction(Moment at, String title, String text) {
        Correction {
            Written.required("at", at);
            Written.required("title", title);
            Written.required("text", text);
        }
    }
}
