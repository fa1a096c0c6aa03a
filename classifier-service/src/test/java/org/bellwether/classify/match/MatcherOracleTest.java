package org.bellwether.classify.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.bellwether.classify.match.Pattern.AnyOf;
import org.bellwether.classify.match.Pattern.Further;
import org.bellwether.classify.match.Pattern.Near;
import org.bellwether.classify.match.Pattern.Prefix;
import org.bellwether.classify.match.Pattern.Sequence;
import org.bellwether.classify.match.Pattern.Unless;
import org.bellwether.classify.match.Pattern.Word;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.classify.text.TextAnalyser;

/** Any pattern in any text: the matcher finds exactly the spans the plain definition does. */
class MatcherOracleTest {

    private static final TextAnalyser ANALYSER = TextAnalyser.plain();
    private static final List<String> WORDS =
            List.of("seoul", "pay", "payment", "troop", "cut", "cutback", "감축", "방위비", "미국", "협상");

    @Property(tries = 3_000, seed = "20261101", shrinking = ShrinkingMode.BOUNDED)
    void spansAreThoseOfTheDefinition(@ForAll("patterns") List<Pattern> patterns, @ForAll("texts") String written) {
        AnalysedText text = ANALYSER.analyse(written);

        Hits hits = Matcher.compile(patterns).match(text);

        PlainPatterns plain = new PlainPatterns(text, text::sentence);
        for (int i = 0; i < patterns.size(); i++) {
            assertThat(hits.spans(i))
                    .as("%s in '%s'", patterns.get(i), written)
                    .isEqualTo(plain.spans(patterns.get(i)));
            assertThat(hits.has(i)).isEqualTo(!hits.spans(i).isEmpty());
        }
    }

    @Property(tries = 500, seed = "20261123", shrinking = ShrinkingMode.BOUNDED)
    void aSetOfPatternsHasTheSpansOfEach(
            @ForAll("patterns") List<Pattern> patterns,
            @ForAll("texts") String written,
            @ForAll List<@IntRange(max = 4) Integer> numbers) {
        Hits hits = Matcher.compile(patterns).match(ANALYSER.analyse(written));

        List<Span> expected = numbers.stream()
                .distinct()
                .sorted()
                .flatMap(number -> hits.spans(number).stream())
                .toList();

        assertThat(hits.spans(PatternSet.of(numbers))).isEqualTo(expected);
        assertThat(hits.hasAny(PatternSet.of(numbers))).isEqualTo(!expected.isEmpty());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.of(WORDS),
                        Arbitraries.of("pay", "troop", "cut"),
                        Arbitraries.of(". Then", "the", "…"))
                .list()
                .ofMaxSize(14)
                .map(words -> String.join(" ", words));
    }

    @Provide
    Arbitrary<List<Pattern>> patterns() {
        return pattern(3).list().ofMinSize(1).ofMaxSize(4);
    }

    private static Arbitrary<Pattern> pattern(int depth) {
        Arbitrary<Pattern> word = Arbitraries.of(WORDS).map(Word::new);
        Arbitrary<Pattern> leaf = Arbitraries.oneOf(
                word, word, Arbitraries.of("pay", "cu", "방", "x").map(Prefix::new));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Pattern> part = pattern(depth - 1);
        Arbitrary<Integer> distance = Arbitraries.integers().between(0, 4);
        Arbitrary<Further> further =
                Combinators.combine(part, distance, Arbitraries.of(true, false)).as(Further::new);
        return Arbitraries.oneOf(
                leaf,
                part.list().ofMinSize(1).ofMaxSize(3).map(AnyOf::new),
                leaf.list().ofMinSize(13).ofMaxSize(15).map(AnyOf::new),
                part.list().ofMinSize(2).ofMaxSize(2).map(Sequence::new),
                Combinators.combine(part, further.list().ofMinSize(1).ofMaxSize(2))
                        .as(Near::new),
                Combinators.combine(part, part, distance).as(Unless::new));
    }
}
