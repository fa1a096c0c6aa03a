package org.bellwether.classify.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bellwether.classify.Article;
import org.bellwether.classify.ShippedTaxonomy;
import org.bellwether.events.ActorMention;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorFinderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The U.S. said it would stay              | U.S.
            Talks with the U.S.                      | U.S.
            Seoul asks the U.S.: how many troops?    | U.S.
            The US said it would stay                | US
            "U.S. troops stay," it said              | U.S.
            한국은 U.S. 측과 협의했다                    | U.S.
            """)
    void namesAnActorByTheWholeOfAnAbbreviation(String title, String name) {
        var found = ShippedTaxonomy.classifier()
                .classify(new Article(title, "", Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(found.actors())
                .extracting(actor -> title.substring(actor.start(), actor.end()))
                .contains(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Trump demands Seoul pay more          | trump:SPEAKER            | seoul:TARGET
            백악관 "회담 일정 없다"                    | white-house:SPEAKER      | ''
            트럼프, 김정은에게 친서                    | trump:SPEAKER            | kim-jong-un:TARGET
            통일부는 전단 살포를 금지했다               | unification-ministry:SPEAKER | ''
            미국, 한국에 방위비 인상 요구              | washington:SPEAKER       | seoul:TARGET
            美, 北에 대화 제의                        | washington:SPEAKER       | pyongyang:TARGET
            위성락 국가안보실장이 백악관을 찾았다        | presidential-office:SPEAKER | ''
            중국 외교부 대변인은 유감을 표했다          | beijing:SPEAKER          | ''
            트럼프 "한국, 돈 더 내라"                   | trump:SPEAKER            | ''
            김여정 부부장, 한국 향해 막말               | kim-yo-jong:SPEAKER      | seoul:TARGET
            트럼프 오늘 한국 정부에 방위비 인상 요구     | trump:SPEAKER            | seoul:TARGET
            김정은 미국 정부를 겨냥 비난               | kim-jong-un:SPEAKER      | washington:TARGET
            트럼프 주한미군에 격려 메시지              | trump:SPEAKER            | usfk:TARGET
            트럼프 관세에 시장은 출렁                  | trump:MENTIONED          | ''
            트럼프 방한 앞두고 한국에 관심             | trump:MENTIONED          | seoul:TARGET
            방한한 트럼프 미국 대통령은 말했다         | trump:SPEAKER            | ''
            김정은, 트럼프 미국 대통령에게 친서        | kim-jong-un:SPEAKER      | trump:TARGET
            트럼프 정부는 답하지 않았다                | trump:SPEAKER            | ''
            Trump tells Kim Jong Un to pick up the phone | trump:SPEAKER          | kim-jong-un:TARGET
            Pressed by Beijing, Seoul goes quiet      | beijing:SPEAKER          | ''
            China warns Seoul over submarines         | beijing:SPEAKER          | seoul:TARGET
            Lavrov: Moscow stands by its friends      | moscow:SPEAKER           | ''
            """)
    void tellsWhoSpeaksToWhom(String title, String speaker, String target) {
        var found = ShippedTaxonomy.classifier()
                .classify(new Article(title, "", Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(found.actors())
                .extracting(actor -> actor.id() + ":" + actor.role())
                .contains(speaker);
        if (!target.isEmpty()) {
            assertThat(found.actors())
                    .extracting(actor -> actor.id() + ":" + actor.role())
                    .contains(target);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            트럼프 오늘 한국 정부에 방위비 인상 요구     | trump
            김정은 미국 정부를 겨냥 비난               | kim-jong-un
            트럼프 주한미군에 격려 메시지              | trump
            트럼프 관세에 시장은 출렁                  | trump
            """)
    void takesNobodyForWhomTheOfficeOfAnotherIs(String title, String actor) {
        var found = ShippedTaxonomy.classifier()
                .classify(new Article(title, "", Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(found.actors().stream().filter(one -> one.id().equals(actor)))
                .hasSize(1)
                .allMatch(one -> one.role() != ActorMention.Role.TARGET);
    }
}
