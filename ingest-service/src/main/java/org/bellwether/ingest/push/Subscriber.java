package org.bellwether.ingest.push;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.bellwether.ingest.catalogue.Feed;

/**
 * Decides which feeds are to be subscribed by what their readings say, and what hubs are answered. It asks no hub itself, and
 * is led nowhere by what is said at a callback. Thread-safe; any instance can take what another has begun on.
 */
public final class Subscriber implements Pushes {

    private final MongoSubscriptions subscriptions;
    private final Terms terms;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    /** Feeds that have one, as far as is known here: of all others no poll asks the store. */
    private final Set<String> subscribed = ConcurrentHashMap.newKeySet();

    public Subscriber(MongoSubscriptions subscriptions, Terms terms, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public Standing after(Feed feed, Polled polled) {
        boolean named = polled.offer() != null && !polled.offer().hubs().isEmpty();
        if (!terms.areGiven() || !(named || subscribed.contains(feed.id()))) {
            return Standing.POLLED;
        }
        Instant now = clock.instant();
        Optional<Subscription> known = subscriptions.change(feed.id(), before -> before.after(polled, now));
        if (known.isEmpty() && polled.offer() != null) {
            begin(feed, polled.offer(), now);
        }
        known.ifPresent(subscription -> subscribed.add(feed.id()));
        return known.map(subscription -> Standing.of(subscription, now)).orElse(Standing.POLLED);
    }

    /** Whose callback it is; empty when it is none, or was one. */
    public Optional<Subscription> at(String token) {
        return Credentials.feedOf(token)
                .flatMap(this::of)
                .filter(subscription -> subscription.credentials().hasToken(token));
    }

    /** Of a feed; empty when it has none. */
    public Optional<Subscription> of(String feedId) {
        return terms.areGiven() ? subscriptions.of(feedId) : Optional.empty();
    }

    /** Answers a hub that asks at a callback whether a request was meant (WebSub §5.3), or refuses one (§5.2). */
    public Verdict judge(String token, Intent intent) {
        Optional<Subscription> found = at(token).filter(intent::isAbout);
        if (found.isEmpty()) {
            return new Verdict.NotOurs();
        }
        Subscription subscription = found.get();
        Instant now = clock.instant();
        if (intent.is("denied") && !subscription.isLeaving()) {
            change(subscription, before -> before.denied(now, intent.reasonShown()));
            return new Verdict.Noted();
        }
        Optional<String> challenge = intent.echo();
        boolean meant = intent.is("subscribe")
                && !subscription.isLeaving()
                && subscription.asking().awaitsWord(now);
        boolean farewell = intent.is("unsubscribe") && subscription.isLeaving();
        if (challenge.isEmpty() || !(meant || farewell)) {
            return new Verdict.NotOurs();
        }
        if (farewell) {
            forget(subscription);
        } else {
            change(subscription, before -> before.verified(now, intent.lease(terms.lease())));
        }
        return new Verdict.Confirmed(challenge.get());
    }

    /**
     * Takes note of a push that was signed as agreed.
     *
     * @param takenIn whether its entries are published; else the feed is to be polled at once, by whichever instance polls it
     */
    public void pushed(Subscription subscription, boolean takenIn) {
        Instant now = clock.instant();
        change(subscription, before -> takenIn ? before.pushed(now) : before.deferred(now));
    }

    /** Takes note of what came for a subscription whose hub does not sign: its feed is to be polled soon, by whichever instance polls it. */
    public void hinted(Subscription subscription) {
        Instant now = clock.instant();
        change(subscription, before -> before.hinted(now));
    }

    /** The same at the next of the feed's hubs, which is told nothing that another knows. */
    Subscription turned(Subscription subscription, Instant now) {
        return subscription.turned(Credentials.fresh(subscription.feedId(), random), now);
    }

    /** Learns which feeds have a subscription, from this and other instances. */
    void refresh() {
        Set<String> now = subscriptions.ids();
        subscribed.addAll(now);
        subscribed.retainAll(now);
    }

    /** The hub knows, or has been told often enough. */
    void forget(Subscription subscription) {
        if (subscriptions.remove(subscription)) {
            subscribed.remove(subscription.feedId());
        }
    }

    private void begin(Feed feed, Offer offer, Instant now) {
        if (!offer.hubs().isEmpty()) {
            Credentials credentials = Credentials.fresh(feed.id(), random);
            Hubs hubs = Hubs.of(offer.hubs());
            subscriptions.add(Subscription.begin(feed.id(), hubs, offer.topic(), credentials, now));
            subscribed.add(feed.id());
        }
    }

    /** Only while it is the same subscription still, and no later one of the feed. */
    private void change(Subscription subscription, UnaryOperator<Subscription> step) {
        subscriptions.change(
                subscription.feedId(),
                before -> before.credentials().equals(subscription.credentials()) && !before.isLeaving()
                        ? step.apply(before)
                        : before);
    }
}
