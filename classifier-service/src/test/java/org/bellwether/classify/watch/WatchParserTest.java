package org.bellwether.classify.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.bellwether.classify.text.TextAnalyser;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchParserTest {

    private static final TextAnalyser ANALYSER = TextAnalyser.plain();
    private static final WatchParser PARSER = new WatchParser(ANALYSER);

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            troops tariff                     ; Troops stay   ; no tariffs            ; true
            troops AND tariff                 ; Troops stay   ; no levy               ; false
            troops OR tariff                  ; Troops stay   ; no levy               ; true
            troops and tariff                 ; Troops        ; tariff                ; false
            cost OR pay AND troop             ; cost          ; nothing else          ; true
            (cost OR pay) AND troop           ; cost          ; nothing else          ; false
            troops NOT exercise               ; Troops stay   ; the exercises         ; false
            troops -exercise                  ; Troops stay   ; as planned            ; true
            troops -(drill OR exercise)       ; Troops stay   ; the drill             ; false
            "cost sharing"                    ; the deal      ; cost-sharing talks    ; true
            "cost sharing"                    ; the cost      ; sharing               ; false
            cost-sharing                      ; cost          ; of sharing            ; false
            cut NEAR/2 troops                 ; x             ; troops may be cut     ; true
            cut NEAR/1 troops                 ; x             ; troops may be cut     ; false
            cut ONEAR/5 troops                ; x             ; troops may be cut     ; false
            pay NEAR/2 seoul                  ; x             ; They pay. Seoul knows ; true
            (cut OR trim) NEAR/3 "us troops"  ; x             ; trim all U.S. troops  ; true
            NOT cut NEAR/1 troops seoul       ; Seoul         ; troops cut            ; false
            denuclearis*                      ; x             ; denuclearization now  ; true
            troops*                           ; x             ; a troop               ; true
            "nuclear sub*"                    ; x             ; nuclear submarine     ; true
            title:troops                      ; x             ; troops                ; false
            title:(troops tariff)             ; troops        ; tariff                ; false
            title:"us troops" text:tariff     ; US troops     ; tariff                ; true
            lang:en                           ; x             ; y                     ; true
            LANG:KO troops                    ; x             ; troops                ; false
            source:yonhap troops              ; x             ; troops                ; true
            source:Yonhap-Group               ; x             ; troops                ; true
            source:kbs OR troops              ; x             ; troops                ; true
            주한미군감축                       ; x             ; 주한미군을 감축할 것       ; true
            "주한미군 감축"                     ; x             ; 주한미군감축             ; true
            방위비                            ; x             ; 방위비분담금은            ; true
            한미 정상회담                       ; 韓美 회동        ; 정상 회담은             ; true
            북핵                              ; 北核 협상       ; x                     ; true
            주한미*                           ; x             ; 주한미군은              ; true
            """)
    void asksForWhatItSays(String query, String title, String text, boolean expected) throws WatchSyntaxException {
        WatchQuery watch = PARSER.parse(query);

        WatchedItem item = WatchedItem.of(
                ANALYSER.analyse(title), ANALYSER.analyse(text), "en", List.of("yonhap", "Yonhap-Group"));

        assertThat(watch.matches(item)).isEqualTo(expected);
        assertThat(WatchIndex.EMPTY.with("it", watch).match(item)).isEqualTo(expected ? List.of("it") : List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ''                   ; 1  ; is empty
            '   '                ; 1  ; is empty
            (troops              ; 1  ; is not closed
            troops)              ; 7  ; closes none
            "troops              ; 1  ; is opened and not closed
            troops AND           ; 11 ; a word is missing after AND
            OR troops            ; 1  ; in quotation marks
            troops OR OR cut     ; 11 ; a word is missing after OR
            ()                   ; 2  ; a word is missing
            NOT troops           ; 1  ; at least one word that must be there
            troops OR NOT cut    ; 1  ; at least one word that must be there
            cut NEAR troops      ; 5  ; write NEAR/5
            cut NEAR/101 troops  ; 5  ; up to 100
            cut NEAR/5 lang:ko   ; 12 ; use AND
            (a b) NEAR/5 cut     ; 1  ; use AND
            title:cut NEAR/2 pay ; 11 ; in the same field
            title:(text:cut)     ; 8  ; other field
            n*                   ; 1  ; at least two letters
            "nuclear s*"         ; 1  ; at least two letters
            ***                  ; 1  ; holds nothing
            troops & cut         ; 8  ; holds nothing
            author:kim           ; 1  ; use title, text, lang or source
            lang:korean1         ; 1  ; such as ko or en
            source:              ; 8  ; needs a value
            """)
    void saysWhatIsWrongWhereAndTheWayOut(String query, int column, String reason) {
        WatchSyntaxException refused = catchThrowableOfType(WatchSyntaxException.class, () -> PARSER.parse(query));

        assertThat(refused).hasMessageStartingWith("Column " + column + ":").hasMessageContaining(reason);
        assertThat(refused.column()).isEqualTo(column);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", ")", "NOT ", "-(", "\"", "a ", "a* ", "\ud800", "a NEAR/5 ", "title:(", "가"})
    void hundredThousandTimesAnythingIsRefusedAtOnce(String part) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThatThrownBy(() -> PARSER.parse(part.repeat(100_000))).isInstanceOf(WatchSyntaxException.class);
            assertThatThrownBy(() -> PARSER.parse(part.repeat(WatchParser.LONGEST_QUERY / part.length())))
                    .isInstanceOf(WatchSyntaxException.class);
        });
    }
}
