package org.bellwether.ingest.push;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FetchFailed;
import org.bellwether.ingest.fetch.FetchRequest;
import org.bellwether.ingest.fetch.FetchResult;
import org.bellwether.ingest.fetch.Fetched;
import org.bellwether.ingest.fetch.Postponed;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.headroom.Room;

/** Asks hubs (WebSub §5.1), by the same guarded client as all else: address policy, limits, and the budget of the hub's host. */
public final class HubClient {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration NO_ROOM = Duration.ofSeconds(10);

    private final FeedFetcher fetcher;
    private final Headroom headroom;
    private final Terms terms;
    private final InstantSource clock;

    public HubClient(FeedFetcher fetcher, Headroom headroom, Terms terms, InstantSource clock) {
        this.fetcher = fetcher;
        this.headroom = headroom;
        this.terms = terms;
        this.clock = clock;
    }

    /** Asks for the subscription, or for its end when it is leaving. */
    HubAnswer ask(Subscription subscription) {
        FetchResult result;
        try (Room room = headroom.ofPreview(PATIENCE)) {
            result = fetcher.fetch(FetchRequest.form(subscription.hub(), form(subscription)), room);
        }
        if (result instanceof Fetched) {
            return new HubAnswer.Taken();
        }
        if (result instanceof Postponed postponed) {
            return new HubAnswer.Later(postponed.until());
        }
        if (result instanceof FetchFailed failed) {
            String answered = failed.status() == 0 ? "" : ", status " + failed.status();
            return new HubAnswer.Refused(failed.kind().label() + answered);
        }
        return new HubAnswer.Later(clock.instant().plus(NO_ROOM));
    }

    private Map<String, String> form(Subscription subscription) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("hub.mode", subscription.isLeaving() ? "unsubscribe" : "subscribe");
        form.put("hub.topic", subscription.topic().toString());
        form.put("hub.callback", terms.callbackOf(subscription.credentials()));
        if (!subscription.isLeaving()) {
            if (subscription.isSigned()) {
                form.put("hub.secret", subscription.credentials().secret());
            }
            form.put("hub.lease_seconds", Long.toString(terms.lease().toSeconds()));
        }
        // Hubs of PubSubHubbub 0.3 refuse a request without it; the others pass over what they do not know.
        form.put("hub.verify", "async");
        return form;
    }
}
