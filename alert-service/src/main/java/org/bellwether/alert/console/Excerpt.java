package org.bellwether.alert.console;

import java.util.List;
import java.util.stream.Stream;
import org.bellwether.alert.text.Segment;
import org.bellwether.alert.text.Sentences;
import org.bellwether.events.Quote;

/** Cuts a passage out of a text, around its first evidence, where a reader would: between sentences, else words. */
final class Excerpt {

    private static final int CHARS = 260;

    /** How much stands before the evidence where no sentence begins near it. */
    private static final int LEAD_CHARS = 70;

    /** How far before the evidence a passage may begin, to begin with a sentence, the text or a word. */
    private static final int NEAR_CHARS = 2 * LEAD_CHARS;

    private static final Segment ELLIPSIS_BEFORE = new Segment("… ", false);
    private static final Segment ELLIPSIS_AFTER = new Segment(" …", false);

    private Excerpt() {}

    /**
     * The passage in segments; where it begins inside a sentence or ends before the text does, an ellipsis says so.
     *
     * @param marks evidence in the text; of another version of it, it may reach beyond the end
     */
    static List<Segment> of(String text, List<Quote.Mark> marks) {
        int first = marks.stream()
                .mapToInt(Quote.Mark::start)
                .filter(start -> start >= 0 && start < text.length())
                .min()
                .orElse(0);
        int sentence = sentenceBegin(text, first);
        int from = sentence < 0 ? wordBegin(text, first - LEAD_CHARS, first) : sentence;
        int to = wordEnd(text, from + CHARS);
        List<Quote.Mark> moved = marks.stream()
                .map(mark -> new Quote.Mark(mark.start() - from, mark.end() - from))
                .toList();
        Stream<Segment> before = sentence < 0 ? Stream.of(ELLIPSIS_BEFORE) : Stream.empty();
        Stream<Segment> after = to < text.length() ? Stream.of(ELLIPSIS_AFTER) : Stream.empty();
        return Stream.of(before, Segment.of(text.substring(from, to), moved).stream(), after)
                .flatMap(part -> part)
                .toList();
    }

    /** Where the text begins, or else the evidence's sentence; -1 if neither is near. */
    private static int sentenceBegin(String text, int first) {
        if (first <= NEAR_CHARS) {
            return 0;
        }
        int begin = Sentences.lastEnd(text, first - NEAR_CHARS, first);
        while (begin >= 0 && begin < first && isBlank(text, begin)) {
            begin++;
        }
        return begin;
    }

    /**
     * Back to the beginning of the word, or on to the next one's if that is too far, as in a long address. A script
     * without blanks can be cut anywhere.
     */
    private static int wordBegin(String text, int at, int first) {
        for (int begin = at; begin >= Math.max(1, first - NEAR_CHARS); begin--) {
            if (isBlank(text, begin - 1) && !isBlank(text, begin)) {
                return begin;
            }
        }
        for (int begin = at + 1; begin <= first; begin++) {
            if (isBlank(text, begin - 1) && !isBlank(text, begin)) {
                return begin;
            }
        }
        return wholeCharacter(text, at);
    }

    /** Back to the end of the last whole word, if that is not too far. */
    private static int wordEnd(String text, int at) {
        if (at >= text.length()) {
            return text.length();
        }
        for (int end = at; end > at - LEAD_CHARS; end--) {
            if (isBlank(text, end) && !isBlank(text, end - 1)) {
                return end;
            }
        }
        return wholeCharacter(text, at);
    }

    private static int wholeCharacter(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static boolean isBlank(String text, int at) {
        char character = text.charAt(at);
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
