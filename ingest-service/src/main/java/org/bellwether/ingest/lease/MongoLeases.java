package org.bellwether.ingest.lease;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.backend.MongoTrouble;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The beats of all instances, and who holds which shard: one small document each. Every call may throw {@link BackendAwayException}. */
public final class MongoLeases {

    private static final String ID = "_id";
    private static final String HOLDER = "holder";
    private static final String TERM = "term";
    private static final String SETTLED = "settled";
    private static final String SIGHT = "broker";

    private final MongoCollection<Document> instances;
    private final MongoCollection<Document> shards;

    public MongoLeases(MongoDatabase database) {
        this.instances = database.getCollection("instances");
        this.shards = database.getCollection("shards");
    }

    /** All beats. */
    List<Beat> beats() {
        try {
            return instances.find().map(MongoLeases::beat).into(new ArrayList<>());
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /** The beat of that name, whosoever's it is. */
    Optional<Beat> beatOf(String instance) {
        try {
            return Optional.ofNullable(instances.find(Filters.eq(ID, instance)).first())
                    .map(MongoLeases::beat);
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /** Takes a name that nobody bears; false when somebody does by now. */
    boolean join(Beat beat) {
        try {
            instances.insertOne(write(beat));
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

    /** Takes a name from a process that does not beat any more; false when it has beaten since. */
    boolean replace(Beat last, Beat beat) {
        try {
            return instances.replaceOne(exactly(last), write(beat)).getMatchedCount() == 1;
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /** Beats; false when another process has taken the name, or somebody has swept it away. */
    boolean beat(Beat beat) {
        try {
            return instances
                            .updateOne(
                                    Filters.and(Filters.eq(ID, beat.instance()), Filters.eq("process", beat.process())),
                                    Updates.combine(
                                            Updates.set("count", beat.count()),
                                            Updates.set(SETTLED, beat.settled()),
                                            Updates.set(SIGHT, beat.sight().name())))
                            .getMatchedCount()
                    == 1;
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /** Takes this process off the list, which stops. */
    void leave(String instance, String process) {
        try {
            instances.deleteOne(Filters.and(Filters.eq(ID, instance), Filters.eq("process", process)));
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /** Takes an instance off the list that has been gone for long. */
    void sweep(Beat last) {
        try {
            instances.deleteOne(exactly(last));
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /** Who holds what, of all shards. */
    List<Holding> holdings() {
        try {
            Map<Integer, Document> written = new HashMap<>();
            shards.find().forEach(document -> written.put(document.getInteger(ID), document));
            return Shard.all().stream()
                    .map(shard -> holding(shard, written.get(shard.number())))
                    .toList();
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /** Hands a shard from its holder to another, or to nobody; false when its holder is not the one any more. */
    boolean hand(Holding from, @Nullable String to) {
        Bson asItWas = Filters.and(Filters.eq(ID, from.shard().number()), Filters.eq(TERM, from.term()));
        Bson asItWill = Updates.combine(Updates.set(HOLDER, to), Updates.set(TERM, from.term() + 1));
        try {
            boolean first = from.term() == 0;
            return shards.updateOne(asItWas, asItWill, new UpdateOptions().upsert(first))
                                    .getMatchedCount()
                            == 1
                    || first;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw MongoTrouble.of(e);
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /** Hands all shards of a holder to nobody. */
    void release(String instance) {
        try {
            shards.updateMany(
                    Filters.eq(HOLDER, instance), Updates.combine(Updates.set(HOLDER, null), Updates.inc(TERM, 1L)));
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    private static Holding holding(Shard shard, @Nullable Document written) {
        return written == null
                ? new Holding(shard, null, 0)
                : new Holding(shard, written.getString(HOLDER), written.getLong(TERM));
    }

    private static Document write(Beat beat) {
        return new Document(ID, beat.instance())
                .append("process", beat.process())
                .append("count", beat.count())
                .append(SETTLED, beat.settled())
                .append(SIGHT, beat.sight().name());
    }

    private static Beat beat(Document from) {
        // A release that knew no revisions tells of none; nothing waits for it.
        @Nullable Long settled = from.getLong(SETTLED);
        return new Beat(
                from.getString(ID),
                from.getString("process"),
                from.getLong("count"),
                settled == null ? Long.MAX_VALUE : settled,
                sight(from.getString(SIGHT)));
    }

    /** Another release may say nothing, or something else. */
    private static Sight sight(@Nullable String written) {
        return Stream.of(Sight.values())
                .filter(sight -> sight.name().equals(written))
                .findFirst()
                .orElse(Sight.UNSURE);
    }

    private static Bson exactly(Beat beat) {
        return Filters.and(
                Filters.eq(ID, beat.instance()),
                Filters.eq("process", beat.process()),
                Filters.eq("count", beat.count()));
    }
}
