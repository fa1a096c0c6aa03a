package org.bellwether.classify.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.bellwether.classify.Article;
import org.bellwether.events.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledItemTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            white-house,   en, GOVERNMENT, US
            white-house,   ko, GOVERNMENT, US
            us-department, en, GOVERNMENT, US
            ministry,      ko, GOVERNMENT, KR
            ministry,      en, GOVERNMENT,
            think-tank,    en, THINK_TANK,
            think-tank,    ko, THINK_TANK, KR
            wire,          en, NEWS,
            newspaper,     ko, NEWS,       KR
            state-media,   en, NEWS,       KP
            state-media,   ko, NEWS,       KP
            social,        en, NEWS,
            social,        ko, NEWS,
            blog,          ko, NEWS,
            """)
    void isClassifiedWithWhatTheCatalogueSaysOfSuchAPublisher(
            String publisher, String lang, SourceKind kind, String country) throws IOException {
        Article article = read("\"lang\":\"" + lang + "\",\"publisher\":\"" + publisher + "\"")
                .published();

        assertThat(article.kind()).contains(kind);
        assertThat(article.country()).isEqualTo(Optional.ofNullable(country));
    }

    @ParameterizedTest
    @CsvSource({"kcna, en, NEWS, KP", "chosun, ko, NEWS, KR", "white-house, en, GOVERNMENT, US"})
    void namesItsSourceAsTheDevelopmentSetDoes(String source, String lang, SourceKind kind, String country)
            throws IOException {
        Article article =
                read("\"lang\":\"" + lang + "\",\"source\":\"" + source + "\"").published();

        assertThat(article.kind()).contains(kind);
        assertThat(article.country()).contains(country);
    }

    @Test
    void isClassifiedByItsWordsAloneWhereNoPublisherIsNamed() throws IOException {
        LabelledItem item = read("\"lang\":\"ko\"");

        assertThat(item.published()).isEqualTo(item.article());
        assertThat(item.published().kind()).isEmpty();
        assertThat(item.published().country()).isEmpty();
    }

    private static LabelledItem read(String members) throws IOException {
        return LabelledItem.read(new StringReader("{\"id\":\"a\",\"title\":\"t\"," + members + "}"))
                .get(0);
    }
}
