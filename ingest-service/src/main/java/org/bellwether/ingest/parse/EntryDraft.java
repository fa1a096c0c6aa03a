package org.bellwether.ingest.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as its format states it, before dates are judged and texts made safe.
 *
 * @param published the dates that may tell, the best first; as stated
 * @param updated likewise
 */
record EntryDraft(
        String id,
        String title,
        String link,
        @Nullable StatedText summary,
        @Nullable StatedText content,
        String author,
        List<String> published,
        List<String> updated,
        @Nullable String language) {}
