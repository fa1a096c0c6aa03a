package org.bellwether.classify.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.bellwether.events.ActorMention.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KoreanRolesTest {

    /** The name, then the actor named next, if any; {@code yes} where the text is a headline that the name opens. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            한국은 거부했다                      | 한국   |        | no  | SPEAKER
            한국이 거부했다                      | 한국   |        | no  | SPEAKER
            정부가 한국에 통보했다                | 한국   |        | no  | TARGET
            북한을 향해 경고했다                  | 북한   |        | no  | TARGET
            김정은에게 친서를 보냈다              | 김정은 |        | no  | TARGET
            한국의 반응을 살폈다                  | 한국   |        | no  | MENTIONED
            한국에서 열린 회의                   | 한국   |        | no  | MENTIONED
            트럼프 "돈 더 내라"                  | 트럼프 |        | no  | SPEAKER
            트럼프: 돈 더 내라                   | 트럼프 |        | no  | SPEAKER
            트럼프, 방위비 인상 요구              | 트럼프 |        | yes | SPEAKER
            트럼프, 방위비 인상 요구              | 트럼프 |        | no  | MENTIONED
            위성락 국가안보실장이 말했다           | 위성락 |        | no  | SPEAKER
            위성락 국가안보실장에게 물었다          | 위성락 |        | no  | TARGET
            위성락 실장의 방미                   | 위성락 |        | no  | MENTIONED
            트럼프 관세가 오른다                  | 트럼프 |        | yes | MENTIONED
            트럼프 미국 대통령이 말했다            | 트럼프 | 미국   | no  | SPEAKER
            트럼프 미국 대통령에게 물었다          | 트럼프 | 미국   | no  | TARGET
            트럼프 한국에 인상 요구               | 트럼프 | 한국   | yes | SPEAKER
            트럼프 또 한국에 인상 요구             | 트럼프 | 한국   | yes | SPEAKER
            트럼프 방한 앞두고 한국에 관심          | 트럼프 | 한국   | yes | MENTIONED
            트럼프 한국에 인상 요구               | 트럼프 | 한국   | no  | MENTIONED
            트럼프                              | 트럼프 |        | yes | MENTIONED
            """)
    void readsTheRoleFromWhatFollowsTheName(String text, String name, String next, String opens, Role role) {
        int end = text.indexOf(name) + name.length();
        int other = next == null ? text.length() : text.indexOf(next, end);
        KoreanRoles.Next following = new KoreanRoles.Next(other, next == null ? text.length() : other + next.length());

        assertThat(KoreanRoles.role(text, end, following, opens.equals("yes"))).isEqualTo(role);
    }
}
