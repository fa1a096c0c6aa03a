package org.bellwether.ingest.catalogue;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.ingest.backend.MongoTrouble;
import org.bson.Document;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The steps in the store, one document each under its revision: what is written at once is one document, and of two
 * instances that take the same step only one finds the id free.
 */
public final class MongoCatalogueChanges implements CatalogueChanges {

    private static final Logger LOG = Logger.getLogger(MongoCatalogueChanges.class);

    private final MongoCollection<Document> collection;

    public MongoCatalogueChanges(MongoDatabase database) {
        this.collection = database.getCollection("catalogue_changes");
    }

    @Override
    public List<ChangeStep> after(long revision) {
        try {
            List<ChangeStep> steps = new ArrayList<>();
            collection
                    .find(Filters.gt("_id", revision))
                    .sort(Sorts.ascending("_id"))
                    .forEach(document -> steps.add(step(document)));
            return steps;
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    @Override
    public boolean append(ChangeStep step) {
        try {
            collection.insertOne(new Document("_id", step.revision())
                    .append(
                            "changes",
                            step.changes().stream()
                                    .map(MongoCatalogueChanges::write)
                                    .toList()));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw MongoTrouble.of(e);
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    private static Document write(FeedChange change) {
        List<Document> members = change.members().values().entrySet().stream()
                // Names have dots, which a name of the store's own may not.
                .map(member -> new Document("name", member.getKey()).append("value", member.getValue()))
                .toList();
        @Nullable Pause pause = change.pause();
        return new Document("feed", change.feedId())
                .append("added", change.added())
                .append("members", members)
                .append(
                        "pause",
                        pause == null
                                ? null
                                : new Document("reason", pause.reason()).append("stamp", write(pause.stamp())))
                .append("removed", change.removed())
                .append("stamp", write(change.stamp()));
    }

    private static Document write(Stamp stamp) {
        return new Document("at", Date.from(stamp.at())).append("by", stamp.by());
    }

    private static ChangeStep step(Document document) {
        long revision = document.getLong("_id");
        List<FeedChange> changes = new ArrayList<>();
        for (Document change : document.getList("changes", Document.class, List.of())) {
            readable(revision, change).ifPresent(changes::add);
        }
        return new ChangeStep(revision, changes);
    }

    /** A change that cannot be read, as another release may have written it, is as if never made. */
    private static Optional<FeedChange> readable(long revision, Document change) {
        try {
            return Optional.of(read(change));
        } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
            LOG.warnf("A change of feed %s (revision %d) is passed over: %s", change.get("feed"), revision, e);
            return Optional.empty();
        }
    }

    private static FeedChange read(Document document) {
        Map<String, String> members = new LinkedHashMap<>();
        for (Document member : document.getList("members", Document.class)) {
            members.put(member.getString("name"), member.getString("value"));
        }
        @Nullable Document pause = document.get("pause", Document.class);
        return new FeedChange(
                document.getString("feed"),
                document.getBoolean("added", false),
                new FeedMembers(members),
                pause == null ? null : new Pause(pause.getString("reason"), stamp(pause)),
                document.getBoolean("removed", false),
                stamp(document));
    }

    private static Stamp stamp(Document document) {
        Document stamp = document.get("stamp", Document.class);
        Instant at = stamp.getDate("at").toInstant();
        return new Stamp(at, stamp.getString("by"));
    }
}
