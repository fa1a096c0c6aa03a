package org.bellwether.classify.match;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bellwether.classify.match.Pattern.AnyOf;
import org.bellwether.classify.match.Pattern.Further;
import org.bellwether.classify.match.Pattern.Near;
import org.bellwether.classify.match.Pattern.Prefix;
import org.bellwether.classify.match.Pattern.Sequence;
import org.bellwether.classify.match.Pattern.Unless;
import org.bellwether.classify.match.Pattern.Word;
import org.bellwether.classify.text.AnalysedText;

/** The definition of each pattern, written down as plainly as can be and without a thought for time: an oracle. */
public final class PlainPatterns {

    private final AnalysedText text;
    private final IntUnaryOperator sentences;

    /** What is near stands in one sentence, if sentences are told apart. */
    public PlainPatterns(AnalysedText text, IntUnaryOperator sentences) {
        this.text = text;
        this.sentences = sentences;
    }

    /** All spans of the pattern, in reading order. */
    public List<Span> spans(Pattern pattern) {
        return List.copyOf(new TreeSet<>(find(pattern)));
    }

    private List<Span> find(Pattern pattern) {
        if (pattern instanceof Word word) {
            return single(position -> text.term(position).equals(word.term()));
        }
        if (pattern instanceof Prefix prefix) {
            return single(position -> text.term(position).startsWith(prefix.start()));
        }
        if (pattern instanceof AnyOf any) {
            return any.choices().stream()
                    .flatMap(choice -> find(choice).stream())
                    .toList();
        }
        if (pattern instanceof Sequence sequence) {
            return choices(sequence.parts()).stream()
                    .filter(choice -> IntStream.range(1, choice.size())
                            .allMatch(i ->
                                    choice.get(i).first() == choice.get(i - 1).last() + 1))
                    .map(PlainPatterns::hull)
                    .toList();
        }
        if (pattern instanceof Near near) {
            return near(near);
        }
        Unless unless = (Unless) pattern;
        List<Span> unwanted = find(unless.unwanted());
        return find(unless.wanted()).stream()
                .filter(span -> unwanted.stream().allMatch(other -> span.distance(other) > unless.distance()))
                .toList();
    }

    private List<Span> single(IntPredicate test) {
        return IntStream.range(0, text.size())
                .filter(test)
                .mapToObj(position -> new Span(position, position))
                .toList();
    }

    private List<Span> near(Near near) {
        List<Pattern> parts = Stream.concat(
                        Stream.of(near.first()), near.others().stream().map(Further::part))
                .toList();
        List<Span> all = choices(parts).stream()
                .filter(choice -> isTogether(choice, near.others()))
                .map(PlainPatterns::hull)
                .distinct()
                .toList();
        return all.stream()
                .filter(span -> all.stream()
                        .noneMatch(other ->
                                !other.equals(span) && other.first() >= span.first() && other.last() <= span.last()))
                .toList();
    }

    private boolean isTogether(List<Span> choice, List<Further> others) {
        for (int i = 1; i < choice.size(); i++) {
            Span part = choice.get(i);
            Further further = others.get(i - 1);
            List<Span> before = choice.subList(0, i);
            if (before.stream().anyMatch(part::overlaps)
                    || before.stream().allMatch(other -> part.distance(other) > further.distance())
                    || (further.ordered() && before.stream().anyMatch(other -> other.last() >= part.first()))) {
                return false;
            }
        }
        Span hull = hull(choice);
        return sentences.applyAsInt(hull.first()) == sentences.applyAsInt(hull.last());
    }

    /** One span of each part, in every possible way. */
    private List<List<Span>> choices(List<Pattern> parts) {
        List<List<Span>> choices = List.of(List.of());
        for (Pattern part : parts) {
            List<Span> spans = find(part);
            choices = choices.stream()
                    .flatMap(choice -> spans.stream().map(span -> {
                        List<Span> longer = new ArrayList<>(choice);
                        longer.add(span);
                        return longer;
                    }))
                    .toList();
        }
        return choices;
    }

    private static Span hull(List<Span> choice) {
        return choice.stream().reduce(Span::join).orElseThrow();
    }
}
