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
    private int lastLetterEnd;
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
        sentences[size] = size == 0 ? 0 : sentences[size - 1] + (isBreak(lastLetterEnd, starts[size]) ? 1 : 0);
        lastLetterEnd = folded.end(token.end());
        ends[size] = withDotOfInitials(starts[size], lastLetterEnd);
        size++;
    }

    /** The dot after {@code U.S.} is as much a part of it as the one within, even where it ends the sentence too. */
    private int withDotOfInitials(int start, int end) {
        boolean dotted = end - start >= 3 && end < original.length() && original.charAt(end) == '.';
        for (int i = start; dotted && i < end; i++) {
            char c = original.charAt(i);
            dotted = (i - start) % 2 == 0 ? c >= 'A' && c <= 'Z' : c == '.';
        }
        return dotted && (end - start) % 2 == 1 ? end + 1 : end;
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
