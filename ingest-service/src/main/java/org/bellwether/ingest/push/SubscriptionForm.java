package org.bellwether.ingest.push;

import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bellwether.ingest.push.Subscription.Asking;
import org.bellwether.ingest.push.Subscription.Pushing;
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
        Asking asking = subscription.asking();
        Pushing pushing = subscription.pushing();
        return new Document(ID, subscription.feedId())
                .append("hub", subscription.hub().toString())
                .append("topic", subscription.topic().toString())
                .append("token", subscription.credentials().token())
                .append("secret", subscription.credentials().secret())
                .append(STATE, subscription.state().name())
                .append("leaseUntil", date(subscription.leaseUntil()))
                .append("lastAsked", date(asking.last()))
                .append("nextAsk", date(asking.next()))
                .append("failures", asking.failures())
                .append("reason", asking.reason())
                .append("lastPush", date(pushing.last()))
                .append("reliedOn", pushing.reliedOn())
                .append("doubted", date(pushing.doubted()))
                .append("wanted", date(pushing.wanted()))
                .append("nextTry", date(pushing.nextTry()))
                .append(DUE, date(subscription.due()))
                .append(REVISION, subscription.revision());
    }

    static Subscription read(Document from) {
        return new Subscription(
                from.getString(ID),
                URI.create(from.getString("hub")),
                URI.create(from.getString("topic")),
                new Credentials(from.getString("token"), from.getString("secret")),
                State.valueOf(from.getString(STATE)),
                new Asking(
                        instant(from, "lastAsked"),
                        Objects.requireNonNull(instant(from, "nextAsk")),
                        from.getInteger("failures", 0),
                        from.getString("reason")),
                new Pushing(
                        instant(from, "lastPush"),
                        from.getBoolean("reliedOn", false),
                        instant(from, "doubted"),
                        instant(from, "wanted"),
                        instant(from, "nextTry")),
                instant(from, "leaseUntil"),
                from.getLong(REVISION));
    }

    private static @Nullable Date date(@Nullable Instant time) {
        return time == null ? null : Date.from(time);
    }

    private static @Nullable Instant instant(Document document, String key) {
        @Nullable Date date = document.getDate(key);
        return date == null ? null : date.toInstant();
    }
}
