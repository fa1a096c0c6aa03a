package org.bellwether.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of two texts an item gets, and when one is only a shorter form of the other. */
class ArticleChoiceTest {

    private static final String TEXT =
            "The two governments met in Seoul on Monday to talk about the cost of the alliance, "
                    + "and agreed to meet again before the year is over, officials of both sides said after six hours.";
    private static final String KOREAN = "한미 양국은 27일 서울에서 방위비 분담금 협상을 열고 총액과 적용 기간을 논의했으나 합의에 이르지 못했다. "
            + "양측은 연내에 다시 만나기로 했다고 외교부가 밝혔다. 당국자는 기존 합의가 존중되어야 한다는 입장을 거듭 강조했다.";

    @Test
    void thePagesTextIsTakenWhenItSaysMore() {
        assertThat(ArticleChoice.keeps("", TEXT)).isEmpty();
        assertThat(ArticleChoice.keeps("The two governments met in Seoul…", TEXT))
                .isEmpty();
        assertThat(ArticleChoice.keeps("한미 양국은 27일", KOREAN)).isEmpty();
    }

    @Test
    void theFeedsTextIsKeptWhenItSaysAsMuchOrThePageHasNone() {
        assertThat(ArticleChoice.keeps(TEXT, TEXT + " !!! ---"))
                .hasValueSatisfying(kept -> assertThat(kept.code()).isEqualTo("shorter"));
        assertThat(ArticleChoice.keeps("", "Please log in to read on."))
                .hasValueSatisfying(kept -> assertThat(kept.code()).isEqualTo("page"));
    }

    @Test
    void theFeedsTextIsKeptWhenThePagesCannotBeRead() {
        assertThat(ArticleChoice.keeps("한미 양국은 27일", KOREAN.replaceAll("[가-사]", "\uFFFD")))
                .hasValueSatisfying(kept -> assertThat(kept.code()).isEqualTo("page"));
        assertThat(ArticleChoice.keeps("", TEXT.replaceAll("[aeiou]", "\uFFFD")))
                .isPresent();
        assertThat(ArticleChoice.keeps("", TEXT + "\uFFFD")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                                  | true
            The two governments met in Seoul on Monday to talk about the c…     | true
            THE TWO GOVERNMENTS, met in Seoul on Monday [...]                   | true
            agreed to meet again before the year is over                        | true
            The two governments met in Seoul on Monday and agreed to meet again before the year is over | true
            The two governments met in Tokyo on Friday and quarrelled over fish | false
            Something else entirely was said that day                           | false
            """)
    void aTeaserIsTheBeginningOrTheSubstanceOfItsArticle(String teaser, boolean is) {
        assertThat(Teaser.isOf(teaser, TEXT)).isEqualTo(is);
    }

    @Test
    void aTeaserIsRecognisedInKorean() {
        assertThat(Teaser.isOf("한미 양국은 27일 서울에서 방위비 분담금 협상을 열고 총액과 적용 기…", KOREAN))
                .isTrue();
        assertThat(Teaser.isOf("북한은 28일 동해상으로 탄도미사일을 발사했다고 합참이 밝혔다", KOREAN)).isFalse();
        assertThat(Teaser.isOf(KOREAN, "한미 양국은 27일 서울에서")).isFalse();
    }
}
