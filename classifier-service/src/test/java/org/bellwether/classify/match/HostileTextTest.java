package org.bellwether.classify.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.classify.text.TextAnalyser;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, a text is matched in bounded time and each span lies within it. */
class HostileTextTest {

    private static final TextAnalyser ANALYSER = TextAnalyser.plain();
    private static final Matcher MATCHER = matcher(
            "pay",
            "p*",
            "pay pay",
            "pay NEAR/100 troop",
            "pay NEAR/50 pay NEAR/50 pay",
            "pay NEAR/9 troop BEFORE/9 cut",
            "pay NOT NEAR/100 troop",
            "{pay|pay pay|pay pay pay} NEAR/3 pay",
            "방위비 NEAR/20 {감축|철수}",
            "방위비*");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pay ",
                "pay troop ",
                "troop pay cut ",
                "방위비 감축 ",
                "pay. ",
                "pay\ud800",
                "\u202epay troop\u202c ",
                "pay\u0000troop ",
                "p",
                "방위비",
                "pay\u200bpay ",
                "\ud83d\ude00pay "
            })
    void fiveMegabytesOfAnything(String part) {
        String text = part.repeat(5_000_000 / part.length());

        Assertions.assertTimeout(Duration.ofSeconds(60), () -> assertSpansAreWithin(text));
    }

    @Test
    void titleOfOneTwoMegabyteToken() {
        assertSpansAreWithin("p".repeat(2_000_000));
    }

    @Test
    void whateverStandsBetweenWords() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder("pay");
            for (int letter = 0; letter < 40; letter++) {
                text.append(random.nextInt(4) == 0 ? "pay" : String.valueOf((char) random.nextInt(0x10000)));
            }
            assertSpansAreWithin(text.toString());
        }
    }

    @Property(tries = 500, seed = "20261104")
    void anyTextAtAll(@ForAll String text) {
        assertSpansAreWithin(text + " pay 방위비 " + text);
    }

    private static void assertSpansAreWithin(String written) {
        AnalysedText text = ANALYSER.analyse(written);
        Hits hits = MATCHER.match(text);
        int end = -1;
        for (int i = 0; i < text.size(); i++) {
            assertThat(text.start(i)).isGreaterThanOrEqualTo(Math.max(0, i == 0 ? 0 : text.start(i - 1)));
            end = Math.max(end, text.end(i));
        }
        assertThat(end).isLessThanOrEqualTo(written.length());
        for (int pattern : hits.patterns()) {
            for (Span span : hits.spans(pattern)) {
                assertThat(text.slice(span.first(), span.last())).isNotEmpty();
            }
        }
    }

    private static Matcher matcher(String... sources) {
        PatternParser parser = new PatternParser(ANALYSER, list -> null);
        List<Pattern> patterns = new ArrayList<>();
        for (String source : sources) {
            try {
                patterns.add(parser.parse(source));
            } catch (PatternSyntaxException e) {
                throw new AssertionError(source, e);
            }
        }
        return Matcher.compile(patterns);
    }
}
