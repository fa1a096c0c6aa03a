package org.bellwether.alert.subscription;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bellwether.alert.channel.ChannelKind;
import org.bellwether.alert.subscription.Subscription.State;
import org.bellwether.web.text.Language;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The subscriptions, ended ones too: who unsubscribed stays so whatever the configuration's order of events. */
public final class MongoSubscriptions {

    static final String COLLECTION = "subscriptions";

    private static final String ID = "_id";
    private static final String STATE = "state";
    private static final String PRESET = "preset";
    private static final String SINCE = "since";
    private static final String TOLD_AT = "toldAt";
    private static final String UNSUBSCRIBED_AT = "unsubscribedAt";

    private final MongoCollection<Document> subscriptions;

    public MongoSubscriptions(MongoDatabase database) {
        this.subscriptions = database.getCollection(COLLECTION);
    }

    /** Creates the indexes that are not there. */
    public void prepare() {
        subscriptions.createIndex(Indexes.ascending(STATE));
    }

    public Optional<Subscription> byId(String id) {
        return Optional.ofNullable(subscriptions.find(Filters.eq(ID, id)).first())
                .map(MongoSubscriptions::read);
    }

    /** Those to whom something may be sent. */
    public List<Subscription> confirmed() {
        return find(Filters.eq(STATE, State.CONFIRMED.name()));
    }

    /** Confirmed ones that the configuration made. */
    public List<Subscription> presets() {
        return find(Filters.and(Filters.eq(PRESET, true), Filters.eq(STATE, State.CONFIRMED.name())));
    }

    /**
     * Adds it unless there is one with its id.
     *
     * @return whether it did
     */
    public boolean add(Subscription subscription) {
        try {
            subscriptions.insertOne(write(subscription));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** Forgets what was asked for before then and never confirmed, but not that an owner had unsubscribed. */
    public void expire(Instant before) {
        Bson stale = Filters.and(Filters.eq(STATE, State.PENDING.name()), Filters.lt(SINCE, Date.from(before)));
        subscriptions.updateMany(
                Filters.and(stale, Filters.ne(UNSUBSCRIBED_AT, null)), Updates.set(STATE, State.ENDED.name()));
        subscriptions.deleteMany(Filters.and(stale, Filters.eq(UNSUBSCRIBED_AT, null)));
    }

    /** Adds it, or puts it in the place of the one with its id. */
    public void put(Subscription subscription) {
        subscriptions.replaceOne(
                Filters.eq(ID, subscription.id()), write(subscription), new ReplaceOptions().upsert(true));
    }

    /**
     * Puts it in the place of what was read, unless that has changed meanwhile.
     *
     * @return whether it did
     */
    public boolean replace(Subscription read, Subscription changed) {
        Bson unchanged = Filters.and(
                Filters.eq(ID, read.id()),
                Filters.eq(STATE, read.state().name()),
                Filters.eq(SINCE, Date.from(read.since())));
        return subscriptions.replaceOne(unchanged, write(changed)).getMatchedCount() == 1;
    }

    /**
     * Notes that its owner is told something now, unless they were just before. Forgotten with the next change of state,
     * because then there is something else to tell.
     *
     * @param quiet how long one telling stands for those after it
     * @return when the telling that stands was first asked for: now, or before
     */
    public Instant told(String id, Instant now, Duration quiet) {
        Bson lately = Filters.and(Filters.eq(ID, id), Filters.gt(TOLD_AT, Date.from(now.minus(quiet))));
        Bson notLately = Filters.and(
                Filters.eq(ID, id),
                Filters.or(Filters.exists(TOLD_AT, false), Filters.lte(TOLD_AT, Date.from(now.minus(quiet)))));
        subscriptions.updateOne(notLately, Updates.set(TOLD_AT, Date.from(now)));
        return Optional.ofNullable(subscriptions.find(lately).first())
                .map(found -> found.getDate(TOLD_AT).toInstant())
                .orElse(now);
    }

    private List<Subscription> find(Bson filter) {
        return subscriptions.find(filter).map(MongoSubscriptions::read).into(new ArrayList<>());
    }

    private static Document write(Subscription subscription) {
        return new Document(ID, subscription.id())
                .append("channel", subscription.channel().id())
                .append("address", subscription.address())
                .append("indicators", subscription.indicators())
                .append("language", subscription.language().tag())
                .append(STATE, subscription.state().name())
                .append("paused", subscription.paused())
                .append(PRESET, subscription.preset())
                .append(SINCE, Date.from(subscription.since()))
                .append(
                        UNSUBSCRIBED_AT,
                        subscription.unsubscribedAt() == null ? null : Date.from(subscription.unsubscribedAt()));
    }

    private static Subscription read(Document stored) {
        @Nullable List<String> indicators = stored.getList("indicators", String.class);
        Instant since = stored.getDate(SINCE).toInstant();
        @Nullable Date unsubscribedAt = stored.getDate(UNSUBSCRIBED_AT);
        return new Subscription(
                stored.getString(ID),
                ChannelKind.byId(stored.getString("channel")).orElseThrow(),
                stored.getString("address"),
                indicators == null ? List.of() : indicators,
                Language.byTag(stored.getString("language")).orElse(Language.EN),
                State.valueOf(stored.getString(STATE)),
                stored.getBoolean("paused", false),
                stored.getBoolean(PRESET, false),
                since,
                unsubscribedAt == null ? null : unsubscribedAt.toInstant());
    }
}
