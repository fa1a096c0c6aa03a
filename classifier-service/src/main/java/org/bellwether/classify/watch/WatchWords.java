package org.bellwether.classify.watch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.bellwether.classify.match.Pattern;
import org.bellwether.classify.match.Pattern.AnyOf;
import org.bellwether.classify.match.Pattern.Prefix;
import org.bellwether.classify.match.Pattern.Sequence;
import org.bellwether.classify.match.Pattern.Word;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.classify.text.Languages;
import org.bellwether.classify.text.TextAnalyser;

/** Brings the words of a query to the terms that texts come out as. */
final class WatchWords {

    /** Korean is cut by what stands around it; a watch means the word in each of these. */
    private static final List<String> KOREAN_SURROUNDINGS = List.of("%s", "%s는 이번에", "정부, %s 사흘 만에", "이번 %s의 앞날");

    /** What British English writes with an s and {@link TextAnalyser} with a z. */
    private static final java.util.regex.Pattern BRITISH =
            java.util.regex.Pattern.compile("(\\p{L}{4,}i)s((?:a(?:t(?:i(?:on?)?)?)?)?)");

    /** Who writes a query in small letters means the country as well. */
    private static final Pattern US = new AnyOf(List.of(new Word("us"), new Word("usa")));

    private final TextAnalyser analyser;

    WatchWords(TextAnalyser analyser) {
        this.analyser = analyser;
    }

    /** The phrase, its words side by side, one that ends in {@code *} being a prefix; no part where nothing can be searched for. */
    List<Pattern> phrase(String phrase) {
        List<Pattern> parts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (String word : phrase.strip().split("\\s+", -1)) {
            if (isPrefix(word)) {
                parts.addAll(words(words.toString()));
                words.setLength(0);
                parts.addAll(prefix(word.substring(0, word.length() - 1)));
            } else {
                words.append(words.isEmpty() ? "" : " ").append(word);
            }
        }
        parts.addAll(words(words.toString()));
        return parts;
    }

    /** Whether a prefix among the words is too short to be of use. */
    static boolean hasShortPrefix(String phrase) {
        return Stream.of(phrase.strip().split("\\s+", -1))
                .anyMatch(word -> isPrefix(word) && word.length() <= Keys.SHORTEST_PREFIX);
    }

    private static boolean isPrefix(String word) {
        return word.length() > 1 && word.endsWith("*");
    }

    private List<Pattern> words(String words) {
        return alternatives(words, false);
    }

    /** Terms that start so. What is written is taken as it is, and as the terms it would be; a compound comes apart in texts too. */
    private List<Pattern> prefix(String start) {
        String lower = start.toLowerCase(Locale.ROOT);
        Set<Pattern> choices = new LinkedHashSet<>();
        choices.add(new Prefix(lower));
        Matcher british = BRITISH.matcher(lower);
        if (british.matches()) {
            choices.add(new Prefix(british.group(1) + "z" + british.group(2)));
        }
        List<Pattern> analysed = alternatives(start, true);
        choices.addAll(analysed);
        return analysed.isEmpty() ? List.of() : List.of(anyOf(choices));
    }

    private List<Pattern> alternatives(String words, boolean openEnded) {
        Set<Pattern> choices = new LinkedHashSet<>();
        for (String surroundings : Languages.hasKorean(words) ? KOREAN_SURROUNDINGS : List.of("%s")) {
            int from = surroundings.indexOf("%s");
            List<String> terms = terms(surroundings.replace("%s", words), from, from + words.length());
            if (!terms.isEmpty()) {
                choices.add(sequence(terms, openEnded));
            }
        }
        return choices.isEmpty() ? List.of() : List.of(anyOf(choices));
    }

    /** The terms of what stands between the two offsets. */
    private List<String> terms(String text, int from, int to) {
        AnalysedText analysed = analyser.analyse(text);
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < analysed.size(); i++) {
            if (analysed.start(i) >= from && analysed.end(i) <= to) {
                terms.add(analysed.term(i));
            }
        }
        return terms;
    }

    private static Pattern sequence(List<String> terms, boolean openEnded) {
        List<Pattern> parts = new ArrayList<>();
        terms.forEach(term -> parts.add(term.equals("us") ? US : new Word(term)));
        if (openEnded && terms.size() > 1) {
            parts.set(parts.size() - 1, new Prefix(terms.get(terms.size() - 1)));
        }
        return parts.size() == 1 ? parts.get(0) : new Sequence(parts);
    }

    private static Pattern anyOf(Set<Pattern> choices) {
        return choices.size() == 1 ? choices.iterator().next() : new AnyOf(List.copyOf(choices));
    }
}
