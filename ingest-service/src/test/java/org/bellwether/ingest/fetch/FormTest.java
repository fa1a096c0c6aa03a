package org.bellwether.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    private final Site site = new Site();
    private final List<String> posted = new CopyOnWriteArrayList<>();

    FormTest() {
        site.serve("/hub", exchange -> {
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            posted.add(exchange.getRequestMethod() + " " + type.replaceAll(";.*", "") + " " + body);
            exchange.sendResponseHeaders(202, -1);
        });
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void aFormIsPostedOnceAsFormsAre() {
        FetchResult result = site.fetch(form("/hub"));

        assertThat(result).isInstanceOf(Fetched.class);
        assertThat(posted).containsExactly("POST application/x-www-form-urlencoded a=1%26b%3D2+%ED%95%9C");
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void itIsPostedElsewhereWhereTheServerSaysThat(int status) {
        site.redirect("/from", status, "/hub");

        assertThat(site.fetch(form("/from"))).isInstanceOf(Fetched.class);
        assertThat(posted).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303})
    void andNowhereElseForItMayCarryASecret(int status) {
        site.redirect("/from", status, "/hub");

        FetchFailed failed = (FetchFailed) site.fetch(form("/from"));

        assertThat(failed.kind()).isEqualTo(FailureKind.REDIRECT);
        assertThat(failed.diagnosis()).contains("not posted anew after a " + status);
        assertThat(posted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.1/hub", "http://169.254.169.254/latest", "http://inside.example.org/hub"})
    void itGoesNoFurtherThanThePolicyLets(String address) {
        FetchFailed failed = (FetchFailed) site.fetch(FetchRequest.form(URI.create(address), Map.of("a", "b")));

        assertThat(failed.kind()).isEqualTo(FailureKind.ADDRESS_REFUSED);
    }

    @Test
    void whatIsPostedIsNotInTheRequestsWords() {
        assertThat(form("/hub").toString()).startsWith("POST http").doesNotContain("a=1");
    }

    private FetchRequest form(String path) {
        return FetchRequest.form(site.url(path), Map.of("a", "1&b=2 한"));
    }
}
