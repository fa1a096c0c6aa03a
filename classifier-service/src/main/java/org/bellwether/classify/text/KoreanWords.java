package org.bellwether.classify.text;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Chooses which words the Korean dictionary must be taught. A word the library already cuts into whole words is left
 * alone (teaching {@code 무기} would tear {@code 업무기준} apart), and so is one that is only others written together.
 */
public final class KoreanWords {

    private static final int SHORTEST_PART = 2;
    private static final int MOST_ROUNDS = 8;

    private static final int SENTENCES = 6;
    private static final String WITHIN = "이번 %s, 논란\n정부는 %s도 거론\n%s에 대한 입장\n정부, %s 사흘 만에\n%s의 앞날\n정부 %s 다시 거론";

    private KoreanWords() {}

    /** Whether a word comes out as the same terms inside sentences as alone. */
    public static boolean survives(TextAnalyser analyser, String word) {
        List<String> alone = terms(analyser, word);
        return !alone.isEmpty() && occurrences(alone, terms(analyser, WITHIN.replace("%s", word))) >= SENTENCES;
    }

    private static int occurrences(List<String> part, List<String> whole) {
        int count = 0;
        for (int start = 0; start + part.size() <= whole.size(); start++) {
            if (whole.subList(start, start + part.size()).equals(part)) {
                count++;
            }
        }
        return count;
    }

    private static List<String> terms(TextAnalyser analyser, String text) {
        AnalysedText analysed = analyser.analyse(text);
        return IntStream.range(0, analysed.size()).mapToObj(analysed::term).toList();
    }

    /** The words among these that must be taught for each of them to come out the same wherever it stands. */
    public static Collection<TaughtWord> toTeach(Collection<String> words) {
        TextAnalyser plain = TextAnalyser.plain();
        Set<String> uninflected = words.stream()
                .filter(word -> word.length() >= SHORTEST_PART && !isInflected(word))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, List<String>> known = uninflected.parallelStream()
                .filter(word -> isCut(word, terms(plain, word)) && survives(plain, word))
                .collect(Collectors.toConcurrentMap(Function.identity(), word -> terms(plain, word)));
        Map<String, TaughtWord> taught = new LinkedHashMap<>();
        for (String word : uninflected) {
            if (!known.containsKey(word) && !isJoined(word, uninflected)) {
                taught.put(word, TaughtWord.whole(word));
            }
        }
        teachTheUnsettled(uninflected, known, taught);
        return taught.values();
    }

    /**
     * What is taught shifts what stands around it; whoever loses by that is taught too, until all is settled. A word can
     * shift only a text that it stands in, so each round looks at no others.
     */
    private static void teachTheUnsettled(
            Set<String> words, Map<String, List<String>> known, Map<String, TaughtWord> taught) {
        Set<String> taughtLast = Set.copyOf(taught.keySet());
        for (int round = 0; round < MOST_ROUNDS && !taughtLast.isEmpty(); round++) {
            TextAnalyser analyser = TextAnalyser.knowing(taught.values());
            boolean isFirst = round == 0;
            Set<String> news = taughtLast;
            List<TaughtWord> unsettled = words.parallelStream()
                    .filter(word -> !taught.containsKey(word))
                    .filter(word -> (isFirst && !known.containsKey(word)) || isTouched(word, news))
                    .filter(word -> !survives(analyser, word)
                            || !known.getOrDefault(word, terms(analyser, word)).equals(terms(analyser, word)))
                    .map(word -> taughtAs(word, known.getOrDefault(word, List.of())))
                    .toList();
            unsettled.forEach(word -> taught.put(word.written(), word));
            taughtLast = unsettled.stream().map(TaughtWord::written).collect(Collectors.toSet());
        }
    }

    private static boolean isTouched(String word, Set<String> news) {
        String sentences = WITHIN.replace("%s", word);
        return news.stream().anyMatch(sentences::contains);
    }

    /** Verbs in their dictionary form inflect; the library knows how. */
    private static boolean isInflected(String word) {
        return word.endsWith("다");
    }

    /** Into the parts the dictionary knows, unless those are its stems rather than its parts. */
    private static TaughtWord taughtAs(String word, List<String> parts) {
        return String.join("", parts).equals(word) ? new TaughtWord(word, parts) : TaughtWord.whole(word);
    }

    /** Whether the terms cover the word and none of several is a mere syllable. */
    private static boolean isCut(String word, List<String> terms) {
        boolean hasSyllable = terms.size() > 1 && terms.stream().anyMatch(term -> term.length() < SHORTEST_PART);
        return !hasSyllable && terms.stream().mapToInt(String::length).sum() == word.length();
    }

    /** Whether the word is two or more of the others written together. */
    private static boolean isJoined(String word, Set<String> others) {
        boolean[] reached = new boolean[word.length() + 1];
        reached[0] = true;
        for (int end = SHORTEST_PART; end <= word.length(); end++) {
            for (int start = 0; start <= end - SHORTEST_PART && !reached[end]; start++) {
                boolean whole = start == 0 && end == word.length();
                String part = word.substring(start, end);
                reached[end] = reached[start] && !whole && others.contains(part);
            }
        }
        return reached[word.length()];
    }
}
