package org.bellwether.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.ssl.SSLContexts;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(moved.chain().steps())
                .extracting(Chain.Step::from)
                .containsExactly(site.url("/a"), site.url("/b%20c"));
        assertThat(moved.chain().movedTo()).contains(site.url("/feed"));
        assertThat(lent.chain().movedTo()).isEmpty();
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
    @CsvSource({
        "http://a.example/news/list,      b.xml?c,       http://a.example/news/b.xml?c",
        "http://a.example/news/list,      ../feed,       http://a.example/feed",
        "http://a.example/news/list?p=1,  ?p=2,          http://a.example/news/list?p=2",
        "http://a.example/news/list?p=1,  ?p=2/3?4,      http://a.example/news/list?p=2/3?4",
        "http://a.example,                ?p=2,          http://a.example/?p=2",
        "http://a.example,                feed.xml,      http://a.example/feed.xml",
        "http://a.example?x=1,            feed.xml,      http://a.example/feed.xml",
        "http://a.example,                /feed.xml,     http://a.example/feed.xml",
        "http://a.example/x,              //b.example/y, http://b.example/y",
    })
    void follows_a_redirect_to_where_it_is_meant(String from, String location, String to) {
        assertThat(Hop.next(URI.create(from), location)).isEqualTo(new Hop.To(URI.create(to)));
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
                "http://[2002:7f00:2::]/x",
                "http://[::ffff:7f00:2]/x",
                "http://[::127.0.0.2]/x",
                "http://[fe80::1]/x",
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
                "http://2130706434/x",
                "http://0x7f000002/x",
                "http://0x7f.0.0.2/x",
                "http://0177.0.0.2/x",
                "http://017700000002/x",
                "http://127.2/x",
                "http://127.0.0.2./x",
                "http://a_b.127.2/x",
                "http://user:secret@a_b.example.org/x",
                "http://user:secret@example.org/x",
                "file:///etc/hostname",
                "gopher://example.org/x",
                "data:text/xml,<rss/>"
            })
    void follows_no_redirect_whose_host_could_be_read_as_another_nor_to_anything_but_the_web(String target) {
        site.redirect("/out", 302, target);

        FetchFailed failed = site.failure("/out");

        assertThat(failed.kind()).isEqualTo(FailureKind.REDIRECT);
        assertThat(failed.diagnosis()).doesNotContain("secret");
    }

    @Test
    void tells_the_whole_way_and_where_it_leads_for_good() {
        site.redirect("/a", 301, "/b");
        site.redirect("/b", 308, "/c");
        site.redirect("/c", 302, "/d");
        site.redirect("/d", 301, "/feed");
        site.serve("/feed", exchange -> {
            boolean known = exchange.getRequestHeaders().containsKey("If-None-Match");
            exchange.sendResponseHeaders(known ? 304 : 204, -1);
        });
        site.redirect("/x", 301, "/y");
        site.serve("/y", exchange -> exchange.sendResponseHeaders(410, -1));

        Fetched fetched = (Fetched) site.fetch("/a");
        NotModified same = (NotModified) site.fetch(new FetchRequest(site.url("/a"), new Validators("\"1\"", null)));
        FetchFailed gone = site.failure("/x");

        assertThat(fetched.chain().steps()).extracting(Chain.Step::status).containsExactly(301, 308, 302, 301);
        assertThat(fetched.chain().movedTo()).contains(site.url("/c"));
        assertThat(fetched.chain().steps())
                .extracting(Chain.Step::to)
                .containsExactly(site.url("/b"), site.url("/c"), site.url("/d"), site.url("/feed"));
        assertThat(same.chain()).isEqualTo(fetched.chain());
        assertThat(gone.chain().movedTo()).contains(site.url("/y"));
        assertThat(Chain.NONE.movedTo()).isEmpty();
    }

    @Test
    void asks_for_names_in_other_scripts_in_their_form_for_machines() {
        byte[] moved = "HTTP/1.1 302 Found\r\nLocation: http://한국.example.org/피드\r\nContent-Length: 0\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8);
        try (RawServer server = new RawServer(client -> client.write(moved))) {

            FetchFailed failed = (FetchFailed) site.fetch(new FetchRequest(server.url(), Validators.NONE));

            assertThat(failed.kind()).isEqualTo(FailureKind.DNS);
            assertThat(failed.diagnosis()).contains("xn--3e0b707e.example.org");
            assertThat(failed.chain().steps().get(0).to()).hasPath("/피드");
        }
        FetchResult asGiven = site.fetch(new FetchRequest(URI.create("http://한국.example.org/피드"), Validators.NONE));

        assertThat(((FetchFailed) asGiven).diagnosis()).contains("xn--3e0b707e.example.org");
    }

    @Test
    void goes_to_names_with_an_underscore_and_takes_characters_that_browsers_escape() {
        site.redirect("/start", 302, "http://user_name.example.org:" + site.port() + "/[1]");
        site.redirect("/[1]", 302, "/feed?a=[1]|x|&b=100%");
        site.serve("/feed", exchange -> {
            String sent = exchange.getRequestHeaders().getFirst("Host") + " " + exchange.getRequestURI();
            Site.answer(exchange, 200, sent.getBytes(StandardCharsets.UTF_8));
        });
        List<String> resolved = new ArrayList<>();
        HostBudgets budgets = new HostBudgets(HostLimits.DEFAULT, InstantSource.system());
        Site.Names names = host -> {
            resolved.add(host);
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        };
        try (FeedFetcher fetcher = Site.fetcher(Site.LIMITS, budgets, names, SSLContexts.createDefault())) {

            FetchResult result = fetcher.fetch(new FetchRequest(site.url("/start"), Validators.NONE), Site.room());

            assertThat(new String(((Fetched) result).body(), StandardCharsets.UTF_8))
                    .isEqualTo("user_name.example.org:" + site.port() + " /feed?a=[1]%7Cx%7C&b=100%25");
            assertThat(resolved).contains("user_name.example.org");
        }
    }

    @Test
    void refuses_a_name_with_an_underscore_that_leads_inside() {
        Site.Names inside = host -> new InetAddress[] {InetAddress.getByAddress(new byte[] {10, 0, 0, 1})};
        HostBudgets budgets = new HostBudgets(HostLimits.DEFAULT, InstantSource.system());
        FetchRequest request = new FetchRequest(URI.create("http://in_side.example.org/feed"), Validators.NONE);
        try (FeedFetcher fetcher = Site.fetcher(Site.LIMITS, budgets, inside, SSLContexts.createDefault())) {

            FetchFailed failed = (FetchFailed) fetcher.fetch(request, Site.room());

            assertThat(failed.kind()).isEqualTo(FailureKind.ADDRESS_REFUSED);
            assertThat(failed.diagnosis()).contains("in_side.example.org");
        }
    }

    @Test
    void connects_to_the_very_address_it_judged_whatever_the_name_says_next() {
        site.serve("/feed", exchange -> {
            exchange.getResponseHeaders().set("Connection", "close");
            Site.answer(exchange, 200, new byte[] {'<'});
        });
        URI rebound = URI.create("http://rebound.example.org:" + site.port() + "/feed");
        AtomicInteger asked = new AtomicInteger();
        Site.Names names = host ->
                new InetAddress[] {InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) asked.incrementAndGet()})};
        HostBudgets budgets = new HostBudgets(HostLimits.DEFAULT, InstantSource.system());
        try (FeedFetcher fetcher = Site.fetcher(Site.LIMITS, budgets, names, SSLContexts.createDefault())) {

            FetchResult first = fetcher.fetch(new FetchRequest(rebound, Validators.NONE), Site.room());
            int askedForOne = asked.get();
            FetchResult second = fetcher.fetch(new FetchRequest(rebound, Validators.NONE), Site.room());

            assertThat(first).isInstanceOf(Fetched.class);
            assertThat(askedForOne).isEqualTo(1);
            assertThat(second)
                    .isInstanceOfSatisfying(
                            FetchFailed.class, it -> assertThat(it.kind()).isEqualTo(FailureKind.ADDRESS_REFUSED));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706434/x",
                "http://0177.0.0.2/x",
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
