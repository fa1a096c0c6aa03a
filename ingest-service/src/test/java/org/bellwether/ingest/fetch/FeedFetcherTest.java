package org.bellwether.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a poll brings back from a server that behaves. */
class FeedFetcherTest {

    private final List<String> asked = new ArrayList<>();
    private final Site site = new Site();

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void reads_a_body_with_its_headers_and_validators() {
        site.serve("/feed", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            asked.add(exchange.getRequestHeaders().getFirst("Cookie"));
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            exchange.getResponseHeaders().set("Last-Modified", "Sun, 27 Sep 2026 01:00:00 GMT");
            exchange.getResponseHeaders().set("Set-Cookie", "a=b");
            Site.answer(exchange, 200, "<rss/>".getBytes(StandardCharsets.UTF_8));
        });

        Fetched fetched = (Fetched) site.fetch("/feed");
        site.fetch("/feed");

        assertThat(fetched.body()).asString().isEqualTo("<rss/>");
        assertThat(fetched.wireBytes()).isEqualTo(6);
        assertThat(fetched.chain()).isEqualTo(Chain.NONE);
        assertThat(fetched.validators()).isEqualTo(new Validators("\"1\"", "Sun, 27 Sep 2026 01:00:00 GMT"));
        assertThat(asked).containsExactly("Bellwether/test (+mailto:ops@example.org)", null, asked.get(0), null);
    }

    @Test
    void asks_for_no_other_protocol() {
        site.serve("/feed", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Upgrade"));
            asked.add(String.valueOf(exchange.getRequestHeaders().get("Connection")));
            Site.answer(exchange, 200, new byte[] {'<'});
        });

        site.fetch("/feed");

        assertThat(asked.get(0)).isNull();
        assertThat(asked.get(1)).doesNotContainIgnoringCase("upgrade");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            bytes 0-5/6  | -
            Bytes 0-5/6  | -
            bytes 0-5/60 | TRUNCATED
            bytes 0-5/*  | TRUNCATED
            bytes 3-8/9  | TRUNCATED
            nonsense     | TRUNCATED
            -            | TRUNCATED
            """)
    void takes_no_part_that_nobody_asked_for_as_the_whole(String range, FailureKind kind) {
        site.serve("/feed", exchange -> {
            if (range != null) {
                exchange.getResponseHeaders().set("Content-Range", range);
            }
            Site.answer(exchange, 206, "<rss/>".getBytes(StandardCharsets.UTF_8));
        });

        FetchResult result = site.fetch("/feed");

        if (kind == null) {
            assertThat(result).isInstanceOf(Fetched.class);
        } else {
            assertThat(result).isInstanceOfSatisfying(FetchFailed.class, it -> {
                assertThat(it.kind()).isEqualTo(kind);
                assertThat(it.diagnosis()).contains("206");
            });
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            "2" | -                             | "2" | Sun, 27 Sep 2026 01:00:00 GMT
            -   | Mon, 28 Sep 2026 01:00:00 GMT | "1" | Mon, 28 Sep 2026 01:00:00 GMT
            "2" | Mon, 28 Sep 2026 01:00:00 GMT | "2" | Mon, 28 Sep 2026 01:00:00 GMT
            """, quoteCharacter = '`')
    void keeps_of_the_validators_what_the_answer_does_not_name_anew(
            String etag, String modified, String keptEtag, String keptModified) {
        site.serve("/feed", exchange -> {
            if (etag != null) {
                exchange.getResponseHeaders().set("ETag", etag);
            }
            if (modified != null) {
                exchange.getResponseHeaders().set("Last-Modified", modified);
            }
            exchange.sendResponseHeaders(304, -1);
        });
        Validators known = new Validators("\"1\"", "Sun, 27 Sep 2026 01:00:00 GMT");

        FetchResult result = site.fetch(new FetchRequest(site.url("/feed"), known));

        assertThat(((NotModified) result).validators()).isEqualTo(new Validators(keptEtag, keptModified));
    }

    @Test
    void asks_conditionally_and_keeps_the_validators_when_nothing_changed() {
        site.serve("/feed", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("If-None-Match"));
            asked.add(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            exchange.sendResponseHeaders(304, -1);
        });
        Validators known = new Validators("W/\"x\"", "Sun, 27 Sep 2026 01:00:00 GMT");

        FetchResult result = site.fetch(new FetchRequest(site.url("/feed"), known));

        assertThat(result)
                .isInstanceOfSatisfying(
                        NotModified.class, it -> assertThat(it.validators()).isEqualTo(known));
        assertThat(asked).containsExactly("W/\"x\"", "Sun, 27 Sep 2026 01:00:00 GMT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "raw-deflate", "identity", "gzip-but-plain", "plain-but-gzip"})
    void decompresses_what_the_bytes_are(String encoding) {
        byte[] plain = "<rss>한미 동맹</rss>".getBytes(StandardCharsets.UTF_8);
        site.serve("/feed", exchange -> {
            byte[] body = plain;
            String header = encoding;
            switch (encoding) {
                case "gzip", "x-gzip" -> body = Site.gzip(plain);
                case "deflate" -> body = Site.deflate(plain, false);
                case "raw-deflate" -> {
                    body = Site.deflate(plain, true);
                    header = "deflate";
                }
                case "gzip-but-plain" -> header = "gzip";
                case "plain-but-gzip" -> {
                    body = Site.gzip(plain);
                    header = "identity";
                }
                default -> {}
            }
            exchange.getResponseHeaders().set("Content-Encoding", header);
            Site.answer(exchange, 200, body);
        });

        assertThat(((Fetched) site.fetch("/feed")).body()).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "401, BLOCKED",
        "403, BLOCKED",
        "451, BLOCKED",
        "404, NOT_FOUND",
        "400, CLIENT_ERROR",
        "410, GONE",
        "429, TOO_MANY_REQUESTS",
        "500, SERVER_ERROR",
        "503, SERVER_ERROR",
        "304, UNEXPECTED_STATUS",
        "302, UNEXPECTED_STATUS"
    })
    void tells_the_answers_apart_that_bring_no_body(int status, FailureKind kind) {
        site.serve("/feed", exchange -> exchange.sendResponseHeaders(status, -1));

        FetchFailed failed = site.failure("/feed");

        assertThat(failed.kind()).isEqualTo(kind);
        assertThat(failed.status()).isEqualTo(status);
        assertThat(failed.diagnosis()).contains(Integer.toString(status)).endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({"429, PT0S", "503, PT0S", "500,", "404,"})
    void tells_of_a_server_that_has_enough_and_does_not_say_for_how_long(int status, Duration retryAfter) {
        site.serve("/feed", exchange -> exchange.sendResponseHeaders(status, -1));

        FetchFailed failed = site.failure("/feed");

        assertThat(failed.retryAfterOrNull()).isEqualTo(retryAfter);
        assertThat(failed.diagnosis()).doesNotContain("as long as it says");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "Wed, 30 Sep 2026 00:10:00 GMT"})
    void takes_a_time_that_is_over_for_none_where_a_server_fails(String header) {
        site.serve("/feed", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", header);
            exchange.sendResponseHeaders(500, -1);
        });

        assertThat(site.failure("/feed").retryAfterOrNull()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            120                           | PT2M
            Thu, 01 Oct 2026 00:10:00 GMT | PT10M
            Wed, 30 Sep 2026 00:10:00 GMT | PT0S
            0                             | PT0S
            000000000120                  | PT2M
            1790813400                    | PT10M
            1790812800                    | PT0S
            1763820000                    | PT0S
            60000                         | PT16H40M
            86400                         | PT24H
            90000                         | PT1M30S
            172800                        | PT48H
            300000                        | PT5M
            432000                        | PT120H
            900000                        | PT15M
            999999                        | PT277H46M39S
            2592000                       | PT720H
            3600000                       | PT1H
            86400000                      | PT24H
            1790813400000                 | PT10M
            1763820000000                 | PT0S
            9999999999                    | PT277777H46M39S
            9999999999999                 | PT277777H46M39S
            99999999999999999999          | PT277777H46M39S
            soon                          | PT0S
            """)
    void passes_on_how_long_to_wait(String header, Duration wait) {
        site.serve("/feed", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", header);
            exchange.sendResponseHeaders(503, -1);
        });

        assertThat(site.failure("/feed").retryAfter().orElse(null)).isEqualTo(wait);
    }
}
