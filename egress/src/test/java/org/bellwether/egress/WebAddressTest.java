package org.bellwether.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URISyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource(delimiterString = " > ", textBlock = """
            http://한국.kr/rss                  > http://xn--3e0b707e.kr/rss                     > xn--3e0b707e.kr     > -1
            https://뉴스.한국:8443/a?b#c          > https://xn--vg1b002a.xn--3e0b707e:8443/a?b#c   > xn--vg1b002a.xn--3e0b707e > 8443
            HTTPS://한국。kr/                     > HTTPS://xn--3e0b707e.kr/                      > xn--3e0b707e.kr     > -1
            https://user_name.example.com/rss   > https://user_name.example.com/rss             > user_name.example.com > -1
            https://a_b.example.com:8080?c      > https://a_b.example.com:8080?c                > a_b.example.com     > 8080
            https://-ab-.example.com/           > https://-ab-.example.com/                     > -ab-.example.com    > -1
            http://[2001:db8::1]:81/x           > http://[2001:db8::1]:81/x                     > [2001:db8::1]       > 81
            http://a.kr/list.do?a=[1]&b=|x|     > http://a.kr/list.do?a=[1]&b=%7Cx%7C           > a.kr                > -1
            http://a.kr/[공지]/{x} y             > http://a.kr/%5B%EA%B3%B5%EC%A7%80%5D/%7Bx%7D%20y > a.kr             > -1
            http://a.kr/100%/%7e%zz#a#b         > http://a.kr/100%25/%7e%25zz#a%23b              > a.kr                > -1
            """)
    void readsWhatPublishersWrite(String written, URI meant, String host, int port) {
        URI url = WebAddress.web(written);

        assertThat(url).isEqualTo(meant);
        assertThat(WebAddress.host(url)).isEqualTo(host);
        assertThat(WebAddress.port(url)).isEqualTo(port);
    }

    @Test
    void readsWhatWasBrokenOverLines() {
        assertThat(WebAddress.web(" http://a.kr/long\r\n-path\t ")).isEqualTo(URI.create("http://a.kr/long-path"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " > ", textBlock = """
            //한국.kr/x   > //xn--3e0b707e.kr/x
            글/1         > %EA%B8%80/1
            ?a=[1]|2    > ?a=[1]%7C2
            """)
    void readsReferencesToo(String written, String meant) throws URISyntaxException {
        assertThat(WebAddress.of(written)).hasToString(meant);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " > ", textBlock = """
            ftp://a.example/          > is not an absolute http or https URL
            한국.kr/rss                > is not an absolute http or https URL
            http:///x                 > names no host
            https:a.kr/x              > names no host
            http://a b.kr/            > is not a URL: Illegal character in authority
            http://me:pw@a_b.kr/      > carries a user name or password
            http://a_b.kr:x/          > names no host
            http://a..b_c.kr/         > names no host
            http://evil.example℀.kr/  > is not a URL: Host that is no name
            http://a.kr＠한국.kr/       > is not a URL: Host that is no name
            http://a.kr／한국.kr/       > is not a URL: Host that is no name
            http://me@한국.kr/         > is not a URL: Host that is no name
            https://straße.example/   > is not a URL: Host that is read in two ways
            https://ζωής.example/     > is not a URL: Host that is read in two ways
            https://STRAẞE.example/   > is not a URL: Host that is read in two ways
            """)
    void saysWhyOneIsNone(String written, String why) {
        assertThatThrownBy(() -> WebAddress.web(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(why);
    }

    /** Browsers keep them where scripts need them, and older rules drop them. */
    @ParameterizedTest
    @ValueSource(chars = {'\u200c', '\u200d'})
    void takesNoHostWithJoinersThatNobodySees(char joiner) {
        assertThatThrownBy(() -> WebAddress.of("https://می" + joiner + "خ.example/"))
                .isInstanceOf(URISyntaxException.class)
                .hasMessageContaining("xn--");
    }

    /** Whatever digits look like, the guard is asked for the address that they come to. */
    @ParameterizedTest
    @CsvSource({"http://①②⑦.0.0.1/, 127.0.0.1", "http://１２７。0。0。1/, 127.0.0.1", "http://ｌocalhost/, localhost"})
    void namesTheHostThatIsConnectedTo(String written, String host) {
        assertThat(WebAddress.host(WebAddress.web(written))).isEqualTo(host);
    }
}
