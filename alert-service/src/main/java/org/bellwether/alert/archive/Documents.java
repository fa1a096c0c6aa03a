package org.bellwether.alert.archive;

import java.nio.charset.StandardCharsets;
import org.bellwether.messaging.EventJson;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** A record as the sub-document {@code record}, in the very form it has on its topic. */
final class Documents {

    static final String ID = "_id";
    static final String RECORD = "record";

    /** Plain numbers instead of the store's own types, so that the record's reader understands them. */
    private static final JsonWriterSettings PLAIN =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

    private Documents() {}

    /**
     * For the store.
     *
     * @throws UnstorableException when it cannot hold a number of the record
     */
    static Document of(String id, Object record) {
        String json = new String(EventJson.write(record), StandardCharsets.UTF_8);
        StoreLimits.check(json);
        return new Document(ID, id).append(RECORD, Document.parse(json));
    }

    static <T> T read(Document stored, Class<T> type) {
        String json = stored.get(RECORD, Document.class).toJson(PLAIN);
        return EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
