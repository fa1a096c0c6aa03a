package org.bellwether.ingest.catalogue;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bellwether.ingest.backend.Complaints;
import org.bellwether.ingest.backend.MongoTrouble;
import org.bellwether.ingest.backend.StoredDocument;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.Document;
import org.jboss.logging.Logger;

/**
 * The steps in the store, one document each under its revision: what is written at once is one document, and of two
 * instances that take the same step only one finds the id free. Every call may throw
 * {@link org.bellwether.ingest.backend.BackendAwayException} or {@link org.bellwether.ingest.backend.StoreRefusedException}.
 */
public final class MongoCatalogueChanges implements CatalogueChanges {

    private static final Logger LOG = Logger.getLogger(MongoCatalogueChanges.class);

    /** In one reply. A step may change thousands of feeds, as an import does, and a store may refuse a reply of 48 MB. */
    private static final int BATCH = 20;

    private final MongoCollection<Document> collection;
    private final Complaints complaints = new Complaints();

    public MongoCatalogueChanges(MongoDatabase database) {
        this.collection = database.getCollection("catalogue_changes");
    }

    @Override
    public List<ChangeStep> after(long revision) {
        return written(revision).stream().map(this::step).toList();
    }

    @Override
    public boolean append(ChangeStep step) {
        try {
            collection.insertOne(StepForm.write(step));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw MongoTrouble.of(e);
        } catch (MongoException | BsonMaximumSizeExceededException e) {
            throw MongoTrouble.of(e);
        }
    }

    /**
     * Folds the steps taken before that into the last of them, if they are many. One write puts the whole in place of that
     * step; the earlier ones count for nothing from then on, and are removed. An instance that is in the middle of reading,
     * or has not looked for long, comes to the same catalogue, whatever of them it still sees; so does a second one that
     * folds at the same time.
     *
     * @param before long ago for whoever may be about to take a step, by all clocks: hours
     * @return how many steps there are fewer
     */
    public long fold(Instant before) {
        Optional<Fold> fold = Fold.of(written(0), before);
        if (fold.isEmpty()) {
            return 0;
        }
        long revision = fold.get().revision();
        try {
            boolean done = collection
                            .updateOne(
                                    Filters.eq(StepForm.REVISION, revision),
                                    Updates.combine(
                                            Updates.set(
                                                    StepForm.CHANGES, fold.get().changes()),
                                            Updates.set(StepForm.WHOLE, true)))
                            .getMatchedCount()
                    == 1;
            return done
                    ? collection
                            .deleteMany(Filters.lt(StepForm.REVISION, revision))
                            .getDeletedCount()
                    : 0;
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    private List<Document> written(long after) {
        try {
            return collection
                    .find(Filters.gt(StepForm.REVISION, after))
                    .sort(Sorts.ascending(StepForm.REVISION))
                    .batchSize(BATCH)
                    .into(new ArrayList<>());
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    private ChangeStep step(Document document) {
        StoredDocument from = StoredDocument.of(document);
        ChangeStep step = StepForm.read(document, from);
        if (complaints.isNews(Long.toString(step.revision()), from.faults())) {
            LOG.warnf(
                    "Of revision %d of the catalogue, changes of feeds are passed over that cannot be read: %s (%s)",
                    step.revision(), from.faults(), feeds(document));
        }
        return step;
    }

    private static List<String> feeds(Document step) {
        return StepForm.changes(step).stream()
                .filter(change -> !StepForm.isReadable(change))
                .map(change -> String.valueOf(change.get(StepForm.FEED)))
                .toList();
    }
}
