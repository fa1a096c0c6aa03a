package org.bellwether.ingest.poll;

import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.egress.WebAddress;
import org.bellwether.events.NewsItem;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.Severity;
import org.bellwether.ingest.article.ArticleText;
import org.bellwether.ingest.article.ArticleTexts;
import org.bellwether.ingest.article.ArticleWanted;
import org.bellwether.ingest.fetch.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * What became of the articles behind the items of one reading.
 *
 * @param texts in place of the feed's, by item id
 * @param outcomes how many came to what: {@code extracted}, or the code of {@link ArticleText.Kept}
 * @param reasons one for each code, in words
 * @param missing items whose articles may be read later, by id
 * @param took reading them
 */
public record Articles(
        Map<String, String> texts,
        Map<String, Integer> outcomes,
        Map<String, String> reasons,
        Set<String> missing,
        Duration took) {

    /** None were wanted. */
    public static final Articles NONE = new Articles(Map.of(), Map.of(), Map.of(), Set.of(), Duration.ZERO);

    /** The condition of a feed whose articles cannot be read. */
    static final String REFUSED = "full-text-refused";

    private static final String EXTRACTED = "extracted";
    private static final String BUDGET = "budget";

    /** The feed's text is as good. */
    private static final Set<String> AS_GOOD = Set.of(EXTRACTED, "shorter");

    /** All that can come of one. */
    static final Set<String> OUTCOMES = Stream.concat(
                    Stream.of(EXTRACTED, "shorter", "page", "robots", BUDGET, "host", "room"),
                    Stream.of(FailureKind.values()).map(FailureKind::label))
            .collect(Collectors.toUnmodifiableSet());

    /** Nothing is wrong with the publisher's pages: they were not asked for, by our own limits. */
    private static final Set<String> LEFT_OUT = Set.of(BUDGET, "host", "room");

    public Articles {
        texts = Map.copyOf(texts);
        outcomes = Map.copyOf(outcomes);
        reasons = Map.copyOf(reasons);
        missing = Set.copyOf(missing);
    }

    /**
     * Reads the articles of items that are to be published.
     *
     * @param elsewhere addresses that stand for an item without one of its own: the feed's, its site's
     * @throws InterruptedException when the service stops meanwhile
     */
    static Articles of(List<NewsItem> items, Set<String> elsewhere, ArticleTexts articles) throws InterruptedException {
        List<ArticleWanted> wanted = wanted(
                items.stream().filter(item -> !elsewhere.contains(item.url())).toList());
        long begun = System.nanoTime();
        Map<String, ArticleText> read = articles.of(wanted, articles.limits());
        return of(read, articles.limits().perPoll(), Duration.ofNanos(System.nanoTime() - begun));
    }

    /**
     * What it came to.
     *
     * @param read by item id, the newest first
     * @param mostMissing how many are to be read later at most, the newest
     */
    static Articles of(Map<String, ArticleText> read, int mostMissing, Duration took) {
        Map<String, String> texts = new HashMap<>();
        Map<String, Integer> outcomes = new HashMap<>();
        Map<String, String> reasons = new HashMap<>();
        Set<String> missing = new HashSet<>();
        read.forEach((id, text) -> {
            if (text instanceof ArticleText.Extracted extracted) {
                texts.put(id, extracted.text());
                outcomes.merge(EXTRACTED, 1, Integer::sum);
            } else {
                ArticleText.Kept kept = (ArticleText.Kept) text;
                outcomes.merge(kept.code(), 1, Integer::sum);
                reasons.putIfAbsent(kept.code(), kept.reason());
            }
            if (isPassing(text) && missing.size() < mostMissing) {
                missing.add(id);
            }
        });
        return new Articles(texts, outcomes, reasons, missing, took);
    }

    /** Whether the article may be read later. */
    static boolean isPassing(@Nullable ArticleText text) {
        return text instanceof ArticleText.Kept kept && kept.passing();
    }

    /** Whether the publisher was asked for it, or would have been but for its own robots.txt. */
    static boolean isAsked(ArticleText text) {
        return !(text instanceof ArticleText.Kept kept && LEFT_OUT.contains(kept.code()));
    }

    /** The articles of these items, as far as they have an address. */
    static List<ArticleWanted> wanted(List<NewsItem> items) {
        return items.stream().map(Articles::wanted).filter(Objects::nonNull).toList();
    }

    /** How many were asked for, be it in vain. */
    int asked() {
        return outcomes.entrySet().stream()
                .filter(outcome -> !outcome.getKey().equals(BUDGET))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** With others that were read besides. */
    Articles and(Articles others) {
        Map<String, Integer> all = new HashMap<>(outcomes);
        others.outcomes.forEach((code, count) -> all.merge(code, count, Integer::sum));
        Map<String, String> why = new HashMap<>(others.reasons);
        why.putAll(reasons);
        return new Articles(texts, all, why, missing, took.plus(others.took));
    }

    /** Tells of articles that could not be read; a warning when none could. */
    Optional<Condition> condition() {
        Map<String, Integer> refused = new TreeMap<>(outcomes);
        refused.keySet().removeAll(AS_GOOD);
        refused.keySet().removeAll(LEFT_OUT);
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        int read = AS_GOOD.stream()
                .mapToInt(code -> outcomes.getOrDefault(code, 0))
                .sum();
        int unread = refused.values().stream().mapToInt(Integer::intValue).sum();
        List<String> words = new ArrayList<>();
        refused.forEach((code, count) -> words.add(count + " " + code + " (" + reasons.get(code) + ")"));
        return Optional.of(new Condition(
                REFUSED,
                read == 0 ? Severity.WARNING : Severity.INFO,
                unread + " of " + (unread + read) + " articles could not be read, and have the feed's own text: "
                        + words.stream().collect(Collectors.joining("; "))));
    }

    /** Whether none was asked for, so that nothing is known anew of the publisher's pages. */
    boolean tellNothing() {
        return LEFT_OUT.containsAll(outcomes.keySet());
    }

    private static @Nullable ArticleWanted wanted(NewsItem item) {
        try {
            return new ArticleWanted(item.id(), WebAddress.of(item.url()), item.published(), item.text());
        } catch (URISyntaxException e) {
            // The feed's own text is all there is.
            return null;
        }
    }
}
