package org.bellwether.ingest.item;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bellwether.events.TextField;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How the store keeps a {@link SeenItem}; that it is pending is told by where it is kept. A release that knew less of an
 * item wrote fewer members.
 */
final class SeenItemForm {

    static final String ID = "_id";
    static final String LAST_SEEN = "lastSeen";
    static final String FEED = "feed";

    private static final String OWNER = "owner";
    private static final String WORDING = "wording";
    private static final String CHANGED = "changed";
    private static final String AT = "at";
    private static final String EARLIER = "earlier";
    private static final String PUBLISHED = "published";

    private static final String BETWEEN = ":";
    private static final String CUT = "cut";

    private SeenItemForm() {}

    static Document write(SeenItem item) {
        Edition edition = item.edition();
        Document document = new Document(ID, item.id())
                .append(FEED, item.feedId())
                .append(OWNER, item.owner())
                .append("version", edition.version())
                .append("hash", edition.contentHash())
                .append(PUBLISHED, Date.from(item.published()))
                .append("backlog", item.backlog())
                .append(AT, Date.from(edition.at()))
                .append(LAST_SEEN, Date.from(item.lastSeen()));
        if (edition.wording().isKnown()) {
            document.append(WORDING, write(edition.wording()));
        }
        if (edition.changed() != null) {
            document.append(
                    CHANGED,
                    edition.changed().stream()
                            .map(field -> field.name().toLowerCase(Locale.ROOT))
                            .toList());
        }
        if (!edition.earlier().isEmpty()) {
            document.append(EARLIER, edition.earlier());
        }
        return document;
    }

    static SeenItem read(Document document) {
        return new SeenItem(
                document.getString(ID),
                document.getString(FEED),
                document.get(OWNER, ""),
                edition(document),
                document.getDate(PUBLISHED).toInstant(),
                document.getBoolean("backlog", false),
                false,
                document.getDate(LAST_SEEN).toInstant());
    }

    private static Edition edition(Document document) {
        Instant at = document.get(AT, document.getDate(PUBLISHED)).toInstant();
        @Nullable String wording = document.getString(WORDING);
        return new Edition(
                document.getInteger("version"),
                document.getString("hash"),
                wording == null ? Wording.UNKNOWN : wording(wording),
                changed(document),
                at,
                document.getList(EARLIER, String.class, List.of()));
    }

    private static @Nullable List<TextField> changed(Document document) {
        @Nullable List<String> changed = document.getList(CHANGED, String.class);
        return changed == null
                ? null
                : changed.stream()
                        .map(field -> TextField.valueOf(field.toUpperCase(Locale.ROOT)))
                        .toList();
    }

    /** In one member: the store pays for each. */
    private static String write(Wording wording) {
        return String.join(
                BETWEEN,
                wording.title(),
                wording.text(),
                Integer.toString(wording.length()),
                wording.cut() ? CUT : "",
                wording.starts());
    }

    private static Wording wording(String written) {
        String[] parts = written.split(BETWEEN, -1);
        return new Wording(parts[0], parts[1], Integer.parseInt(parts[2]), parts[4], parts[3].equals(CUT));
    }
}
