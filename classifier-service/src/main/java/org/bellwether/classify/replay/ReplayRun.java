package org.bellwether.classify.replay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bellwether.classify.log.ItemLog;
import org.bellwether.classify.log.LogSlice;
import org.bellwether.classify.pipeline.Line;
import org.bellwether.classify.pipeline.LiveTraffic;
import org.bellwether.classify.reload.TaxonomyInForce;
import org.bellwether.classify.replay.Replay.Progress;
import org.bellwether.events.TaggedItem;
import org.jboss.logging.Logger;

/** Carries one replay out. Before each batch it lets news pass; while broker or store are away it waits, but not for ever. */
@Singleton
class ReplayRun {

    private static final Logger LOG = Logger.getLogger(ReplayRun.class);
    private static final Duration LONGEST_COURTESY = Duration.ofSeconds(2);
    private static final Duration BATCH_TIME = Duration.ofSeconds(25);
    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(5);
    private static final int PAUSE_SECONDS = 2;

    private final ItemLog log;
    private final Line line;
    private final LiveTraffic traffic;
    private final TaxonomyInForce taxonomy;
    private final MongoReplays replays;
    private final InstantSource clock;
    private final Counter replayed;

    ReplayRun(
            ItemLog log,
            Line line,
            LiveTraffic traffic,
            TaxonomyInForce taxonomy,
            MongoReplays replays,
            InstantSource clock,
            MeterRegistry meters) {
        this.log = log;
        this.line = line;
        this.traffic = traffic;
        this.taxonomy = taxonomy;
        this.replays = replays;
        this.clock = clock;
        this.replayed = meters.counter("bellwether.items.replayed");
    }

    /** Returns when it is at an end, good or bad, which is written. */
    void run(Replay replay) {
        LOG.infof("replay %s of %s to %s begins", replay.id(), replay.from(), replay.to());
        Replay last = replay;
        try (LogSlice slice = log.between(replay.from(), Optional.of(replay.to()))) {
            last = replay.at(new Progress(slice.total(), 0, 0, 0), taxonomy.version());
            for (var batch = slice.next(); !batch.isEmpty(); batch = slice.next()) {
                traffic.letPass(LONGEST_COURTESY);
                last = last.at(processed(batch, last), taxonomy.version());
                show(last);
            }
            last = last.done(clock.instant());
        } catch (InterruptedException e) {
            last = last.interrupted(clock.instant());
        } catch (RuntimeException e) {
            // Kafka's client says in its own words that it was interrupted.
            last = Thread.interrupted()
                    ? last.interrupted(clock.instant())
                    : last.failed(clock.instant(), String.valueOf(e.getMessage()));
        }
        LOG.infof("replay %s: %s, %s", last.id(), last.state(), last.progress());
        end(last);
    }

    private Progress processed(List<ConsumerRecord<String, byte[]>> batch, Replay replay) throws InterruptedException {
        Instant begun = clock.instant();
        while (true) {
            AtomicInteger bad = new AtomicInteger();
            try {
                List<TaggedItem> tagged = line.process(batch, (record, cause) -> {
                            bad.incrementAndGet();
                            return Uni.createFrom().voidItem();
                        })
                        .await()
                        .atMost(BATCH_TIME);
                replayed.increment(tagged.size());
                return replay.progress().plus(batch.size(), tagged.size(), bad.get());
            } catch (RuntimeException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (Duration.between(begun, clock.instant()).compareTo(GIVE_UP_AFTER) > 0) {
                    throw e;
                }
                LOG.debugf("replay %s waits: %s", replay.id(), e.getMessage());
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
                show(replay);
            }
        }
    }

    /** Tells how far it is. While the store is away that cannot be told; that another took the turn ends it. */
    private void show(Replay replay) {
        try {
            if (!replays.keep(replay.id(), clock.instant())) {
                throw new TurnLostException();
            }
            replays.save(replay);
        } catch (TurnLostException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.debugf("replay %s cannot be told of now: %s", replay.id(), e.getMessage());
        }
    }

    private void end(Replay replay) {
        try {
            replays.save(replay);
            replays.leave(replay.id());
        } catch (RuntimeException e) {
            LOG.warnf("replay %s: its end cannot be written: %s", replay.id(), e.getMessage());
        }
    }

    /** It was silent for so long that another took it for gone. */
    private static final class TurnLostException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TurnLostException() {
            super("another replay has begun meanwhile");
        }
    }
}
