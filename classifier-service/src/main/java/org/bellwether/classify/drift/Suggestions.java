package org.bellwether.classify.drift;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bellwether.classify.drift.Suggestion.Origin;
import org.bellwether.classify.feedback.Feedback;
import org.bellwether.classify.feedback.MongoFeedback;
import org.bellwether.classify.feedback.Verdict;
import org.bellwether.classify.log.ItemLog;
import org.bellwether.classify.log.LogSlice;
import org.bellwether.classify.pipeline.LiveTraffic;
import org.bellwether.classify.reload.TaxonomyInForce;
import org.bellwether.classify.review.MongoNearMisses;
import org.bellwether.classify.review.NearMiss;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;
import org.bellwether.classify.text.TextAnalyser;
import org.bellwether.events.NewsItem;
import org.bellwether.messaging.EventJson;
import org.bellwether.messaging.MalformedEventException;

/** Gathers what was nearly tagged, and what is in the news at all, and tells which terms set the one apart. */
@Singleton
public final class Suggestions {

    private static final int MOST_NEAR_MISSES = 500;
    private static final int MOST_BACKGROUND = 5_000;
    private static final int MOST_TERMS = 50;
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration LONGEST_COURTESY = Duration.ofSeconds(1);
    private static final Duration LONGEST_READING = Duration.ofSeconds(30);

    /** What was found, and by which taxonomy. */
    private record Answer(String taxonomy, Instant at, Map<String, List<Suggestion>> byIssue) {}

    private final TaxonomyInForce taxonomy;
    private final MongoNearMisses misses;
    private final MongoFeedback feedback;
    private final ItemLog log;
    private final LiveTraffic traffic;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<Integer, Answer> byDays = new ConcurrentHashMap<>();

    public Suggestions(
            TaxonomyInForce taxonomy,
            MongoNearMisses misses,
            MongoFeedback feedback,
            ItemLog log,
            LiveTraffic traffic,
            InstantSource clock) {
        this.taxonomy = taxonomy;
        this.misses = misses;
        this.feedback = feedback;
        this.log = log;
        this.traffic = traffic;
        this.clock = clock;
    }

    /**
     * By issue, in the taxonomy's order; those without any are left out. Blocks for seconds.
     *
     * @param days how far to go back
     * @return empty while it is being found for somebody else
     * @throws org.bellwether.classify.log.LogAwayException when the broker does not answer
     */
    public Optional<Map<String, List<Suggestion>>> of(int days) throws InterruptedException {
        Answer known = byDays.get(days);
        if (known != null && isFresh(known)) {
            return Optional.of(known.byIssue());
        }
        if (!turn.tryLock()) {
            return Optional.empty();
        }
        try {
            Taxonomy current = taxonomy.classifier().taxonomy();
            Answer found = new Answer(current.version(), clock.instant(), find(current, days));
            byDays.put(days, found);
            return Optional.of(found.byIssue());
        } finally {
            turn.unlock();
        }
    }

    private boolean isFresh(Answer answer) {
        return answer.taxonomy().equals(taxonomy.version())
                && clock.instant().isBefore(answer.at().plus(FRESH));
    }

    private Map<String, List<Suggestion>> find(Taxonomy current, int days) throws InterruptedException {
        Instant from = clock.instant().minus(Duration.ofDays(days));
        Map<String, RisingTerms> byIssue = near(current, from);
        if (!byIssue.isEmpty()) {
            background(current.analyser(), from, byIssue);
        }
        Map<String, List<Suggestion>> found = new LinkedHashMap<>();
        for (IssueRule rule : current.issues()) {
            RisingTerms terms = byIssue.get(rule.id());
            if (terms != null) {
                List<Suggestion> some = terms.suggestions(new KnownTerms(current, rule)::has, MOST_TERMS);
                if (!some.isEmpty()) {
                    found.put(rule.id(), some);
                }
            }
        }
        return found;
    }

    /** What people say does not belong tells of what the issue is not. */
    private Map<String, RisingTerms> near(Taxonomy current, Instant from) {
        List<Feedback> said = feedback.since(from);
        Set<String> wrong = said.stream()
                .filter(verdict -> verdict.verdict() == Verdict.WRONG)
                .map(verdict -> verdict.textHash() + verdict.issue())
                .collect(Collectors.toSet());
        Map<String, RisingTerms> byIssue = new HashMap<>();
        for (IssueRule rule : current.issues()) {
            RisingTerms terms = new RisingTerms();
            Set<String> texts = new HashSet<>();
            for (NearMiss miss : misses.latest(rule.id(), null, null, MOST_NEAR_MISSES)) {
                boolean counts = !miss.at().isBefore(from) && !wrong.contains(miss.textHash() + miss.issue());
                if (counts && texts.add(miss.textHash())) {
                    terms.near(
                            Terms.of(current.analyser(), miss.title(), miss.text()),
                            new Origin(miss.itemId(), miss.title(), miss.url()));
                }
            }
            for (Feedback missed : said) {
                boolean counts =
                        missed.verdict() == Verdict.MISSING && missed.issue().equals(rule.id());
                if (counts && texts.add(missed.textHash())) {
                    terms.near(
                            Terms.of(current.analyser(), missed.title(), missed.text()),
                            new Origin(missed.itemId(), missed.title(), null));
                }
            }
            terms.settle();
            if (!texts.isEmpty()) {
                byIssue.put(rule.id(), terms);
            }
        }
        return byIssue;
    }

    private void background(TextAnalyser analyser, Instant from, Map<String, RisingTerms> byIssue)
            throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_READING.toNanos();
        try (LogSlice slice = log.newest(from, MOST_BACKGROUND)) {
            for (var batch = slice.next(); !batch.isEmpty() && System.nanoTime() < deadline; batch = slice.next()) {
                traffic.letPass(LONGEST_COURTESY);
                for (ConsumerRecord<String, byte[]> record : batch) {
                    count(analyser, record, byIssue);
                }
            }
        }
    }

    private static void count(
            TextAnalyser analyser, ConsumerRecord<String, byte[]> record, Map<String, RisingTerms> byIssue) {
        try {
            NewsItem item = EventJson.read(record.value(), NewsItem.class);
            Set<String> terms = Terms.of(analyser, item.title(), item.text()).keySet();
            byIssue.values().forEach(rising -> rising.background(terms));
        } catch (MalformedEventException e) {
            // It is among the dead letters already, and says nothing.
            return;
        }
    }
}
