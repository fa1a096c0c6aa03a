package org.bellwether.classify.replay;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bellwether.messaging.EventJson;
import org.bson.Document;

/**
 * The last replays, and whose turn it is. A turn is kept by showing oneself; who has not done so for {@link #GONE} was
 * stopped, and the next may begin. Every method throws what the driver does while the store is away.
 */
@Singleton
public final class MongoReplays {

    /** After so long without a sign whoever had the turn is gone. Longer than a batch takes, store or broker slow. */
    static final Duration GONE = Duration.ofSeconds(60);

    private static final int KEPT = 100;
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final String ID = "_id";
    private static final String TURN = "turn";
    private static final String REPLAY = "replay";
    private static final String SEEN = "seen";
    private static final String BEGUN = "begun";
    private static final String RECORD = "record";

    private final MongoCollection<Document> replays;

    MongoReplays(MongoDatabase database) {
        this.replays = database.getCollection("replays");
    }

    /** Whether the replay has the turn now; false while another, that shows itself, has it. */
    boolean take(String replay, Instant now) {
        Document turn = turn(replay, now);
        try {
            replays.replaceOne(
                    Filters.and(
                            Filters.eq(ID, TURN),
                            Filters.or(Filters.eq(REPLAY, replay), Filters.lt(SEEN, Date.from(now.minus(GONE))))),
                    turn,
                    UPSERT);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** Shows oneself; false when the turn has gone to another. */
    boolean keep(String replay, Instant now) {
        return replays.replaceOne(Filters.and(Filters.eq(ID, TURN), Filters.eq(REPLAY, replay)), turn(replay, now))
                        .getMatchedCount()
                == 1;
    }

    /** Leaves the turn to the next. */
    void leave(String replay) {
        replays.deleteOne(Filters.and(Filters.eq(ID, TURN), Filters.eq(REPLAY, replay)));
    }

    /** Writes how it stands. */
    void save(Replay replay) {
        Document document = new Document(ID, replay.id())
                .append(BEGUN, Date.from(replay.begun()))
                .append(RECORD, new String(EventJson.write(replay), StandardCharsets.UTF_8));
        replays.replaceOne(Filters.eq(ID, replay.id()), document, UPSERT);
    }

    /** Forgets the oldest beyond the last hundred. */
    void trim() {
        Document last = replays.find(Filters.exists(BEGUN))
                .sort(Sorts.descending(BEGUN))
                .skip(KEPT)
                .limit(1)
                .first();
        if (last != null) {
            replays.deleteMany(Filters.lte(BEGUN, last.getDate(BEGUN)));
        }
    }

    /** How it stands at that time (UTC). */
    public Optional<Replay> byId(String id, Instant now) {
        return Optional.ofNullable(replays.find(Filters.and(Filters.eq(ID, id), Filters.exists(BEGUN)))
                        .first())
                .map(stored -> read(stored, turn(now)));
    }

    /** The last ones, newest first. */
    public List<Replay> latest(Instant now) {
        Optional<String> turn = turn(now);
        return replays.find(Filters.exists(BEGUN))
                .sort(Sorts.descending(BEGUN))
                .limit(KEPT)
                .map(stored -> read(stored, turn))
                .into(new ArrayList<>());
    }

    /** Id of the replay that has the turn and shows itself. */
    Optional<String> turn(Instant now) {
        return Optional.ofNullable(replays.find(Filters.eq(ID, TURN)).first())
                .filter(turn -> !turn.getDate(SEEN).toInstant().isBefore(now.minus(GONE)))
                .map(turn -> turn.getString(REPLAY));
    }

    private static Document turn(String replay, Instant now) {
        return new Document(ID, TURN).append(REPLAY, replay).append(SEEN, Date.from(now));
    }

    /** One that runs without the turn runs no longer. */
    private static Replay read(Document stored, Optional<String> turn) {
        Replay replay = EventJson.read(stored.getString(RECORD).getBytes(StandardCharsets.UTF_8), Replay.class);
        boolean runs = replay.state() != Replay.State.RUNNING
                || turn.filter(replay.id()::equals).isPresent();
        return runs ? replay : replay.interrupted(null);
    }
}
