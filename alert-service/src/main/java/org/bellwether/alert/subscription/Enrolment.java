package org.bellwether.alert.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bellwether.alert.subscription.Subscription.State;
import org.bellwether.alert.subscription.Tokens.Purpose;
import org.bellwether.web.text.Language;

/**
 * A subscription's life as its owner leads it: ask, confirm, change, end. Nobody else can: each step but the first needs
 * a link that only the address received, and asking tells nothing about who is subscribed.
 */
public final class Enrolment {

    private static final Duration QUIET = Duration.ofSeconds(30);

    private final MongoSubscriptions subscriptions;
    private final SigningKey key;
    private final Notices notices;
    private final Duration confirmWithin;
    private final InstantSource clock;

    /**
     * @param confirmWithin how long the link to confirm works
     */
    public Enrolment(
            MongoSubscriptions subscriptions,
            SigningKey key,
            Notices notices,
            Duration confirmWithin,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.key = key;
        this.notices = notices;
        this.confirmWithin = confirmWithin;
        this.clock = clock;
    }

    /**
     * Notes the wish and writes to the address. What is confirmed stays as it is, and so does a wish whose link to confirm
     * still works: whoever asks again cannot change what the owner of the address was promised. Asking twice at once, by
     * a double click or from two windows, makes one message.
     */
    public void ask(Wish wish) {
        Optional<Subscription> noted = note(wish);
        while (noted.isEmpty()) {
            noted = note(wish);
        }
        boolean confirmed = noted.get().state() == State.CONFIRMED;
        Instant occasion = subscriptions.told(noted.get().id(), now(), QUIET);
        notices.send(confirmed ? Notices.Kind.KNOWN : Notices.Kind.CONFIRM, noted.get(), occasion);
    }

    /** Empty when somebody else changed the same subscription at the same time. */
    private Optional<Subscription> note(Wish wish) {
        String id = Subscription.idOf(wish.channel(), wish.address());
        Optional<Subscription> known = subscriptions.byId(id);
        if (known.isPresent() && isGood(Purpose.CONFIRM, known.get())) {
            return known;
        }
        Subscription asked = new Subscription(
                id,
                wish.channel(),
                wish.address(),
                wish.indicators(),
                wish.language(),
                State.PENDING,
                false,
                false,
                now(),
                known.isPresent() ? known.get().unsubscribedAt() : null);
        boolean noted = known.isPresent() ? subscriptions.replace(known.get(), asked) : subscriptions.add(asked);
        return noted ? Optional.of(asked) : Optional.empty();
    }

    /** The subscription that a link opens, if the link is ours, for this purpose, and still good. */
    public Optional<Subscription> open(Purpose purpose, String token) {
        return key.tokens()
                .open(purpose, token)
                .flatMap(opened -> subscriptions
                        .byId(opened.subscriptionId())
                        .filter(found -> isGood(purpose, found) && isForThis(opened, found)));
    }

    /** Confirms; doing so again changes nothing. Empty for a link that does not work. */
    public Optional<Subscription> confirm(String token) {
        return step(Purpose.CONFIRM, token, found -> found.state() == State.CONFIRMED ? found : found.confirmed(now()));
    }

    /** Changes what is sent. Empty for a link that does not work. */
    public Optional<Subscription> change(String token, List<String> indicators, Language language, boolean paused) {
        return step(Purpose.MANAGE, token, found -> found.changed(indicators, language, paused));
    }

    /** Starts over when somebody else changed the subscription meanwhile: the link may be good no longer. */
    private Optional<Subscription> step(Purpose purpose, String token, UnaryOperator<Subscription> change) {
        Optional<Subscription> found = open(purpose, token);
        while (found.isPresent()) {
            Subscription changed = change.apply(found.get());
            if (changed.equals(found.get()) || subscriptions.replace(found.get(), changed)) {
                return Optional.of(changed);
            }
            found = open(purpose, token);
        }
        return Optional.empty();
    }

    /** Ends it; doing so again changes nothing. Empty for a link that does not work. */
    public Optional<Subscription> end(String token) {
        return open(Purpose.UNSUBSCRIBE, token).map(found -> {
            if (found.state() == State.ENDED) {
                return found;
            }
            Subscription ended = found.ended(now());
            subscriptions.put(ended);
            return ended;
        });
    }

    /** Once confirmed, the subscription is its owner's, and every link to confirm it only says so. */
    private static boolean isForThis(Tokens.Opened opened, Subscription subscription) {
        return opened.wish() == null
                || subscription.state() == State.CONFIRMED
                || subscription.since().equals(opened.wish());
    }

    private boolean isGood(Purpose purpose, Subscription subscription) {
        return switch (purpose) {
            case CONFIRM ->
                switch (subscription.state()) {
                    case CONFIRMED -> true;
                    case PENDING ->
                        clock.instant().isBefore(subscription.since().plus(confirmWithin));
                    case ENDED -> false;
                };
            case MANAGE -> subscription.state() == State.CONFIRMED;
            case UNSUBSCRIBE -> true;
        };
    }

    /** As exact as the store keeps it, so that what was read compares equal. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
