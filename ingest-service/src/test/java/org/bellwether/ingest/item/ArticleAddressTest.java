package org.bellwether.ingest.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://n.example/news/7/amp                                 | n.example/news/7
            https://n.example/news/7/amp/                                | n.example/news/7
            https://n.example/amp/news/7                                 | n.example/news/7
            https://n.example/news/7.amp.html                            | n.example/news/7.html
            https://n.example/news/7?amp                                 | n.example/news/7
            https://n.example/news/7?amp=1&id=3                          | n.example/news/7?id=3
            https://n.example/news/7?outputType=amp                      | n.example/news/7
            https://amp.news.example/7                                   | news.example/7
            https://www.google.com/amp/s/www.n.example/news/7/amp        | www.n.example/news/7
            https://google.co.kr/amp/n.example/news/7                    | n.example/news/7
            https://n-example.cdn.ampproject.org/c/s/n.example/news/7    | n.example/news/7
            https://n-example.cdn.ampproject.org/v/n.example/7?amp_js_v=1| n.example/7
            https://www.google.com/url?rct=j&url=https://n.example/7%3Fid%3D2&ct=ga | n.example/7?id=2
            https://m.news.example/view/AKR20260927000100315             | news.example/view/AKR20260927000100315
            https://mobile.news.example/7                                | news.example/7
            https://en.m.news.example/7                                  | en.news.example/7
            https://mnews.joins.example/article/7                        | news.joins.example/article/7
            https://n.example/a/index.html                               | n.example/a
            https://n.example/index.php?id=7                             | n.example/?id=7
            http://N.example:80/a/#top                                   | n.example/a
            https://n.example:8443/a                                     | n.example:8443/a
            https://n.example/a/?id=7                                    | n.example/a?id=7
            https://n.example/a?b=2&a=1                                  | n.example/a?a=1&b=2
            https://n.example/a;jsessionid=0A1B2C?id=7                   | n.example/a?id=7
            https://n.example/a?id=7&PHPSESSID=0123456789abcdef01234567  | n.example/a?id=7
            https://n.example/a?sid=1x23456789abcdef01234567             | n.example/a
            https://n.example/a?utm_source=rss&gclid=1&_ga=2&xtor=RSS-1  | n.example/a
            https://n.example/a?ref=rss&mod=rss_world&from=newsletter    | n.example/a
            https://n.example/%ec%95%88                                  | n.example/%EC%95%88
            """)
    void namesTheArticleHoweverItIsShown(String url, String address) {
        assertThat(CanonicalUrl.of(url).map(ArticleAddress::of).map(ArticleAddress::value))
                .contains(address);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://n.example/a?sid=100            | n.example/a?sid=100
            https://n.example/a?ref=42             | n.example/a?ref=42
            https://n.example/a?source=state-dept  | n.example/a?source=state-dept
            https://n.example/a?at=7&ns=2          | n.example/a?at=7&ns=2
            https://n.example/guitars/amps         | n.example/guitars/amps
            https://n.example/amp                  | n.example/amp
            https://m.example/a                    | m.example/a
            https://n.example/a/index.html/b       | n.example/a/index.html/b
            https://n.example/a?output=pdf         | n.example/a?output=pdf
            """)
    void keepsWhatMayNameAnArticle(String url, String address) {
        assertThat(CanonicalUrl.of(url).map(ArticleAddress::of).map(ArticleAddress::value))
                .contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.n.example/news/7",
                "https://n.example/",
                "https://n.example/a/b?id=7&page=2",
                "http://user@n.example:8080/뉴스/7/",
                "https://n.example/2026/11/20/a-headline.html"
            })
    void anOrdinaryAddressIsTheOneItAlwaysWas(String url) {
        CanonicalUrl canonical = CanonicalUrl.of(url).orElseThrow();

        assertThat(ArticleAddress.of(canonical).value()).isEqualTo(canonical.identity());
    }

    @ParameterizedTest
    @CsvSource({"https://www.n.example/a, n.example/a", "https://m.n.example/a, www.n.example/a"})
    void aSiteAnswersToBothNames(String url, String other) {
        List<String> forms = ArticleAddress.forms(CanonicalUrl.of(url).orElseThrow());

        assertThat(forms).contains(other);
    }
}
