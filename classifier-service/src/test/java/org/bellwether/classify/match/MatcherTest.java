package org.bellwether.classify.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bellwether.classify.text.TextAnalyser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {

    private static final TextAnalyser ANALYSER = TextAnalyser.plain();

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            cost sharing                   ; the cost-sharing deal         ; cost-sharing
            denuclear*                     ; full denuclearisation first   ; denuclearisation
            {cut|reduce} troop             ; plans to reduce troops        ; reduce troops
            {deploy|station}* troop        ; stationed troops              ; stationed troops
            pay NEAR/2 billion             ; billion they must pay         ; billion they must pay
            pay NEAR/1 billion             ; billion they must now pay     ; ''
            pay BEFORE/3 billion           ; billion they must pay         ; ''
            pay BEFORE/3 billion           ; pay ten billion               ; pay ten billion
            pay NEAR/5 billion             ; they pay. A billion is due    ; ''
            pay NEAR/5 billion             ; they pay U.S. troops a billion ; pay U.S. troops a billion
            pay NEAR/5 billion NEAR/1 troop ; pay for our troops a billion ; pay for our troops a billion
            pay NEAR/5 billion NEAR/1 troop ; troops must pay a billion    ; troops must pay a billion
            pay NEAR/5 billion NEAR/1 troop ; pay a billion. Our troops    ; ''
            pay NEAR/5 troop BEFORE/5 cut   ; troops pay, then cut         ; troops pay, then cut
            pay NEAR/5 troop BEFORE/5 cut   ; troops cut pay               ; ''
            pay NEAR/5 pay                  ; they pay                     ; ''
            방위비 NEAR/6 인상              ; 방위비 협상… 인상 요구           ; 방위비 협상… 인상
            tariff NOT NEAR/2 canada       ; a tariff on Canada            ; ''
            tariff NOT NEAR/2 canada       ; a tariff on cars              ; tariff
            정상회담                         ; 남북 정상 회담을                 ; 정상 회담
            """)
    void findsWhatThePatternSays(String pattern, String text, String expected) throws PatternSyntaxException {
        Matcher matcher = Matcher.compile(List.of(new PatternParser(ANALYSER, list -> null).parse(pattern)));
        var analysed = ANALYSER.analyse(text);

        List<Span> spans = matcher.match(analysed).spans(0);

        assertThat(spans.stream().map(span -> analysed.slice(span.first(), span.last())))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {a|b          ; without
            a NEAR/x b    ; distance
            a NEAR/3      ; missing
            @nowhere      ; no list
            a NOT b       ; NEAR
            """)
    void saysWhatIsWrongWithAPattern(String pattern, String reason) {
        assertThatThrownBy(() -> new PatternParser(ANALYSER, list -> null).parse(pattern))
                .isInstanceOf(PatternSyntaxException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void manyPatternsKeepTheirNumbers() throws PatternSyntaxException {
        PatternParser parser = new PatternParser(ANALYSER, list -> null);
        Matcher matcher =
                Matcher.compile(List.of(parser.parse("missile"), parser.parse("troop"), parser.parse("tariff")));

        assertThat(matcher.match(ANALYSER.analyse("tariffs and troops")).patterns())
                .containsExactlyInAnyOrder(1, 2);
    }
}
