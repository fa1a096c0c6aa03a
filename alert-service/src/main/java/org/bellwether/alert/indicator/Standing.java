package org.bellwether.alert.indicator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.bellwether.events.Alert;
import org.jspecify.annotations.Nullable;

/** Where an indicator stands between two evaluations; its methods are the legal transitions. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Standing.Watching.class, name = "watching"),
    @JsonSubTypes.Type(value = Standing.Firing.class, name = "firing")
})
public sealed interface Standing {

    /** By which definition, {@code sha256:<hex>}. */
    String definition();

    /** Number of the current or last firing; 0 before the first. */
    int episode();

    /** When this standing began (UTC). */
    Instant since();

    /** The latest transition's alert. */
    @Nullable
    String lastAlertId();

    /** Of an indicator that has never fired. */
    static Watching initial(String definition, Instant now) {
        return new Watching(definition, 0, now, null, Instant.EPOCH);
    }

    /**
     * Its condition does not hold.
     *
     * @param settled event time up to which everything belongs to episodes that are over
     */
    record Watching(
            String definition,
            int episode,
            Instant since,
            @Nullable String lastAlertId,
            Instant settled) implements Standing {

        /** The condition holds. */
        Firing fire(Alert fired) {
            return new Firing(definition, episode + 1, fired.detectedAt(), fired);
        }

        /** Goes on by another definition: what was observed by the old one counts no more. */
        public Watching redefined(String newDefinition, Instant now) {
            return new Watching(newDefinition, episode, now, lastAlertId, Instant.EPOCH);
        }
    }

    /**
     * Its condition holds.
     *
     * @param fired the alert that opened the episode, with all that is needed to close it
     */
    record Firing(String definition, int episode, Instant since, Alert fired) implements Standing {

        @Override
        public String lastAlertId() {
            return fired.id();
        }

        /** The condition holds no more. */
        Watching resolve(Alert resolved, Instant settled) {
            return new Watching(definition, episode, resolved.detectedAt(), resolved.id(), settled);
        }
    }
}
