package org.bellwether.alert.archive;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bellwether.events.IndicatorState;
import org.bson.Document;

/** Where each indicator stands. */
public final class MongoIndicatorStates {

    static final String COLLECTION = "indicatorStates";

    private final MongoCollection<Document> indicatorStates;

    public MongoIndicatorStates(MongoDatabase database) {
        this.indicatorStates = database.getCollection(COLLECTION);
    }

    /** By indicator id. */
    public List<IndicatorState> all() {
        return indicatorStates
                .find()
                .sort(Sorts.ascending(Documents.ID))
                .map(stored -> Documents.read(stored, IndicatorState.class))
                .into(new ArrayList<>());
    }

    public Optional<IndicatorState> byId(String id) {
        return Optional.ofNullable(
                        indicatorStates.find(Filters.eq(Documents.ID, id)).first())
                .map(stored -> Documents.read(stored, IndicatorState.class));
    }
}
