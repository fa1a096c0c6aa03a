package org.bellwether.alert.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.bellwether.web.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @Test
    void bothLanguagesHaveTheSameWordsWithTheSamePlaces() {
        Pattern place = Pattern.compile("\\{\\d}");
        Words english = Words.in(Language.EN);
        Words korean = Words.in(Language.KO);

        assertThat(korean.all().keySet()).isEqualTo(english.all().keySet());
        assertThat(english.all())
                .allSatisfy((key, words) -> assertThat(
                                place.matcher(words).results().count())
                        .as(key)
                        .isEqualTo(place.matcher(korean.of(key)).results().count()));
    }

    @Test
    void wordsThatAreNotThereAreAnError() {
        assertThatThrownBy(() -> Words.in(Language.KO).of("no-such")).hasMessageContaining("no-such");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    '',                     EN
                    ko,                     KO
                    'ko-KR,ko;q=0.9',       KO
                    'en-US,en;q=0.9,ko',    EN
                    'fr,ko;q=0.5,en;q=0.4', KO
                    'fr,de',                EN
                    '???,;;q',              EN
                    """)
    void theReadersFirstChoiceThatTheDeskReadsWins(String header, Language language) {
        assertThat(Language.preferred(header)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,x", "//host/x", "/x", "", "mailto:a@b.c", "ht tp://x"})
    void onlyWebPagesAreLinks(String address) {
        assertThat(WebLink.of(address)).isEmpty();
    }

    @Test
    void pagesOnNamesInOtherScriptsOrWithAnUnderscoreAreLinksToo() {
        assertThat(WebLink.of("https://한국.kr/글?a=|x|")).contains("https://xn--3e0b707e.kr/%EA%B8%80?a=%7Cx%7C");
        assertThat(WebLink.of("https://user_name.example.com/1")).contains("https://user_name.example.com/1");
    }
}
