package org.bellwether.alert.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bellwether.alert.text.Segment;
import org.bellwether.events.Quote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

    private static final String ENGLISH = "and the delegations went on to the next of the many points on the list ";
    private static final String KOREAN = "그리고 대표단은 목록에 있는 여러 안건 가운데 다음 안건으로 넘어가 논의를 이어 갔으며 ";
    private static final String ADDRESS = "https://news.example/" + "a".repeat(150);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The demand on Seoul is the first test of what the alliance owes itself, and whether | troops | leave.",
                "서울에 대한 요구는 동맹이 스스로에게 무엇을 빚지고 있는지를 가늠하는 첫 시험대이며 이제 남은 것은 앞으로도 계속 이 땅에 | 주한미군이 | 남을지다.",
            })
    void aPassageBeginsWithTheTextWhenThatIsNear(String before, String evidence, String after) {
        assertThat(excerpt(before + " ", evidence, " " + after)).isEqualTo(before + " [" + evidence + "] " + after);
    }

    @Test
    void aPassageBeginsWithTheSentenceWhenThatIsNear() {
        assertThat(excerpt(ENGLISH.repeat(3) + "there. Mr. Kim said that Washington may withdraw ", "troops", "."))
                .isEqualTo("Mr. Kim said that Washington may withdraw [troops].");
        assertThat(excerpt(KOREAN.repeat(5) + "끝냈다. 워싱턴은 ", "주한미군을", " 줄일 수 있다."))
                .isEqualTo("워싱턴은 [주한미군을] 줄일 수 있다.");
        assertThat(excerpt(ENGLISH.repeat(3) + "there.\n\n", "Troops", " may leave."))
                .isEqualTo("[Troops] may leave.");
    }

    @Test
    void aPassageInsideALongSentenceBeginsWithAWord() {
        for (int shift = 0; shift < 12; shift++) {
            String shifted = "x".repeat(shift) + " ";
            assertThat(firstWord(excerpt(ENGLISH.repeat(4) + shifted, "troops", ".")))
                    .isIn(words(ENGLISH));
            assertThat(firstWord(excerpt(KOREAN.repeat(6) + shifted, "주한미군", ".")))
                    .isIn(words(KOREAN));
        }
    }

    @Test
    void aWordTooLongToGoBackToIsLeftOut() {
        assertThat(excerpt(ENGLISH.repeat(3) + ADDRESS + " says that ", "troops", " may leave."))
                .isEqualTo("… says that [troops] may leave.");
        assertThat(excerpt(KOREAN.repeat(5) + ADDRESS + " 보도에 따르면 ", "주한미군이", " 줄어든다."))
                .isEqualTo("… 보도에 따르면 [주한미군이] 줄어든다.");
    }

    @Test
    void aPassageEndsWithAWord() {
        for (int shift = 0; shift < 12; shift++) {
            String excerpt = excerpt("x".repeat(shift) + " ", "troops", " " + ENGLISH.repeat(6));
            assertThat(excerpt).endsWith(" …").doesNotContain("  ");
            List<String> shown = words(excerpt);
            assertThat(shown.get(shown.size() - 2)).isIn(words(ENGLISH));
        }
    }

    @Test
    void aScriptWithoutBlanksIsCutBetweenCharacters() {
        for (String before : List.of("𠮷".repeat(200), "x" + "𠮷".repeat(200))) {
            String excerpt = excerpt(before, "駐韓", "𠮷".repeat(200));
            assertThat(excerpt.codePoints()).noneMatch(point -> Character.getType(point) == Character.SURROGATE);
            assertThat(excerpt).startsWith("… ").endsWith(" …");
        }
    }

    @Test
    void evidenceOfALongerVersionLeavesTheTextAsItIs() {
        assertThat(text(Excerpt.of("Troops stay.", List.of(new Quote.Mark(400, 410)))))
                .isEqualTo("Troops stay.");
        assertThat(Excerpt.of("", List.of(new Quote.Mark(0, 4)))).isEmpty();
    }

    private static String excerpt(String before, String evidence, String after) {
        Quote.Mark mark = new Quote.Mark(before.length(), before.length() + evidence.length());
        return text(Excerpt.of(before + evidence + after, List.of(mark)));
    }

    private static String text(List<Segment> segments) {
        return segments.stream()
                .map(segment -> segment.marked() ? "[" + segment.text() + "]" : segment.text())
                .collect(Collectors.joining());
    }

    private static String firstWord(String excerpt) {
        assertThat(excerpt).startsWith("… ");
        return words(excerpt).get(1);
    }

    private static List<String> words(String text) {
        return Pattern.compile(" ").splitAsStream(text).toList();
    }
}
