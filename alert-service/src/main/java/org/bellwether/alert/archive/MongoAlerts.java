package org.bellwether.alert.archive;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bellwether.events.Alert;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Every transition of every indicator, and who acknowledged it. */
public final class MongoAlerts {

    static final String COLLECTION = "alerts";
    static final String INDICATOR = "indicatorId";
    static final String ISSUES = "issues";
    static final String DETECTED_AT = "detectedAt";
    static final String ACKNOWLEDGEMENT = "acknowledgement";

    private final MongoCollection<Document> alerts;

    public MongoAlerts(MongoDatabase database) {
        this.alerts = database.getCollection(COLLECTION);
    }

    /** Latest detected first. */
    public List<ArchivedAlert> latest(AlertQuery query) {
        return alerts.find(filter(query))
                .sort(Sorts.descending(DETECTED_AT, Documents.ID))
                .limit(query.limit())
                .map(MongoAlerts::read)
                .into(new ArrayList<>());
    }

    public Optional<ArchivedAlert> byId(String alertId) {
        return Optional.ofNullable(
                        alerts.find(Filters.eq(Documents.ID, alertId)).first())
                .map(MongoAlerts::read);
    }

    /** Whether that indicator ever did anything. */
    public boolean isThereOneOf(String indicatorId) {
        return alerts.find(Filters.eq(INDICATOR, indicatorId)).first() != null;
    }

    /** Notes who takes care; the first acknowledgement stays. Empty when there is no such alert. */
    public Optional<ArchivedAlert> acknowledge(String alertId, Acknowledgement acknowledgement) {
        Document stored = new Document("by", acknowledgement.by()).append("at", Date.from(acknowledgement.at()));
        if (acknowledgement.note() != null) {
            stored.append("note", acknowledgement.note());
        }
        alerts.updateOne(
                Filters.and(Filters.eq(Documents.ID, alertId), Filters.exists(ACKNOWLEDGEMENT, false)),
                Updates.set(ACKNOWLEDGEMENT, stored));
        return byId(alertId);
    }

    private static Bson filter(AlertQuery query) {
        List<Bson> all = new ArrayList<>();
        if (query.indicator() != null) {
            all.add(Filters.eq(INDICATOR, query.indicator()));
        }
        if (query.issue() != null) {
            all.add(Filters.eq(ISSUES, query.issue()));
        }
        if (query.from() != null) {
            all.add(Filters.gte(DETECTED_AT, Date.from(query.from())));
        }
        if (query.to() != null) {
            all.add(Filters.lt(DETECTED_AT, Date.from(query.to())));
        }
        return all.isEmpty() ? Filters.empty() : Filters.and(all);
    }

    private static ArchivedAlert read(Document stored) {
        return new ArchivedAlert(
                Documents.read(stored, Alert.class), acknowledgement(stored.get(ACKNOWLEDGEMENT, Document.class)));
    }

    private static @Nullable Acknowledgement acknowledgement(@Nullable Document stored) {
        return stored == null
                ? null
                : new Acknowledgement(
                        stored.getString("by"), stored.getDate("at").toInstant(), stored.getString("note"));
    }
}
