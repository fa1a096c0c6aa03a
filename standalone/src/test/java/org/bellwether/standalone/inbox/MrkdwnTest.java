package org.bellwether.standalone.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MrkdwnTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', maxCharsPerColumn = 1000, textBlock = """
                    *loud* and _soft_ and ~gone~ | <strong>loud</strong> and <em>soft</em> and <s>gone</s>
                    2 * 3 * 4                    | 2 * 3 * 4
                    *굵게*는 아니다              | *굵게*는 아니다
                    *방위비 분담금* 요구         | <strong>방위비 분담금</strong> 요구
                    a &lt;b&gt; &amp; c          | a &lt;b&gt; &amp; c
                    <script>alert(1)</script>    | script&gt;alert(1)/script
                    `*code*`                     | <code>*code*</code>
                    <!here> now                  | <span class="mention">@here</span> now
                    snake_case_name              | snake_case_name
                    """)
    void drawsWhatSlackDraws(String mrkdwn, String html) {
        if (mrkdwn.startsWith("<script>")) {
            assertThat(Mrkdwn.toHtml(mrkdwn)).doesNotContain("<script");
        } else {
            assertThat(Mrkdwn.toHtml(mrkdwn)).isEqualTo(html);
        }
    }

    @Test
    void keepsLinksWholeInsideMarks() {
        assertThat(Mrkdwn.toHtml("*<https://news.example/a_b_c?x=1&amp;y=2|The_story_>*"))
                .isEqualTo("<strong><a href=\"https://news.example/a_b_c?x=1&amp;y=2\" target=\"_blank\""
                        + " rel=\"noopener noreferrer\">The_story_</a></strong>");
    }

    @Test
    void followsNoScriptLinks() {
        assertThat(Mrkdwn.toHtml("<javascript:alert(1)|click>")).isEqualTo("click");
    }

    @Test
    void joinsQuotedLines() {
        assertThat(Mrkdwn.toHtml("Said:\n> one\n> *two*\nend"))
                .isEqualTo("Said:<br><blockquote>one<br><strong>two</strong></blockquote>end");
    }
}
