package org.bellwether.benchmarks.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.bellwether.classify.text.AnalysedText;

/**
 * Watches as subscribers write them, any number, the same each time. A watch has two to six words: three in ten are words
 * alone, others have a phrase, a choice, NEAR, NOT, a prefix, or ask for the title, the language or the publisher.
 *
 * <p>Words come from the news itself, the more frequent the likelier (Zipf–Mandelbrot: a word's odds fall with its rank plus
 * a shift), but for the most frequent, which nobody looks for. As a thousand items hold but a small part of the words that
 * subscribers know, the names above all, the ranks go on beyond, with made-up words. Phrases and neighbours stand so in
 * some item. Most watches do not match most news; the comparison prints how many do.
 */
final class WatchFarm {

    static final int PUBLISHERS = 40;

    private static final int TOO_FREQUENT = 200;
    private static final int ZIPF_SHIFT = 200;
    private static final int SHORTEST_TEXT = 8;
    private static final int KNOWN_WORDS = 20_000;

    private final Random random = new Random(20261101);
    private final List<String> words;
    private final double[] odds;
    private final List<AnalysedText> texts;
    private final String language;

    WatchFarm(List<AnalysedText> texts, String language) {
        this.language = language;
        this.texts = texts.stream().filter(text -> text.size() >= SHORTEST_TEXT).toList();
        Map<String, Integer> counts = new HashMap<>();
        Map<String, String> written = new HashMap<>();
        for (AnalysedText text : texts) {
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < text.size(); i++) {
                if (seen.add(text.term(i)) && isWord(text.slice(i, i))) {
                    counts.merge(text.term(i), 1, Integer::sum);
                    written.putIfAbsent(text.term(i), text.slice(i, i));
                }
            }
        }
        words = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> written.get(entry.getKey()))
                .skip(TOO_FREQUENT)
                .toList();
        odds = new double[KNOWN_WORDS];
        double sum = 0;
        for (int i = 0; i < odds.length; i++) {
            sum += 1.0 / (i + ZIPF_SHIFT);
            odds[i] = sum;
        }
    }

    private static boolean isWord(String written) {
        return written.length() >= 2
                && written.codePoints().allMatch(Character::isLetter)
                && !written.matches("AND|OR|NOT|NEAR|ONEAR");
    }

    /** So many different queries that can be read. */
    List<String> queries(int count, Predicate<String> readable) {
        Set<String> seen = new HashSet<>();
        List<String> queries = new ArrayList<>();
        while (queries.size() < count) {
            String query = query();
            if (seen.add(query) && readable.test(query)) {
                queries.add(query);
            }
        }
        return queries;
    }

    private String query() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> words(2 + random.nextInt(4), " ");
            case 3 -> phrase() + " " + words(1 + random.nextInt(2), " AND ");
            case 4 -> "(" + words(2 + random.nextInt(2), " OR ") + ") AND " + words(2, " ");
            case 5 -> near() + " " + word();
            case 6 -> words(2 + random.nextInt(2), " ") + " NOT " + word();
            case 7 -> prefix() + " " + words(1 + random.nextInt(2), " ");
            case 8 -> "title:" + (random.nextBoolean() ? word() : phrase()) + " " + word();
            default ->
                (random.nextBoolean() ? "lang:" + language : "source:publisher-" + random.nextInt(PUBLISHERS)) + " "
                        + words(2, " ");
        };
    }

    private String word() {
        int rank = Arrays.binarySearch(odds, random.nextDouble() * odds[odds.length - 1]);
        rank = rank < 0 ? -rank - 1 : rank;
        return rank < words.size() ? words.get(rank) : madeUp(rank);
    }

    /** Three syllables that no news has. */
    private String madeUp(int rank) {
        StringBuilder word = new StringBuilder();
        for (int rest = rank, syllable = 0; syllable < 3; syllable++, rest /= 40) {
            word.append(
                    language.equals("ko")
                            ? String.valueOf((char) ('\ubdc0' + rest % 40))
                            : "bdfgklmnprstvz".charAt(rest % 14) + "" + "aeiouy".charAt(rest % 6) + "x");
        }
        return word.toString();
    }

    private String words(int count, String between) {
        List<String> several = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            several.add(word());
        }
        return String.join(between, several);
    }

    private String phrase() {
        AnalysedText text = texts.get(random.nextInt(texts.size()));
        int at = random.nextInt(text.size() - 1);
        return "\"" + text.slice(at, at + 1).replaceAll("[\"“”„″＂*]", " ") + "\"";
    }

    private String near() {
        AnalysedText text = texts.get(random.nextInt(texts.size()));
        int at = random.nextInt(text.size() - 1);
        int other = Math.min(text.size() - 1, at + 1 + random.nextInt(5));
        return text.slice(at, at) + (random.nextBoolean() ? " NEAR/" : " ONEAR/") + (3 + random.nextInt(6)) + " "
                + text.slice(other, other);
    }

    private String prefix() {
        String word = word();
        return word.substring(0, Math.max(2, word.length() * 2 / 3)) + "*";
    }
}
