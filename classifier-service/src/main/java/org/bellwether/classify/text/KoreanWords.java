package org.bellwether.classify.text;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Chooses which words the Korean dictionary must be taught. A word the library already cuts into whole words is left
 * alone (teaching {@code 무기} would tear {@code 업무기준} apart), and so is one that is only others written together.
 */
public final class KoreanWords {

    private static final int SHORTEST_PART = 2;
    private static final int MOST_ROUNDS = 3;

    private static final int SENTENCES = 4;
    private static final String WITHIN = "이번 %s, 논란\n정부는 %s도 거론\n%s에 대한 입장\n정부, %s 사흘 만에";

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
    public static Set<String> toTeach(Collection<String> words) {
        TextAnalyser plain = TextAnalyser.plain();
        Set<String> unknown = words.stream()
                .filter(word -> word.length() >= SHORTEST_PART && !isInflected(word))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = unknown.parallelStream()
                .filter(word -> isKnown(plain.analyse(word), word) && survives(plain, word))
                .collect(Collectors.toSet());
        unknown.removeAll(known);
        Set<String> taught = new LinkedHashSet<>();
        for (String word : unknown) {
            if (!isJoined(word, known, unknown)) {
                taught.add(word);
            }
        }
        teachTheUnsettled(words, taught);
        return taught;
    }

    /** What is taught shifts what stands around it; whoever loses by that is taught too, until all is settled. */
    private static void teachTheUnsettled(Collection<String> words, Set<String> taught) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            TextAnalyser analyser = TextAnalyser.knowing(taught);
            List<String> unsettled = words.parallelStream()
                    .filter(word -> word.length() >= SHORTEST_PART && !isInflected(word))
                    .filter(word -> !taught.contains(word) && !survives(analyser, word))
                    .toList();
            if (unsettled.isEmpty()) {
                return;
            }
            taught.addAll(unsettled);
        }
    }

    /** Verbs in their dictionary form inflect; the library knows how. */
    private static boolean isInflected(String word) {
        return word.endsWith("다");
    }

    private static boolean isKnown(AnalysedText analysed, String word) {
        int length = 0;
        for (int i = 0; i < analysed.size(); i++) {
            String term = analysed.term(i);
            if (term.length() < SHORTEST_PART && analysed.size() > 1) {
                return false;
            }
            length += term.length();
        }
        return length == word.length();
    }

    /** Whether the word is two or more of the others written together. */
    private static boolean isJoined(String word, Set<String> known, Set<String> unknown) {
        boolean[] reached = new boolean[word.length() + 1];
        reached[0] = true;
        for (int end = SHORTEST_PART; end <= word.length(); end++) {
            for (int start = 0; start <= end - SHORTEST_PART && !reached[end]; start++) {
                boolean whole = start == 0 && end == word.length();
                String part = word.substring(start, end);
                reached[end] = reached[start] && !whole && (known.contains(part) || unknown.contains(part));
            }
        }
        return reached[word.length()];
    }
}
