package org.bellwether.alert.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.bellwether.events.Quote.Mark;

/**
 * Evidence as a reader should see it marked. Spans come from patterns and may overlap, begin inside a word, or run on
 * into the next sentence; marks begin and end with words and quantities, stay within a sentence, and do not touch.
 */
final class Marks {

    /**
     * {@code US$10 billion}, {@code 28,500}, {@code 5%}, {@code 2만8500명}, {@code 100억 8000만 달러}. What repeats a group is
     * possessive: any other kind takes a frame of the stack for each turn, and whoever writes a title decides on those.
     */
    private static final Pattern QUANTITY = Pattern.compile("(?:(?:US)?[$€£¥₩])?\\d++(?:[.,]\\d++)*+"
            + "(?:[천만억조]++\\s?+(?:\\d++(?:[.,]\\d++)*+)?+)*+"
            + "(?:\\s?(?:hundred|thousand|million|billion|trillion)\\b)?"
            + "(?:\\s?(?:%|percent\\b|달러|원|명))?");

    /** What follows a noun in Korean without a space, be it a foreign one or a figure; a mark may end before it. */
    private static final Pattern PARTICLE =
            Pattern.compile("(?:으로써|으로서|이라고|에서는|에게서|까지|부터|보다|처럼|만큼|에서|에게|께서|으로|이라|이나|라고|로서|로써"
                    + "|에는|에도|과의|와의|은|는|이|가|을|를|의|에|와|과|로|도|만|나|며|이며)");

    private Marks() {}

    /** In reading order; any of the given ones may reach beyond the text, as spans from another version do. */
    static List<Mark> tidy(String text, List<Mark> evidence) {
        List<Mark> quantities = quantities(text);
        List<Mark> ends = Sentences.ends(text);
        List<Mark> whole = evidence.stream()
                .map(mark -> new Mark(Math.max(0, mark.start()), Math.min(text.length(), mark.end())))
                .filter(mark -> mark.start() < mark.end())
                .map(mark -> wholeQuantities(mark, quantities))
                .map(mark -> wholeWords(text, mark))
                .flatMap(mark -> sentences(mark, ends).stream())
                .map(mark -> trimmed(text, mark))
                .filter(mark -> mark.start() < mark.end())
                .sorted(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end))
                .toList();
        return joined(text, whole);
    }

    private static List<Mark> quantities(String text) {
        return QUANTITY.matcher(text)
                .results()
                .map(found -> new Mark(found.start(), found.end()))
                .toList();
    }

    private static Mark wholeQuantities(Mark mark, List<Mark> quantities) {
        int start = mark.start();
        int end = mark.end();
        for (Mark quantity : quantities) {
            if (quantity.start() < mark.end() && mark.start() < quantity.end()) {
                start = Math.min(start, quantity.start());
                end = Math.max(end, quantity.end());
            }
        }
        return new Mark(start, end);
    }

    private static Mark wholeWords(String text, Mark mark) {
        int start = mark.start();
        while (insideWord(text, start)) {
            start--;
        }
        int end = mark.end();
        while (insideWord(text, end)) {
            end++;
        }
        boolean particle = end > mark.end()
                && PARTICLE.matcher(text).region(mark.end(), end).matches();
        return new Mark(start, particle ? mark.end() : end);
    }

    private static boolean insideWord(String text, int at) {
        return at > 0
                && at < text.length()
                && (isPairSplit(text, at)
                        || (Character.isLetterOrDigit(text.codePointBefore(at))
                                && Character.isLetterOrDigit(text.codePointAt(at))));
    }

    private static boolean isPairSplit(String text, int at) {
        return Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    /** The parts of a mark in the sentences it runs through, without what ends them. */
    private static List<Mark> sentences(Mark mark, List<Mark> ends) {
        List<Mark> parts = new ArrayList<>();
        int start = mark.start();
        for (Mark end : ends) {
            if (end.start() >= start && end.end() <= mark.end()) {
                parts.add(new Mark(start, end.start()));
                start = end.end();
            }
        }
        parts.add(new Mark(start, mark.end()));
        return parts;
    }

    private static Mark trimmed(String text, Mark mark) {
        int start = mark.start();
        int end = mark.end();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Mark(start, end);
    }

    /** Those that overlap, touch, or have but blanks between them on one line become one. */
    private static List<Mark> joined(String text, List<Mark> sorted) {
        List<Mark> joined = new ArrayList<>();
        for (Mark mark : sorted) {
            Mark last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && (mark.start() <= last.end() || onlyBlanks(text, last.end(), mark.start()))) {
                joined.set(joined.size() - 1, new Mark(last.start(), Math.max(last.end(), mark.end())));
            } else {
                joined.add(mark);
            }
        }
        return joined;
    }

    private static boolean onlyBlanks(String text, int from, int to) {
        String between = text.substring(from, to);
        return between.isBlank() && between.indexOf('\n') < 0;
    }
}
