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
import java.util.stream.IntStream;
import org.bellwether.classify.text.AnalysedText;

/**
 * Watches as subscribers write them, any number, the same each time. A watch has a subject and one to four words more: three in ten
 * are words alone, others have a phrase, a choice, NEAR, NOT, a prefix, or ask for the title, the language or the publisher.
 *
 * <p>Subjects come from earlier news, the more frequent the likelier (Zipf–Mandelbrot: a word's odds fall with its rank plus a
 * shift), but for the most frequent, which nobody asks for alone. As a thousand items hold but a small part of the words that
 * subscribers know, the names above all, the ranks go on beyond, with made-up words. A quarter of the watches take the
 * subject of another one, whichever: many desks follow the same few, hundreds of them the best known. Of the other words half stand
 * beside the subject in some item, and may be as frequent as a name can be; phrases and neighbours are from there too. The news that is
 * matched is not the news that the words come from. Most watches do not match most news; the comparison prints how many do.
 */
final class WatchFarm {

    static final int PUBLISHERS = 40;

    /** Ranks of words that are no subject, and of those that are nothing to look for at all. */
    private static final int TOO_FREQUENT = 200;

    private static final int FUNCTION_WORDS = 40;
    private static final int ZIPF_SHIFT = 200;
    private static final int SHORTEST_TEXT = 8;
    private static final int KNOWN_WORDS = 20_000;
    private static final int NEIGHBOURS = 5;

    /** A word and where it was read. */
    private record Subject(String word, AnalysedText text, int at) {}

    private final Random random = new Random(20261101);
    private final String language;
    private final List<AnalysedText> texts;
    private final Map<String, List<Subject>> places = new HashMap<>();
    private final List<String> terms;
    private final Set<String> functionWords;
    private final double[] odds = new double[KNOWN_WORDS];
    private final List<Subject> subjects = new ArrayList<>();

    WatchFarm(List<AnalysedText> texts, String language) {
        this.language = language;
        this.texts = texts.stream().filter(text -> text.size() >= SHORTEST_TEXT).toList();
        for (AnalysedText text : this.texts) {
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < text.size(); i++) {
                if (isWord(text.slice(i, i)) && seen.add(text.term(i))) {
                    places.computeIfAbsent(text.term(i), term -> new ArrayList<>())
                            .add(new Subject(text.slice(i, i), text, i));
                }
            }
        }
        List<String> ranked = places.entrySet().stream()
                .sorted(Map.Entry.<String, List<Subject>>comparingByValue((one, other) -> other.size() - one.size())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        terms = ranked.subList(TOO_FREQUENT, ranked.size());
        functionWords = Set.copyOf(ranked.subList(0, FUNCTION_WORDS));
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
            String query = query(subject());
            if (seen.add(query) && readable.test(query)) {
                queries.add(query);
            }
        }
        return queries;
    }

    private Subject subject() {
        Subject subject =
                !subjects.isEmpty() && random.nextInt(4) == 0 ? subjects.get(random.nextInt(subjects.size())) : fresh();
        subjects.add(subject);
        return subject;
    }

    private Subject fresh() {
        int rank = Arrays.binarySearch(odds, random.nextDouble() * odds[odds.length - 1]);
        rank = rank < 0 ? -rank - 1 : rank;
        if (rank < terms.size()) {
            return any(places.getOrDefault(terms.get(rank), List.of()));
        }
        AnalysedText text = any(texts);
        return new Subject(madeUp(rank), text, random.nextInt(text.size()));
    }

    private <T> T any(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    private String query(Subject subject) {
        String word = subject.word();
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> word + " " + more(subject, 1 + random.nextInt(4), " ");
            case 3 -> phrase(subject) + " " + more(subject, 1 + random.nextInt(2), " AND ");
            case 4 ->
                "(" + word + " OR " + more(subject, 1 + random.nextInt(2), " OR ") + ") AND " + more(subject, 2, " ");
            case 5 -> near(subject) + " " + more(subject, 1, " ");
            case 6 -> word + " " + more(subject, 1 + random.nextInt(2), " ") + " NOT " + more(subject, 1, " ");
            case 7 -> prefix(word) + " " + more(subject, 1 + random.nextInt(2), " ");
            case 8 -> "title:" + (random.nextBoolean() ? word : phrase(subject)) + " " + more(subject, 1, " ");
            default ->
                (random.nextBoolean() ? "lang:" + language : "source:publisher-" + random.nextInt(PUBLISHERS)) + " "
                        + word + " " + more(subject, 1, " ");
        };
    }

    /** Other words, half of them from where the subject stands. */
    private String more(Subject subject, int count, String between) {
        List<String> words = new ArrayList<>();
        while (words.size() < count) {
            words.add(random.nextBoolean() ? beside(subject, subject.text().size()) : fresh().word());
        }
        return String.join(between, words);
    }

    /** A word of the same text at most so far away; the subject itself where there is none to look for. */
    private String beside(Subject subject, int distance) {
        AnalysedText text = subject.text();
        int[] others = IntStream.rangeClosed(
                        Math.max(0, subject.at() - distance), Math.min(text.size() - 1, subject.at() + distance))
                .filter(at ->
                        at != subject.at() && isWord(text.slice(at, at)) && !functionWords.contains(text.term(at)))
                .toArray();
        int at = others.length == 0 ? subject.at() : others[random.nextInt(others.length)];
        return text.slice(at, at);
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

    private static String phrase(Subject subject) {
        int at = Math.min(subject.at(), subject.text().size() - 2);
        return "\"" + subject.text().slice(at, at + 1).replaceAll("[\"“”„″＂*]", " ") + "\"";
    }

    private String near(Subject subject) {
        return subject.word() + (random.nextBoolean() ? " NEAR/" : " ONEAR/") + (3 + random.nextInt(6)) + " "
                + beside(subject, NEIGHBOURS);
    }

    private static String prefix(String word) {
        return word.substring(0, Math.max(2, word.length() * 2 / 3)) + "*";
    }
}
