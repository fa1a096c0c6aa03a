package org.bellwether.benchmarks.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bellwether.classify.evaluate.GoldSet;
import org.bellwether.classify.evaluate.LabelledItem;

/**
 * News to match: the labelled items that come with the classifier. A headline comes with the first 200 characters of its
 * text, an article is the texts of as many items on the same issues as make 300 words.
 */
final class NewsCorpus {

    private static final int LEAD_CHARS = 200;
    private static final int ARTICLE_WORDS = 300;

    /** What is published. */
    record News(String title, String text, String publisher) {}

    private NewsCorpus() {}

    /**
     * The news to match: every second item of a language.
     *
     * @param shape {@code headline} or {@code article}
     */
    static List<News> of(String language, String shape) {
        return half(language, shape, 1);
    }

    /** The other half, which subscribers have read when they write their watches. */
    static List<News> earlier(String language) {
        return half(language, "headline", 0);
    }

    private static List<News> half(String language, String shape, int remainder) {
        List<LabelledItem> all = Stream.of(GoldSet.SIGNALS, GoldSet.TRAPS, GoldSet.TRAINING)
                .flatMap(set -> set.items().stream())
                .filter(item -> item.lang().equals(language))
                .filter(item -> !item.title().isEmpty() && !item.text().isEmpty())
                .toList();
        List<LabelledItem> items = IntStream.range(0, all.size())
                .filter(i -> i % 2 == remainder)
                .mapToObj(all::get)
                .sorted(Comparator.comparing(item -> item.issues().toString()))
                .toList();
        List<News> news = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String text = items.get(i).text();
            if (shape.equals("article")) {
                text = article(items, i);
            } else if (text.length() > LEAD_CHARS) {
                text = text.substring(0, LEAD_CHARS);
            }
            news.add(new News(items.get(i).title(), text, "publisher-" + i % WatchFarm.PUBLISHERS));
        }
        return news;
    }

    private static String article(List<LabelledItem> items, int first) {
        StringBuilder text = new StringBuilder();
        int words = 0;
        for (int i = first; words < ARTICLE_WORDS; i = (i + 1) % items.size()) {
            for (String word : items.get(i).text().strip().split("\\s+", -1)) {
                if (words++ < ARTICLE_WORDS) {
                    text.append(word).append(' ');
                }
            }
            text.append('\n');
        }
        return text.toString();
    }
}
