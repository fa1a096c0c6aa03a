package org.bellwether.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://desk.example:443/board/, https, desk.example",
        "HTTPS://Desk.Example,            https, desk.example",
        "http://desk.example:80,          http,  desk.example",
        "http://desk.example:443,         http,  desk.example:443",
        "https://desk.example:80,         https, desk.example:80",
        "http://alert_service:8080,       http,  alert_service:8080",
        "http://[::1]:80,                 http,  [::1]",
    })
    void isSchemeHostAndPort(String url, String scheme, String authority) {
        assertThat(Origin.of(url)).contains(new Origin(scheme, authority));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "desk.example", "file:///x", "https://", "http://a b", "mailto:a@desk.example"})
    void isNothingElse(String other) {
        assertThat(Origin.of(other)).isEmpty();
    }

    @Test
    void isFoundByTheHostOfARequest() {
        Origin desk = new Origin("https", "desk.example");

        assertThat(desk.isAt("desk.example")).isTrue();
        assertThat(desk.isAt("Desk.example:443")).isTrue();
        assertThat(desk.isAt("desk.example:80")).isFalse();
        assertThat(desk.isAt("other.example")).isFalse();
        assertThat(desk.isAt(null)).isFalse();
    }

    @Test
    void withoutTlsIsNotWithTls() {
        Origin open = new Origin("http", "desk.example");

        assertThat(open.isUnprotected(new Origin("https", "desk.example"))).isTrue();
        assertThat(open.isUnprotected(open)).isFalse();
        assertThat(open.isUnprotected(new Origin("https", "other.example"))).isFalse();
        assertThat(new Origin("https", "desk.example").isUnprotected(open)).isFalse();
    }
}
