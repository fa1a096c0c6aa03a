package org.bellwether.classify.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;

/**
 * Cuts Korean with a dictionary that was taught words, but lets none of them begin inside another word. The tokenizer
 * takes a taught word wherever its syllables stand: {@code 한미} (Korea and the US) out of {@code 대한미국} too. Where the
 * dictionary as it came sees no beginning of a word, its own cut is taken instead.
 */
final class TaughtKorean {

    private final Analyzer plain = Analyzers.korean(List.of());
    private final Analyzer taught;
    private final Map<String, List<TaughtWord>> wordsByFirstPart;

    /** Tokens that are one word of the dictionary, and whether that is a taught one. */
    private record Word(List<Token> tokens, boolean taught) {

        int start() {
            return tokens.get(0).start();
        }
    }

    TaughtKorean(Collection<TaughtWord> words) {
        this.wordsByFirstPart = words.stream()
                .collect(Collectors.groupingBy(word -> word.parts().get(0), HashMap::new, Collectors.toList()));
        this.taught = Analyzers.korean(words);
    }

    /** All tokens in reading order, those that say nothing among them. */
    List<Token> tokens(String text) {
        List<Token> cut = Tokens.of(taught, text);
        List<Token> mended = new ArrayList<>(cut.size());
        int next = 0;
        while (next < cut.size()) {
            int end = runFrom(cut, next);
            List<Token> run = cut.subList(next, end);
            List<Word> words = words(run);
            mended.addAll(hasTaughtWordWithin(words) ? mend(words, text) : run);
            next = end;
        }
        return mended;
    }

    /** Tokens that touch are written as one. */
    private static int runFrom(List<Token> cut, int first) {
        int next = first + 1;
        while (next < cut.size() && cut.get(next).start() <= cut.get(next - 1).end()) {
            next++;
        }
        return next;
    }

    private List<Word> words(List<Token> run) {
        List<Word> words = new ArrayList<>();
        for (int next = 0; next < run.size(); ) {
            int parts = taughtParts(run, next);
            words.add(new Word(run.subList(next, next + Math.max(1, parts)), parts > 0));
            next += Math.max(1, parts);
        }
        return words;
    }

    /** How many tokens from here are the parts of a taught word, the longest there is; 0 if there is none. */
    private int taughtParts(List<Token> run, int first) {
        int longest = 0;
        for (TaughtWord word : wordsByFirstPart.getOrDefault(run.get(first).term(), List.of())) {
            int end = first + word.parts().size();
            if (end <= run.size()
                    && word.parts()
                            .equals(run.subList(first, end).stream()
                                    .map(Token::term)
                                    .toList())) {
                longest = Math.max(longest, word.parts().size());
            }
        }
        return longest;
    }

    /** The first may well be one: it begins where a word does. */
    private static boolean hasTaughtWordWithin(List<Word> words) {
        return words.stream().skip(1).anyMatch(Word::taught);
    }

    private List<Token> mend(List<Word> run, String text) {
        NavigableMap<Integer, Token> own = ownCut(run, text);
        List<Token> mended = new ArrayList<>();
        for (int next = 0; next < run.size(); ) {
            int end = next + 1;
            while (end < run.size() && !own.containsKey(run.get(end).start())) {
                end++;
            }
            List<Word> stretch = run.subList(next, end);
            int to = end < run.size() ? run.get(end).start() : Integer.MAX_VALUE;
            if (hasTaughtWordWithin(stretch)) {
                mended.addAll(own.subMap(stretch.get(0).start(), to).values());
            } else {
                stretch.forEach(word -> mended.addAll(word.tokens()));
            }
            next = end;
        }
        return mended;
    }

    /** By where they begin. */
    private NavigableMap<Integer, Token> ownCut(List<Word> run, String text) {
        int from = run.get(0).start();
        List<Token> last = run.get(run.size() - 1).tokens();
        NavigableMap<Integer, Token> own = new TreeMap<>();
        for (Token token :
                Tokens.of(plain, text.substring(from, last.get(last.size() - 1).end()))) {
            own.put(
                    token.start() + from,
                    new Token(token.term(), token.start() + from, token.end() + from, token.speech()));
        }
        return own;
    }
}
