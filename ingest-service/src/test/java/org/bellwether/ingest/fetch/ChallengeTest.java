package org.bellwether.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.bellwether.ingest.fetch.FailureKind.Category;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that keep programs out, and pages that only look like it. */
class ChallengeTest {

    private final Site site = new Site();

    @AfterEach
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # status | header                    | body                                                                      | who
            403 | cf-mitigated: challenge        | -                                                                         | Cloudflare
            503 | server: cloudflare             | <!DOCTYPE html><html><head><title>Just a moment...</title></head></html>  | Cloudflare
            200 | server: cloudflare             | <!DOCTYPE html><html><script>window._cf_chl_opt={}</script></html>        | Cloudflare
            403 | server: cloudflare             | <!DOCTYPE html><html><title>Attention Required! &#124; Cloudflare</title>      | Cloudflare
            403 | server: AkamaiGHost            | <HTML><HEAD>Reference #18. https://errors.edgesuite.net/18.</HEAD></HTML> | Akamai
            200 | -                              | <html><head></head><body><script src="/_Incapsula_Resource?SWJIYLWA=7">   | Imperva
            403 | server: ddos-guard             | <!doctype html><html><title>DDoS-Guard</title></html>                     | DDoS-Guard
            202 | x-amzn-waf-action: challenge   | -                                                                         | AWS WAF
            429 | x-vercel-mitigated: challenge  | -                                                                         | Vercel
            200 | -                              | <html><title>Verify you are human</title></html>                          | captcha
            405 | -                              | <html><form><div class="h-captcha"></div></form></html>                   | captcha
            """)
    void areTheirOwnKindOfFailureWhateverTheStatus(int status, String header, String body, String who) {
        serve(status, header, body);

        FetchFailed failed = site.failure("/feed");

        assertThat(failed.kind()).isEqualTo(FailureKind.CHALLENGE);
        assertThat(failed.kind().category()).isEqualTo(Category.BLOCKED);
        assertThat(failed.status()).isEqualTo(status);
        assertThat(failed.diagnosis()).contains(who).contains("let this client through");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            403 | <html><title>Forbidden</title></html>                         | BLOCKED
            503 | <html><title>Down for maintenance</title></html>              | SERVER_ERROR
            404 | <html><title>Not found</title>We use a captcha nowhere</html> | NOT_FOUND
            """)
    void areToldFromOtherErrorPages(int status, String body, FailureKind kind) {
        serve(status, "server: cloudflare", body);

        assertThat(site.failure("/feed").kind()).isEqualTo(kind);
    }

    @Test
    void areNotSeenInFeedsThatWriteOfThemNorInLongPagesThatCarryTheirScripts() {
        byte[] feed = "<rss><title>Just a moment...</title><item>class=\"g-recaptcha\"</item></rss>"
                .getBytes(StandardCharsets.UTF_8);
        site.serve("/feed", exchange -> Site.answer(exchange, 200, feed));
        String page = "<html><script src='/_Incapsula_Resource'></script>" + "<p>a paragraph</p>".repeat(2000);
        site.serve("/page", exchange -> Site.answer(exchange, 200, page.getBytes(StandardCharsets.UTF_8)));

        byte[] form = "<html><form><div class=\"g-recaptcha\"></div></form>".getBytes(StandardCharsets.UTF_8);
        site.serve("/form", exchange -> Site.answer(exchange, 200, form));

        assertThat(site.fetch("/feed")).isInstanceOf(Fetched.class);
        assertThat(site.fetch("/form")).isInstanceOf(Fetched.class);
        assertThat(site.fetch("/page")).isInstanceOf(Fetched.class);
    }

    @Test
    void areRecognisedUnderCompression() {
        byte[] page = Site.gzip("<html><title>Just a moment...</title>".getBytes(StandardCharsets.UTF_8));
        site.serve("/feed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            Site.answer(exchange, 403, page);
        });

        assertThat(site.failure("/feed").kind()).isEqualTo(FailureKind.CHALLENGE);
    }

    @Test
    void areRecognisedByTheirBeginningHoweverLong() {
        byte[] page = ("<html><title>Just a moment...</title>" + "<p>a paragraph</p>".repeat(6_000))
                .getBytes(StandardCharsets.UTF_8);
        site.serve("/feed", exchange -> Site.answer(exchange, 403, page));

        assertThat(site.failure("/feed").kind()).isEqualTo(FailureKind.CHALLENGE);
    }

    private void serve(int status, String header, String body) {
        site.serve("/feed", exchange -> {
            if (header != null) {
                String[] parts = header.split(": ", 2);
                exchange.getResponseHeaders().set(parts[0], parts[1]);
            }
            Site.answer(exchange, status, (body == null ? "" : body).getBytes(StandardCharsets.UTF_8));
        });
    }
}
