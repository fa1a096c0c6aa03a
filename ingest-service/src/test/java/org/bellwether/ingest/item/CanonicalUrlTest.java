package org.bellwether.ingest.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://n.example/a                              | https://n.example/a
            HTTPS://N.Example:443/a                          | https://n.example/a
            https://n.example/a?utm_source=rss&id=7&fbclid=x | https://n.example/a?id=7
            https://n.example/a?UTM_Medium=feed              | https://n.example/a
            https://n.example/a#comments                     | https://n.example/a
            https://n.example/b/../a                         | https://n.example/a
            https://n.example/%7Ea                           | https://n.example/~a
            https://n.example                                | https://n.example/
            https://n.example/뉴스                             | https://n.example/%EB%89%B4%EC%8A%A4
            """)
    void dropsWhatDoesNotNameTheArticle(String url, String canonical) {
        assertThat(CanonicalUrl.of(url)).map(CanonicalUrl::value).contains(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://n.example/a?utm_source=rss#part-2   | https://n.example/a#part-2
            https://n.example/app#!/news/1              | https://n.example/app#!/news/1
            https://n.example/app#/view/3?lang=ko&b=%EA | https://n.example/app#/view/3?lang=ko&b=%EA
            https://n.example/a#utm_source=rss          | https://n.example/a
            https://n.example/a#                        | https://n.example/a
            https://n.example/a#two words               | https://n.example/a
            https://n.example/a#"onclick                | https://n.example/a
            """)
    void keepsTheFragmentThatLeadsAReaderToTheArticle(String url, String published) {
        assertThat(CanonicalUrl.withFragment(url)).contains(published);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "words", "mailto:a@b.example", "ftp://n.example/a", "javascript:alert(1)"})
    void whatIsNoWebAddressHasNone(String text) {
        assertThat(CanonicalUrl.of(text)).isEmpty();
    }
}
