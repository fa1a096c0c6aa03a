package org.bellwether.ingest.push;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.backend.StoreRefusedException;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.Feed;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sees to what is due of all subscriptions: hubs to be asked, feeds to be polled because a push could not be taken in. Each
 * instance does that; who changes a document first has it. Rounds are for one thread.
 */
public final class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private static final int AT_ONCE = 200;
    private static final int MOST_UNDER_WAY = 8;
    private static final Duration REFRESH = Duration.ofSeconds(30);

    private final MongoSubscriptions subscriptions;
    private final Subscriber subscriber;
    private final HubClient hubs;
    private final Roster roster;
    private final PollSooner polls;
    private final InstantSource clock;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile int active;
    private @Nullable Catalogue followed;
    private Instant refreshed = Instant.MIN;

    /**
     * @param roster of the feeds
     * @param polls has a feed polled, if it waits for its poll here
     */
    public Rounds(
            MongoSubscriptions subscriptions,
            Subscriber subscriber,
            HubClient hubs,
            Roster roster,
            PollSooner polls,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.subscriber = subscriber;
        this.hubs = hubs;
        this.roster = roster;
        this.polls = polls;
        this.clock = clock;
    }

    /** Prepares the store. */
    public void begin() {
        subscriptions.ensureIndex();
    }

    /**
     * Makes a round.
     *
     * @param toAsk runs what asks hubs, which takes as long as they let it
     * @throws BackendAwayException when the store is away; the next round makes up for it
     */
    public void make(Executor toAsk) {
        Instant now = clock.instant();
        @Nullable Catalogue current = roster.catalogue().orElse(null);
        if (!refreshed.plus(REFRESH).isAfter(now) || current != followed) {
            subscriber.refresh();
            subscriptions.reconsider();
            active = subscriptions.active();
            leaveThoseNotPolled(now);
            followed = current;
            refreshed = now;
        }
        for (Subscription subscription : subscriptions.due(now, AT_ONCE)) {
            if (subscription.pushing().isPollDue(now)) {
                seeToPoll(subscription, current);
            } else if (subscription.asking().isDue(now)) {
                seeToHub(subscription, now, toAsk);
            }
        }
    }

    /** How many subscriptions of all instances hubs have confirmed, as of the last half minute. */
    public int active() {
        return active;
    }

    private void leaveThoseNotPolled(Instant now) {
        for (String feedId : roster.ended(subscriptions.ids())) {
            subscriptions.change(feedId, before -> before.leaving(now));
        }
    }

    /** Whoever polls the feed can bring its poll forward; the others, who may not even know it, leave that to them. */
    private void seeToPoll(Subscription subscription, @Nullable Catalogue current) {
        Optional.ofNullable(current)
                .flatMap(catalogue -> catalogue.byId(subscription.feedId()))
                .filter(Feed::enabled)
                .flatMap(polls::poll)
                .ifPresent(at -> subscriptions.change(subscription.feedId(), before -> before.sentFor(at)));
    }

    private void seeToHub(Subscription subscription, Instant now, Executor toAsk) {
        if (subscription.isToBeForgotten()) {
            subscriber.forget(subscription);
            return;
        }
        if (underWay.get() >= MOST_UNDER_WAY) {
            return;
        }
        Subscription asked =
                (subscription.isOthersTurn(now) ? subscriber.turned(subscription, now) : subscription).asked(now);
        // Noted before it is done: hubs may ask back before they answer.
        if (subscriptions.replace(asked)) {
            underWay.incrementAndGet();
            toAsk.execute(() -> ask(asked));
        }
    }

    private void ask(Subscription asked) {
        try {
            HubAnswer answer = hubs.ask(asked);
            if (answer instanceof HubAnswer.Refused refused) {
                LOG.infof(
                        "Feed %s: its hub %s does not take the request: %s",
                        asked.feedId(), asked.hub(), refused.reason());
                subscriptions.change(
                        asked.feedId(),
                        before -> isSame(before, asked) ? before.refused(clock.instant(), refused.reason()) : before);
            } else if (answer instanceof HubAnswer.Later later) {
                subscriptions.change(
                        asked.feedId(), before -> isSame(before, asked) ? before.postponed(later.until()) : before);
            }
        } catch (BackendAwayException | StoreRefusedException e) {
            LOG.debugf("What the hub of feed %s answered is not noted: %s", asked.feedId(), e.getMessage());
        } finally {
            underWay.decrementAndGet();
        }
    }

    private static boolean isSame(Subscription now, Subscription asked) {
        return now.credentials().equals(asked.credentials());
    }
}
