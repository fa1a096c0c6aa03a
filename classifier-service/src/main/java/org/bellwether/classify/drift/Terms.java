package org.bellwether.classify.drift;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.classify.text.TextAnalyser;

/** The terms of a text, one word or two side by side in a sentence, each once and as first written. */
final class Terms {

    private static final int LONGEST_READ = 3_000;
    private static final int SHORTEST = 2;

    private Terms() {}

    /** Surface forms by term. */
    static Map<String, String> of(TextAnalyser analyser, String title, String text) {
        Map<String, String> terms = new HashMap<>();
        String beginning = text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text;
        for (AnalysedText field : List.of(analyser.analyse(title), analyser.analyse(beginning))) {
            for (int i = 0; i < field.size(); i++) {
                if (!isWord(field.term(i))) {
                    continue;
                }
                terms.putIfAbsent(field.term(i), field.slice(i, i));
                if (i + 1 < field.size() && isPair(field, i)) {
                    terms.putIfAbsent(field.term(i) + ' ' + field.term(i + 1), field.slice(i, i + 1));
                }
            }
        }
        return terms;
    }

    /** Two words with nothing but space between them: what a comma or a quotation mark parts is no term. */
    private static boolean isPair(AnalysedText field, int first) {
        return isWord(field.term(first + 1))
                && field.sentence(first) == field.sentence(first + 1)
                && field.slice(first, first + 1).chars().allMatch(c -> isOfWord(c) || Character.isWhitespace(c));
    }

    /** Not a number, nor a lone letter or syllable. */
    private static boolean isWord(String term) {
        return term.length() >= SHORTEST && term.chars().allMatch(Terms::isOfWord);
    }

    private static boolean isOfWord(int c) {
        return Character.isLetter(c) || c == '-' || c == '\'' || c == '’';
    }
}
