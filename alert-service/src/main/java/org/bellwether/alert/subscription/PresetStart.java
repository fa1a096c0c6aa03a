package org.bellwether.alert.subscription;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Brings the store's preset subscriptions in line with the configuration at start, as soon as the store is there. */
@Singleton
public class PresetStart {

    private static final Logger LOG = Logger.getLogger(PresetStart.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Presets presets;
    private final MongoSubscriptions subscriptions;
    /** Taken before anything is consumed, so that what is detected while the store is away still counts as later. */
    private final Instant since;

    private final CompletableFuture<Void> done = new CompletableFuture<>();

    PresetStart(Presets presets, MongoSubscriptions subscriptions, InstantSource clock) {
        this.presets = presets;
        this.subscriptions = subscriptions;
        this.since = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    void start(@Observes StartupEvent event) {
        Uni.createFrom()
                .item(this::align)
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .onFailure()
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely()
                .subscribe()
                .with(
                        changed -> {
                            LOG.infof(
                                    "%d preset subscriptions, %d changed",
                                    presets.ids().size(), changed);
                            done.complete(null);
                        },
                        done::completeExceptionally);
    }

    /** Completes when alerts may be planned: before that a preset subscription might be missed. */
    public Uni<Void> ready() {
        return Uni.createFrom().completionStage(done);
    }

    private int align() {
        subscriptions.prepare();
        Map<String, Subscription> stored = new LinkedHashMap<>();
        subscriptions.presets().forEach(found -> stored.put(found.id(), found));
        presets.ids().forEach(id -> subscriptions.byId(id).ifPresent(found -> stored.put(id, found)));
        List<Subscription> changes = presets.changes(new ArrayList<>(stored.values()), since);
        long made = changes.stream()
                .filter(change -> make(stored.get(change.id()), change))
                .count();
        // An owner or another instance was faster: what is right now depends on what they did.
        return made == changes.size() ? (int) made : (int) made + align();
    }

    private boolean make(@Nullable Subscription read, Subscription change) {
        return read == null ? subscriptions.add(change) : subscriptions.replace(read, change);
    }
}
