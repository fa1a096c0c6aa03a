package org.bellwether.classify.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bellwether.events.Act;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemFormTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Will Seoul pay more?                            | ANALYSIS
            주한미군은 왜? 감축설의 배경                       | ANALYSIS
            한미 동맹은 안전한가?                              | ANALYSIS
            트럼프 "한국, 돈 더 내라"                          | REMARK
            [속보] 트럼프 “김정은과 다시 만날 것”               | REMARK
            Lee: "The alliance is not for sale"             | REMARK
            Seoul pays more                                 |
            한미, 방위비 분담금 협상 타결                       |
            Trump "maybe"                                   |
            """)
    void headlineThatAsksWeighsUpAndOneThatIsAQuotationReportsARemark(String headline, Act act) {
        assertThat(ItemForm.shows(headline)).isEqualTo(Optional.ofNullable(act));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "Pay up," Trump says       | title quotes | title begins with a quotation
            트럼프 “한국, 돈 더 내라”    | title quotes | title ends with a quotation
            [사설] 동맹의 값            | [사설        | title quotes nothing
            美 관세 폭탄…정부 대응 고심   | title has dots | title asks nothing
            Trump: Seoul must pay      | title has a colon | title quotes nothing
            Who pays?                  | title asks   | title quotes nothing
            """)
    void namesWhatAHeadlineLooksLike(String headline, String one, String other) {
        assertThat(traits(headline, "")).contains(one, other, "no text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Pyongyang, May 3 (KCNA) -- A factory opened.          | 8   | state media of the North
            (평양 5월 3일발 조선중앙통신) 공장이 준공되였다.          | 8   | state media of the North
            He said “no”.                                         | 3   | text quotes
            정부는 긴밀히 협의하고 있습니다.                         | 5   | text is spoken
            I told them to pay.                                   | 5   | text says I
            And then I told them to pay.                          | 7   | text says I
            It was quiet.                                         | 59  | short
            It was quiet.                                         | 60  | middling
            It was quiet.                                         | 120 | long
            """)
    void namesWhatALeadLooksLike(String text, int terms, String trait) {
        List<String> traits = new ArrayList<>();

        ItemForm.traits("", text, terms, traits::add);

        assertThat(traits).contains("no title", trait).doesNotContain("no text");
    }

    @Test
    void aBracketFarIntoTheHeadlineIsNoMark() {
        assertThat(traits("[Everything that was said of it at length] in brackets", ""))
                .noneMatch(trait -> trait.startsWith("["));
    }

    @Test
    void anItemWithoutAnyWordsHasNeitherTitleNorText() {
        assertThat(traits("  ", " \n")).containsExactly("no title", "no text");
    }

    private static List<String> traits(String headline, String text) {
        List<String> traits = new ArrayList<>();
        ItemForm.traits(headline, text, text.length(), traits::add);
        return traits;
    }
}
