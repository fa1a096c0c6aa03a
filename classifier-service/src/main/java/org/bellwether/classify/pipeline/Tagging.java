package org.bellwether.classify.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bellwether.classify.Article;
import org.bellwether.classify.Classification;
import org.bellwether.classify.Classifier;
import org.bellwether.classify.reload.TaxonomyInForce;
import org.bellwether.classify.story.MongoStories;
import org.bellwether.classify.story.StoryCandidate;
import org.bellwether.classify.story.StorySignature;
import org.bellwether.classify.watchlist.Watchlist;
import org.bellwether.events.NewsItem;
import org.bellwether.events.Tag;
import org.bellwether.events.TaggedItem;

/** A batch of items to tagged items, stories looked up for all of them at once. */
@ApplicationScoped
class Tagging {

    private static final Duration LONGEST_LAG = Duration.ofDays(365);

    private final TaxonomyInForce taxonomy;
    private final Watchlist watchlist;
    private final MongoStories stories;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Timer classifying;
    private final Timer lag;

    Tagging(
            TaxonomyInForce taxonomy,
            Watchlist watchlist,
            MongoStories stories,
            InstantSource clock,
            MeterRegistry meters) {
        this.taxonomy = taxonomy;
        this.watchlist = watchlist;
        this.stories = stories;
        this.clock = clock;
        this.meters = meters;
        this.classifying = Timer.builder("bellwether.classify")
                .publishPercentileHistogram()
                .register(meters);
        this.lag = Timer.builder("bellwether.lag")
                .tag("stage", "classify")
                .publishPercentileHistogram()
                .maximumExpectedValue(Duration.ofHours(1))
                .register(meters);
    }

    /**
     * An item as far as it can be read without the store.
     *
     * @param watches ids of those that match
     * @param candidate absent where there is neither tag nor watch: most news is on none of the issues, and who else tells it
     *     matters to nobody
     */
    record Read(NewsItem item, Classification found, List<String> watches, Optional<StoryCandidate> candidate) {}

    /** The classifier of the taxonomy in force. */
    Classifier classifier() {
        return taxonomy.classifier();
    }

    /** Reads one item. Whatever it throws lies in that item, and asking again would throw it again. */
    Read read(Classifier classifier, NewsItem item) {
        Classification found = classifying.record(() -> classifier.classify(Article.of(item)));
        List<String> watches = watchlist.matching(
                found,
                List.of(
                        item.feedId(),
                        item.publisher().owner(),
                        item.publisher().name()));
        Optional<StoryCandidate> candidate = found.tags().isEmpty() && watches.isEmpty()
                ? Optional.empty()
                : Optional.of(new StoryCandidate(
                        item.id(), item.published(), StorySignature.of(found.title(), found.text())));
        return new Read(item, found, watches, candidate);
    }

    /**
     * In the given order. An item without tag and watch is a story of its own.
     *
     * @throws org.bellwether.classify.story.StoriesAwayException while the store cannot be used
     */
    List<TaggedItem> tag(List<Read> items) {
        Instant now = clock.instant();
        List<StoryCandidate> candidates =
                items.stream().map(Read::candidate).flatMap(Optional::stream).toList();
        Iterator<String> assigned = stories.assign(candidates, now).iterator();
        List<TaggedItem> tagged = new ArrayList<>();
        for (Read read : items) {
            String story = read.candidate().isPresent()
                    ? assigned.next()
                    : StoryCandidate.ownStory(read.item().id());
            tagged.add(tagged(read, story, now));
        }
        return tagged;
    }

    private static TaggedItem tagged(Read read, String storyId, Instant now) {
        Classification found = read.found();
        return new TaggedItem(
                read.item(),
                found.language(),
                storyId,
                found.tags(),
                found.actors(),
                found.quantities(),
                read.watches(),
                found.taxonomy(),
                now);
    }

    /** A time of fetching centuries away is no lag, and more than a timer can take. */
    private static Duration bounded(Duration waited) {
        if (waited.isNegative()) {
            return Duration.ZERO;
        }
        return waited.compareTo(LONGEST_LAG) > 0 ? LONGEST_LAG : waited;
    }

    /** Counts what the broker has. */
    void count(List<TaggedItem> written) {
        meters.counter("bellwether.items.classified").increment(written.size());
        for (TaggedItem item : written) {
            Duration waited = Duration.between(item.item().fetched(), clock.instant());
            lag.record(bounded(waited));
            for (Tag tag : item.tags()) {
                meters.counter("bellwether.tags", "issue", tag.issue()).increment();
            }
        }
    }
}
