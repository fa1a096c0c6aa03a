package org.bellwether.ingest.item;

import java.util.Date;
import java.util.List;
import org.bson.Document;

/** How the store keeps a {@link SeenItem}; that it is pending is told by where it is kept. */
final class SeenItemForm {

    static final String ID = "_id";
    static final String LAST_SEEN = "lastSeen";

    private SeenItemForm() {}

    static Document write(SeenItem item) {
        return new Document(ID, item.id())
                .append("feed", item.feedId())
                .append("version", item.version())
                .append("hash", item.contentHash())
                .append("published", Date.from(item.published()))
                .append("backlog", item.backlog())
                .append("standsInFor", item.standsInFor())
                .append(LAST_SEEN, Date.from(item.lastSeen()));
    }

    static SeenItem read(Document document) {
        return new SeenItem(
                document.getString(ID),
                document.getString("feed"),
                document.getInteger("version"),
                document.getString("hash"),
                document.getDate("published").toInstant(),
                document.getBoolean("backlog", false),
                document.getList("standsInFor", String.class, List.of()),
                false,
                document.getDate(LAST_SEEN).toInstant());
    }
}
