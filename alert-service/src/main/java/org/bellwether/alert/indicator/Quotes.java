package org.bellwether.alert.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bellwether.alert.text.Sentences;
import org.bellwether.events.AlertItem;
import org.bellwether.events.NewsItem;
import org.bellwether.events.Quantity;
import org.bellwether.events.Quote;
import org.bellwether.events.Quote.Mark;
import org.bellwether.events.Tag;
import org.bellwether.events.TaggedItem;
import org.bellwether.events.TextField;
import org.jspecify.annotations.Nullable;

/** Cuts the passages around the evidence out of an item, with the evidence marked. */
final class Quotes {

    private static final int AROUND_CHARS = 240;
    /** A passage that is as long as this does not grow any further. */
    private static final int LONGEST_CHARS = 600;

    private static final int MOST_QUOTES = 3;

    /** Spans come from another service: one that does not fit the text is left out, not trusted. */
    private record Span(TextField field, int start, int end) {
        boolean fits(String text) {
            return start >= 0 && start < end && end <= text.length();
        }
    }

    private Quotes() {}

    static AlertItem alertItem(TaggedItem tagged, Tag tag, @Nullable Quantity quantity) {
        NewsItem item = tagged.item();
        return new AlertItem(
                item.id(),
                item.version(),
                tagged.storyId(),
                item.title(),
                item.url(),
                item.publisher(),
                tagged.language(),
                item.published(),
                tag.issue(),
                tag.act(),
                quotes(tagged, tag, quantity),
                quantity);
    }

    private static List<Quote> quotes(TaggedItem tagged, Tag tag, @Nullable Quantity quantity) {
        List<Span> spans = new ArrayList<>();
        tag.evidence().forEach(evidence -> spans.add(new Span(evidence.field(), evidence.start(), evidence.end())));
        if (quantity != null) {
            spans.add(new Span(quantity.field(), quantity.start(), quantity.end()));
        }
        List<Quote> quotes = new ArrayList<>();
        for (TextField field : TextField.values()) {
            String text = Figures.text(field, tagged);
            List<Mark> figures = quantity == null ? List.of() : Figures.in(field, tagged, quantity);
            quotes.addAll(passages(field, text, spans, figures));
        }
        return List.copyOf(quotes.subList(0, Math.min(MOST_QUOTES, quotes.size())));
    }

    /**
     * One passage per cluster of evidence.
     *
     * @param figures marked where a passage has them; for their own sake none is quoted
     */
    private static List<Quote> passages(TextField field, String text, List<Span> spans, List<Mark> figures) {
        List<Span> here = spans.stream()
                .filter(span -> span.field() == field && span.fits(text))
                .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
                .toList();
        List<Quote> quotes = new ArrayList<>();
        int next = 0;
        while (next < here.size()) {
            int from = passageStart(field, text, here.get(next).start());
            int to = passageEnd(field, text, here.get(next).end());
            List<Mark> marks = new ArrayList<>();
            while (next < here.size()
                    && (here.get(next).end() <= to || (here.get(next).start() < to && to - from < LONGEST_CHARS))) {
                Span span = here.get(next++);
                // Evidence that runs on into the next sentence brings that along, or this one would be told twice.
                to = span.end() <= to ? to : passageEnd(field, text, span.end());
                marks.add(new Mark(span.start(), span.end()));
            }
            marks.addAll(figures);
            quotes.add(new Quote(field, text.substring(from, to), within(from, to, marks)));
        }
        return quotes;
    }

    /** Of the passage, in reading order; what overlaps is one piece of evidence to a reader. */
    private static List<Mark> within(int from, int to, List<Mark> marks) {
        List<Mark> ordered = marks.stream()
                .map(mark -> new Mark(Math.max(mark.start(), from) - from, Math.min(mark.end(), to) - from))
                .filter(mark -> mark.start() < mark.end())
                .sorted(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end))
                .toList();
        List<Mark> joined = new ArrayList<>();
        for (Mark mark : ordered) {
            @Nullable Mark last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && mark.start() < last.end()) {
                joined.set(joined.size() - 1, new Mark(last.start(), Math.max(last.end(), mark.end())));
            } else {
                joined.add(mark);
            }
        }
        return joined;
    }

    /** The beginning of a title or of the sentence, or of a word at most so far before. */
    private static int passageStart(TextField field, String text, int evidence) {
        if (isWhole(field, text)) {
            return 0;
        }
        int furthest = Math.max(0, evidence - AROUND_CHARS);
        int sentence = Sentences.lastEnd(text, furthest, evidence);
        if (sentence < 0 && furthest > 0) {
            return firstBlank(text, furthest, evidence);
        }
        return skipSpace(text, Math.max(0, sentence), evidence);
    }

    /** The end of a title or of the sentence, or of a word at most so far behind. */
    private static int passageEnd(TextField field, String text, int evidence) {
        if (isWhole(field, text)) {
            return text.length();
        }
        int furthest = Math.min(text.length(), evidence + AROUND_CHARS);
        int sentence = Sentences.firstEnd(text, evidence, furthest);
        if (sentence < 0 && furthest < text.length()) {
            return lastBlank(text, evidence, furthest);
        }
        return sentence < 0 ? furthest : sentence;
    }

    /** Stops in a title end no sentence. */
    private static boolean isWhole(TextField field, String text) {
        return field == TextField.TITLE && text.length() <= LONGEST_CHARS;
    }

    /** The offset after it; {@code to} where there is none. */
    private static int firstBlank(String text, int from, int to) {
        int i = from;
        while (i < to && !Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return skipSpace(text, i, to);
    }

    private static int lastBlank(String text, int from, int to) {
        int i = to;
        while (i > from && !Character.isWhitespace(text.charAt(i))) {
            i--;
        }
        return i > from ? i : to;
    }

    private static int skipSpace(String text, int from, int limit) {
        int i = from;
        while (i < limit && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
