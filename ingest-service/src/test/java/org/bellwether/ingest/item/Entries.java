package org.bellwether.ingest.item;

import java.time.Instant;
import org.bellwether.events.DateProvenance;
import org.bellwether.ingest.parse.ParsedEntry;

/** Entries for tests of this package. */
final class Entries {
    private Entries() {}

    static ParsedEntry entry(String guid, String link, String title) {
        return entry(guid, link, title, "text", null);
    }

    static ParsedEntry entry(String guid, String link, String title, String text, Instant published) {
        DateProvenance provenance = published == null ? DateProvenance.FIRST_SEEN : DateProvenance.STATED;
        return new ParsedEntry(guid, title, link, null, null, null, published, provenance, null, null, text);
    }

    static ParsedEntry updated(ParsedEntry entry, Instant updated) {
        return new ParsedEntry(
                entry.id(),
                entry.title(),
                entry.link(),
                null,
                null,
                null,
                entry.published(),
                entry.publishedProvenance(),
                updated,
                null,
                entry.text());
    }
}
