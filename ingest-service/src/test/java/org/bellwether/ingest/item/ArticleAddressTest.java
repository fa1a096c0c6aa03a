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
            https://n.example/news/articleViewAmp.html?idxno=77          | n.example/news/articleView.html?idxno=77
            https://n.example/news/articleView.html?idxno=77&sc_serial=&rsection=  | n.example/news/articleView.html?idxno=77
            https://n.example/news/articleView.html?idxno=77&sc_section_code=S1N2&page=3 | n.example/news/articleView.html?idxno=77
            https://m.n.co.example/NewsViewAmp/29X1                      | n.co.example/NewsView/29X1
            https://n.example/amparticle/25                              | n.example/article/25
            https://www.donga.example/news/amp/all/20260417/133757552/1  | www.donga.example/news/article/all/20260417/133757552/1
            https://www.hankyung.example/amp/202604164147i               | www.hankyung.example/article/202604164147i
            https://mnews.joongang.example/article/25?cloc=1             | joongang.example/article/25
            https://m-en.yna.example/view/AEN20260207001552320           | en.yna.example/view/AEN20260207001552320
            https://www.yna.example/view/A1?section=politics/all&site=topnews01&input=1195m | www.yna.example/view/A1
            https://n.example/arti/1.html?_fr=rss&ito=1490&__twitter_impression=true | n.example/arti/1.html
            https://n.example/a?guccounter=1&guce_referrer=x&wt_mc=1&wt_zmc=2 | n.example/a
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
            https://n.example/a?section=5&no=3     | n.example/a?no=3&section=5
            https://n.example/articleList.html?sc_serial_code=SRN1 | n.example/articleList.html?sc_serial_code=SRN1
            https://n.example/articleView.html?no=77 | n.example/articleView.html?no=77
            https://n.example/view/A1?section=2    | n.example/view/A1?section=2
            https://yna.example/board/view?no=5    | yna.example/board/view?no=5
            https://n.example/a?77                 | n.example/a?77
            https://n.example/tools/GuitarAmp      | n.example/tools/GuitarAmp
            https://n.example/previewamp.html      | n.example/previewamp.html
            https://n.example/amp/2026             | n.example/2026
            https://news.n.example/7               | news.n.example/7
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
