package org.bellwether.classify.impact;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bellwether.classify.Article;
import org.bellwether.classify.Classifier;
import org.bellwether.classify.feedback.MongoFeedback;
import org.bellwether.classify.impact.ImpactOutcome.Busy;
import org.bellwether.classify.impact.ImpactOutcome.Refused;
import org.bellwether.classify.impact.ImpactOutcome.Studied;
import org.bellwether.classify.log.ItemLog;
import org.bellwether.classify.log.LogSlice;
import org.bellwether.classify.pipeline.LiveTraffic;
import org.bellwether.classify.reload.TaxonomyInForce;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;
import org.bellwether.classify.taxonomy.TaxonomyReader;
import org.bellwether.events.NewsItem;
import org.bellwether.messaging.EventJson;
import org.bellwether.messaging.MalformedEventException;
import org.bellwether.settings.RefusedFileException;
import org.bellwether.settings.SettingsFile;

/** Tries a draft on the archived items and on the labelled ones. One draft at a time, and news goes first. */
@Singleton
public final class ImpactStudy {

    private static final Duration LONGEST_COURTESY = Duration.ofSeconds(1);

    private final TaxonomyInForce inForce;
    private final ItemLog log;
    private final MongoFeedback feedback;
    private final LiveTraffic traffic;
    private final ImpactSettings settings;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();

    public ImpactStudy(
            TaxonomyInForce inForce,
            ItemLog log,
            MongoFeedback feedback,
            LiveTraffic traffic,
            ImpactSettings settings,
            InstantSource clock) {
        this.inForce = inForce;
        this.log = log;
        this.feedback = feedback;
        this.traffic = traffic;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Blocks for as long as it takes.
     *
     * @param yaml the draft
     * @param back how far to go back
     * @param limit of all records in that time the newest so many
     * @throws org.bellwether.classify.log.LogAwayException when the broker does not answer
     */
    public ImpactOutcome of(String yaml, Duration back, int limit) throws InterruptedException {
        if (!turn.tryLock()) {
            return new Busy();
        }
        try {
            Classifier draft = inForce.by(TaxonomyReader.read(new SettingsFile("draft", yaml)));
            return new Studied(
                    study(inForce.classifier(), draft, clock.instant().minus(back), limit));
        } catch (RefusedFileException e) {
            return new Refused(e.faults());
        } finally {
            turn.unlock();
        }
    }

    private Impact study(Classifier current, Classifier draft, Instant from, int limit) throws InterruptedException {
        long begun = System.nanoTime();
        Trial trial = new Trial(current, draft, begun + settings.time().toNanos());
        boolean complete;
        try (LogSlice slice = log.newest(from, limit)) {
            complete = trial.run(slice);
        }
        return new Impact(
                current.taxonomy().version(),
                draft.taxonomy().version(),
                from,
                trial.records,
                trial.tally.items(),
                trial.unreadable,
                complete,
                Duration.ofMillis((System.nanoTime() - begun) / 1_000_000),
                trial.tally.issues(order(current, draft)),
                LabelledComparison.of(current, draft, feedback.all()));
    }

    private static List<String> order(Classifier current, Classifier draft) {
        Set<String> order = new LinkedHashSet<>();
        draft.taxonomy().issues().stream().map(IssueRule::id).forEach(order::add);
        current.taxonomy().issues().stream().map(IssueRule::id).forEach(order::add);
        return List.copyOf(order);
    }

    /** Both classifiers on a slice of the log, until a time. */
    private final class Trial {
        private final Classifier current;
        private final Classifier draft;
        private final long deadline;
        private final ImpactTally tally = new ImpactTally();
        private long records;
        private int unreadable;

        private Trial(Classifier current, Classifier draft, long deadline) {
            this.current = current;
            this.draft = draft;
            this.deadline = deadline;
        }

        /** Whether it came to the end. */
        private boolean run(LogSlice slice) throws InterruptedException {
            for (var batch = slice.next(); !batch.isEmpty(); batch = slice.next()) {
                traffic.letPass(LONGEST_COURTESY);
                for (ConsumerRecord<String, byte[]> record : batch) {
                    if (System.nanoTime() > deadline) {
                        return false;
                    }
                    compare(record);
                }
            }
            return true;
        }

        private void compare(ConsumerRecord<String, byte[]> record) {
            records++;
            try {
                NewsItem item = EventJson.read(record.value(), NewsItem.class);
                Article article = Article.of(item);
                tally.add(item, current.classify(article), draft.classify(article));
            } catch (MalformedEventException e) {
                unreadable++;
            }
        }
    }
}
