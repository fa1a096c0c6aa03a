package org.bellwether.ingest.poll;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellwether.events.NewsItem;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.Severity;
import org.bellwether.ingest.article.ArticleText;
import org.bellwether.ingest.article.ArticleTexts;
import org.bellwether.ingest.article.ArticleWanted;
import org.jspecify.annotations.Nullable;

/**
 * What became of the articles behind the items of one reading.
 *
 * @param texts in place of the feed's, by item id
 * @param outcomes how many came to what: {@code extracted}, or the code of {@link ArticleText.Kept}
 * @param reasons one for each code, in words
 */
public record Articles(Map<String, String> texts, Map<String, Integer> outcomes, Map<String, String> reasons) {

    /** None were wanted. */
    static final Articles NONE = new Articles(Map.of(), Map.of(), Map.of());

    /** The condition of a feed whose articles cannot be read. */
    static final String REFUSED = "full-text-refused";

    private static final String EXTRACTED = "extracted";

    /** The feed's text is as good. */
    private static final Set<String> AS_GOOD = Set.of(EXTRACTED, "shorter");

    /** Nothing is wrong with the publisher's pages: they were not asked for, by our own limits. */
    private static final Set<String> LEFT_OUT = Set.of("budget", "host", "room");

    public Articles {
        texts = Map.copyOf(texts);
        outcomes = Map.copyOf(outcomes);
        reasons = Map.copyOf(reasons);
    }

    /**
     * Reads the articles of items that are to be published.
     *
     * @param elsewhere addresses that stand for an item without one of its own: the feed's, its site's
     * @throws InterruptedException when the service stops meanwhile
     */
    static Articles of(List<NewsItem> items, Set<String> elsewhere, ArticleTexts articles) throws InterruptedException {
        List<ArticleWanted> wanted = items.stream()
                .filter(item -> !elsewhere.contains(item.url()))
                .map(Articles::wanted)
                .filter(Objects::nonNull)
                .toList();
        Map<String, String> texts = new HashMap<>();
        Map<String, Integer> outcomes = new HashMap<>();
        Map<String, String> reasons = new HashMap<>();
        articles.of(wanted).forEach((id, text) -> {
            if (text instanceof ArticleText.Extracted extracted) {
                texts.put(id, extracted.text());
                outcomes.merge(EXTRACTED, 1, Integer::sum);
            } else {
                ArticleText.Kept kept = (ArticleText.Kept) text;
                outcomes.merge(kept.code(), 1, Integer::sum);
                reasons.putIfAbsent(kept.code(), kept.reason());
            }
        });
        return new Articles(texts, outcomes, reasons);
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

    boolean isEmpty() {
        return outcomes.isEmpty();
    }

    private static @Nullable ArticleWanted wanted(NewsItem item) {
        try {
            return new ArticleWanted(item.id(), new URI(item.url()), item.published(), item.text());
        } catch (URISyntaxException e) {
            // The feed's own text is all there is.
            return null;
        }
    }
}
