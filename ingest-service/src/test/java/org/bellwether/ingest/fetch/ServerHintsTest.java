package org.bellwether.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What headers say of when and where to come again. */
class ServerHintsTest {

    private static final URI BASE = URI.create("https://post.example/feeds/all.xml");
    private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
    private static final String AT_NOW = "Thu, 01 Oct 2026 00:00:00 GMT";
    private static final String IN_AN_HOUR = "Thu, 01 Oct 2026 01:00:00 GMT";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # Cache-Control                  | Expires                       | Date                          | Age | fresh for
            max-age=600                      | -                             | -                             | -   | PT10M
            public, Max-Age="600"            | -                             | -                             | -   | PT10M
            max-age=600, max-age=60          | -                             | -                             | -   | PT10M
            max-age=600                      | -                             | -                             | 540 | PT1M
            max-age=600                      | -                             | -                             | 900 | PT0S
            max-age=600                      | -                             | -                             | x   | PT10M
            s-maxage=600                     | -                             | -                             | -   | -
            s-maxage=600, max-age=60         | -                             | -                             | -   | PT1M
            max-age=99999999999999           | -                             | -                             | -   | PT596523H14M8S
            max-age=soon                     | -                             | -                             | -   | -
            no-cache, max-age=600            | -                             | -                             | -   | -
            no-store                         | Thu, 01 Oct 2026 01:00:00 GMT | Thu, 01 Oct 2026 00:00:00 GMT | -   | -
            max-age=600                      | Thu, 01 Oct 2026 01:00:00 GMT | Thu, 01 Oct 2026 00:00:00 GMT | -   | PT10M
            -                                | Thu, 01 Oct 2026 01:00:00 GMT | Thu, 01 Oct 2026 00:00:00 GMT | -   | PT1H
            -                                | Thu, 01 Oct 2026 01:00:00 GMT | Thu, 01 Oct 2026 00:30:00 GMT | -   | PT30M
            -                                | Thu, 01 Oct 2026 01:00:00 GMT | -                             | -   | PT1H
            -                                | 0                             | Thu, 01 Oct 2026 00:00:00 GMT | -   | PT0S
            -                                | Wed, 30 Sep 2026 00:00:00 GMT | -                             | -   | PT0S
            -                                | -                             | -                             | -   | -
            """)
    void tellHowLongAnAnswerStaysFresh(String control, String expires, String date, String age, Duration fresh) {
        Map<String, String> headers = new HashMap<>();
        put(headers, "Cache-Control", control);
        put(headers, "Expires", expires);
        put(headers, "Date", date);
        put(headers, "Age", age);

        assertThat(hints(headers).freshFor().orElse(null)).isEqualTo(fresh);
    }

    @Test
    void tellHowFarTheServersClockIsOff() {
        assertThat(hints(Map.of("Date", AT_NOW)).clockSkew()).contains(Duration.ZERO);
        assertThat(hints(Map.of("Date", IN_AN_HOUR)).clockSkew()).contains(Duration.ofHours(1));
        assertThat(hints(Map.of("Date", "Wed, 30 Sep 2026 23:00:00 GMT")).clockSkew())
                .contains(Duration.ofHours(-1));
        assertThat(hints(Map.of("Date", "Wed, 30 Sep 2026 23:00:00 GMT", "Age", "3600"))
                        .clockSkew())
                .contains(Duration.ZERO);
        assertThat(hints(Map.of("Date", "yesterday")).clockSkew()).isEmpty();
        assertThat(hints(Map.of()).clockSkew()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            <https://hub.example/>; rel="hub", <http://post.example/all>; rel="self" | https://hub.example/ | http://post.example/all
            <https://hub.example/>;rel=hub;title="a, \\"b\\"; c", </all>; rel=self   | https://hub.example/ | https://post.example/all
            <https://a.example/x,y>; title="x"; rel="alternate hub"                  | https://a.example/x,y | -
            <https://a.example/>; rel="next"; rel="hub", <b>; REL=Self               | -                    | https://post.example/feeds/b
            <file:///etc/passwd>; rel=hub                                            | -                    | -
            <https://user:pw@a.example/>; rel=hub                                    | -                    | -
            <ht tp://x>; rel=hub, <https://hub.example/>; rel=hub                    | https://hub.example/ | -
            nonsense                                                                 | -                    | -
            nonsense, <https://hub.example/>; rel=hub                                | https://hub.example/ | -
            <<<>>>;;;rel="hub                                                        | -                    | -
            """)
    void nameTheHubsAndTheFeedsOwnAddress(String link, String hub, String self) {
        ServerHints hints = hints(Map.of("Link", link));

        assertThat(hints.hubs().stream().map(URI::toString).findFirst().orElse(null))
                .isEqualTo(hub);
        assertThat(hints.self().map(URI::toString).orElse(null)).isEqualTo(self);
    }

    @Test
    void areNotDrownedInLinks() {
        ServerHints hints = hints(Map.of("Link", "<https://hub.example/>; rel=hub,".repeat(100_000)));

        assertThat(hints.links()).hasSize(20);
        assertThat(hints(Map.of("Link", "<a>" + "; a=\"".repeat(100_000))).links())
                .isEmpty();
    }

    private static ServerHints hints(Map<String, String> headers) {
        return ServerHints.of(new FeedHeaders(headers), BASE, NOW);
    }

    private static void put(Map<String, String> headers, String name, String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
