package org.bellwether.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are asked, and which redirects followed. */
class WhereAFetchGoesTest {

    private final List<String> asked = new ArrayList<>();
    private final Site site = new Site();

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void follows_redirects_and_tells_whether_the_feed_moved_for_good() {
        site.redirect("/a", 301, "/b c");
        site.redirect("/b%20c", 308, site.url("/feed").toString());
        site.redirect("/t", 302, "/a");
        site.serve("/feed", exchange -> Site.answer(exchange, 200, new byte[] {'<'}));

        Fetched moved = (Fetched) site.fetch("/a");
        Fetched lent = (Fetched) site.fetch("/t");

        assertThat(moved.finalUrl()).isEqualTo(site.url("/feed"));
        assertThat(moved.redirects()).containsExactly(site.url("/a"), site.url("/b%20c"));
        assertThat(moved.permanentRedirect()).isTrue();
        assertThat(lent.permanentRedirect()).isFalse();
    }

    @Test
    void stops_at_a_circle_and_at_too_many_redirects() {
        site.redirect("/a", 302, "/b");
        site.redirect("/b", 302, "/a");
        for (int i = 0; i < 10; i++) {
            site.redirect("/n" + i, 302, "/n" + (i + 1));
        }
        site.redirect("/ftp", 302, "ftp://example.org/feed");

        assertThat(site.failure("/a"))
                .returns(FailureKind.REDIRECT, FetchFailed::kind)
                .satisfies(it -> assertThat(it.diagnosis()).contains("circle"));
        assertThat(site.failure("/n0").diagnosis()).contains("more than 5");
        assertThat(site.failure("/ftp").diagnosis()).contains("only http and https");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:%d/x",
                "http://10.0.0.1/x",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]:%d/x",
                "http://[::ffff:127.0.0.2]:%d/x",
                "http://[64:ff9b::a00:1]/x",
                "http://2130706434/x",
                "http://inside.example.org:%d/x",
                "http://0.0.0.0:%d/x"
            })
    void refuses_a_redirect_to_an_address_inside_even_behind_a_name(String target) {
        site.redirect("/out", 302, target.formatted(site.port()));

        FetchFailed failed = site.failure("/out");

        assertThat(failed.kind()).isEqualTo(FailureKind.ADDRESS_REFUSED);
        assertThat(failed.diagnosis()).contains("bellwether.fetch.allow");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/hostname",
                "ftp://example.org/x",
                "http:/nowhere",
                "https://user:secret@example.org/"
            })
    void refuses_what_is_no_address_of_a_feed(String url) {
        FetchResult result = site.fetch(new FetchRequest(URI.create(url), Validators.NONE));

        assertThat(result).isInstanceOfSatisfying(FetchFailed.class, it -> {
            assertThat(it.kind()).isEqualTo(FailureKind.BAD_URL);
            assertThat(it.diagnosis()).doesNotContain("secret");
        });
    }

    @Test
    void tells_a_name_that_does_not_resolve_from_a_port_that_is_closed() {
        FetchResult unknown = site.fetch(new FetchRequest(URI.create("http://nowhere.example.org/"), Validators.NONE));
        site.goDown();

        assertThat(((FetchFailed) unknown).kind()).isEqualTo(FailureKind.DNS);
        assertThat(site.failure("/feed").kind()).isEqualTo(FailureKind.CONNECT);
    }
}
