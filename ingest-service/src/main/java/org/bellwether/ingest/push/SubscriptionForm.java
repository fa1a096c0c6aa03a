package org.bellwether.ingest.push;

import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bellwether.ingest.backend.StoredDocument;
import org.bellwether.ingest.push.Subscription.State;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How the store keeps a {@link Subscription}. */
final class SubscriptionForm {

    static final String ID = "_id";
    static final String REVISION = "revision";
    static final String STATE = "state";

    /** Of {@link Subscription#due()}. */
    static final String DUE = "due";

    private SubscriptionForm() {}

    static Document write(Subscription subscription) {
        Agreement agreement = subscription.agreement();
        Asking asking = subscription.asking();
        Pushing pushing = subscription.pushing();
        return new Document(ID, subscription.feedId())
                .append("hub", agreement.hub().toString())
                .append(
                        "others",
                        agreement.hubs().others().stream().map(URI::toString).toList())
                .append("topic", subscription.topic().toString())
                .append("token", agreement.credentials().token())
                .append("secret", agreement.credentials().secret())
                .append(STATE, agreement.state().name())
                .append("leaseUntil", date(agreement.leaseUntil()))
                .append("lastAsked", date(asking.last()))
                .append("nextAsk", date(asking.next()))
                .append("failures", asking.failures())
                .append("reason", asking.reason())
                .append("postponed", asking.postponed())
                .append(
                        "trouble",
                        asking.trouble() == null ? null : asking.trouble().name())
                .append("lastPush", date(pushing.last()))
                .append("reliedOn", pushing.reliedOn())
                .append("doubted", date(pushing.doubted()))
                .append("wanted", date(pushing.wanted()))
                .append("nextTry", date(pushing.nextTry()))
                .append("sent", date(pushing.sent()))
                .append(DUE, date(subscription.due()))
                .append(REVISION, subscription.revision());
    }

    /**
     * Reads one. Half of what two sides have agreed on is of no use, so it is read as a whole.
     *
     * @return empty when anything of it cannot be read; the faults say what
     */
    static Optional<Subscription> read(StoredDocument from) {
        @Nullable String feed = from.needed(ID, from.text(ID));
        @Nullable URI hub = from.needed("hub", from.address("hub"));
        @Nullable URI topic = from.needed("topic", from.address("topic"));
        @Nullable Credentials credentials = credentials(from);
        @Nullable State state = from.needed(STATE, from.choice(STATE, State.class));
        @Nullable Asking asking = asking(from);
        Pushing pushing = new Pushing(
                from.time("lastPush"),
                from.flag("reliedOn"),
                from.time("doubted"),
                from.time("wanted"),
                from.time("nextTry"),
                from.time("sent"));
        @Nullable Instant leaseUntil = from.time("leaseUntil");
        @Nullable Long revision = from.needed(REVISION, from.number(REVISION));
        List<URI> others = from.addresses("others");
        if (!from.faults().isEmpty()
                || feed == null
                || hub == null
                || topic == null
                || credentials == null
                || state == null
                || asking == null
                || revision == null) {
            return Optional.empty();
        }
        Hubs hubs = new Hubs(Stream.concat(Stream.of(hub), others.stream()).toList());
        Agreement agreement = new Agreement(hubs, credentials, state, leaseUntil);
        return Optional.of(new Subscription(feed, topic, agreement, asking, pushing, revision));
    }

    private static @Nullable Credentials credentials(StoredDocument from) {
        @Nullable String token = from.needed("token", from.text("token"));
        @Nullable String secret = from.needed("secret", from.text("secret"));
        return token == null || secret == null ? null : new Credentials(token, secret);
    }

    private static @Nullable Asking asking(StoredDocument from) {
        @Nullable Instant next = from.needed("nextAsk", from.time("nextAsk"));
        return next == null
                ? null
                : new Asking(
                        from.time("lastAsked"),
                        next,
                        from.count("failures"),
                        from.text("reason"),
                        from.flag("postponed"),
                        from.choice("trouble", State.class));
    }

    private static @Nullable Date date(@Nullable Instant time) {
        return time == null ? null : Date.from(time);
    }
}
