package org.bellwether.classify.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextAnalyserTest {

    private static final TextAnalyser ANALYSER = TextAnalyser.knowing(
            List.of(TaughtWord.whole("전작권"), TaughtWord.whole("한미"), new TaughtWord("대북제재", List.of("대북", "제재"))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            keep US troops               | keep usa troop
            talks, costs and exercises   | talk cost and exercise
            U.S. defence programme       | usa defense program
            North Korean leader’s        | north korea leader
            대북제재의 앞날               | 대북 제재 앞 날
            [속보] 전작권 전환            | 전작권 전환
            美 北 24                     | 미국 북한 24
            """)
    void bringsWordsToOneForm(String text, String terms) {
        assertThat(terms(ANALYSER.analyse(text))).isEqualTo(List.of(terms.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            한미동맹          | 한미 동맹
            반한미 시위       | 반 한미 시위
            주한미군을 감축    | 주한 미군 감축
            주한미국대사       | 주한 미국 대사
            대북제재와 대한미국 | 대북 제재 대한 미국
            """)
    void doesNotTearAWordForATaughtOneInsideIt(String text, String terms) {
        assertThat(terms(ANALYSER.analyse(text))).isEqualTo(List.of(terms.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the U.S. stays            | the,U.S.,stays          | 0,0,0
            in D.C. The talks         | in,D.C.,The,talks       | 0,0,1,1
            plan B. It stays          | plan,B,It,stays         | 0,0,1,1
            in Seoul. It stays        | in,Seoul,It,stays       | 0,0,1,1
            """)
    void initialsKeepTheirLastDotAndSentencesTheirEnd(String text, String words, String sentences) {
        AnalysedText analysed = ANALYSER.analyse(text);

        assertThat(IntStream.range(0, analysed.size()).mapToObj(i -> analysed.slice(i, i)))
                .containsExactly(words.split(",", -1));
        assertThat(IntStream.range(0, analysed.size()).mapToObj(i -> "" + analysed.sentence(i)))
                .containsExactly(sentences.split(",", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"방위비 missile ", "대한미국", "한미", "a"})
    void fiveMegabytesAreReadInBoundedTime(String part) {
        String text = part.repeat(5_000_000 / part.length());

        AnalysedText analysed = Assertions.assertTimeout(Duration.ofSeconds(20), () -> ANALYSER.analyse(text));

        assertThat(analysed.size()).isPositive();
        assertThat(analysed.end(analysed.size() - 1)).isLessThanOrEqualTo(TextAnalyser.LONGEST_READ_CHARS);
    }

    private static List<String> terms(AnalysedText text) {
        return IntStream.range(0, text.size()).mapToObj(text::term).toList();
    }
}
