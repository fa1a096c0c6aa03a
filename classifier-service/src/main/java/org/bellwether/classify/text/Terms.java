package org.bellwether.classify.text;

import java.util.Arrays;
import java.util.Map;

/** Grows the arrays of an {@link AnalysedText}. */
final class Terms {

    private static final Map<String, String> PRESS_HANJA =
            Map.of("美", "미국", "北", "북한", "韓", "한국", "日", "일본", "中", "중국", "露", "러시아", "俄", "러시아", "南", "남한", "核", "핵");
    /** Not the three dots by which Korean headlines join what belongs together. */
    private static final String SENTENCE_MARKS = "!?\n。";

    private final Folded folded;
    private final String original;
    private String[] terms = new String[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] sentences = new int[64];
    private int size;

    Terms(Folded folded, String original) {
        this.folded = folded;
        this.original = original;
    }

    void add(Token token) {
        if (size == terms.length) {
            int larger = size * 2;
            terms = Arrays.copyOf(terms, larger);
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
            sentences = Arrays.copyOf(sentences, larger);
        }
        terms[size] = canonical(token.term(), token.start());
        starts[size] = folded.start(token.start());
        ends[size] = folded.end(token.end());
        sentences[size] = size == 0 ? 0 : sentences[size - 1] + (isBreak(ends[size - 1], starts[size]) ? 1 : 0);
        size++;
    }

    private String canonical(String term, int from) {
        if (term.length() == 1) {
            return PRESS_HANJA.getOrDefault(term, term);
        }
        if (term.equals("us") && folded.text().startsWith("US", from)) {
            return "usa";
        }
        return term.charAt(0) < 0x80 ? Spelling.american(term) : term;
    }

    private boolean isBreak(int end, int start) {
        for (int i = end; i < start; i++) {
            char c = original.charAt(i);
            boolean stop = c == '.' && i + 1 < original.length() && Character.isWhitespace(original.charAt(i + 1));
            if (SENTENCE_MARKS.indexOf(c) >= 0 || (stop && !Spelling.isAbbreviated(terms[size - 1]))) {
                return true;
            }
        }
        return false;
    }

    AnalysedText build() {
        return new AnalysedText(
                original,
                Arrays.copyOf(terms, size),
                Arrays.copyOf(starts, size),
                Arrays.copyOf(ends, size),
                Arrays.copyOf(sentences, size));
    }
}
