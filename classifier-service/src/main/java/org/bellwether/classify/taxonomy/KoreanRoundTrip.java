package org.bellwether.classify.taxonomy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.classify.text.KoreanWords;
import org.bellwether.classify.text.TextAnalyser;

/**
 * Holds Korean analysis to its promise: a word comes out as the same terms alone and inside a sentence, or no pattern
 * that uses it could be trusted to match.
 */
final class KoreanRoundTrip {

    private static final Pattern WORD = Pattern.compile("[가-힣]{2,}\\*?");

    private final TextAnalyser analyser;
    private final Set<String> proven = new HashSet<>();

    KoreanRoundTrip(TextAnalyser analyser) {
        this.analyser = analyser;
    }

    /** The Korean words of a pattern that are matched whole. */
    static List<String> words(String source) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(source);
        while (matcher.find()) {
            if (!matcher.group().endsWith("*")) {
                words.add(matcher.group());
            }
        }
        return words;
    }

    /** Says which word of the pattern analysis breaks, if any. */
    Optional<String> lost(String source) {
        for (String word : words(source)) {
            if (!word.endsWith("다") && !proven.contains(word)) {
                if (!KoreanWords.survives(analyser, word)) {
                    return Optional.of("the Korean word '" + word + "' does not survive analysis");
                }
                proven.add(word);
            }
        }
        return Optional.empty();
    }
}
