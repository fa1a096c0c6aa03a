package org.bellwether.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationGuardTest {

    private final DestinationGuard strict = new DestinationGuard(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/hook",
                "ftp://example.org/hook",
                "https:///hook",
                "hook",
                "not a url",
                "https://user:pass@example.org/hook",
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://10.1.2.3/",
                "https://172.31.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://1.2.3.4.5/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[fe80::1]/",
                "https://[fc00::1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[ff02::1]/"
            })
    void refusesWhatIsNotPublicHttps(String url) {
        assertThatThrownBy(() -> strict.admit(url)).isInstanceOf(ForbiddenDestinationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/hook", "https://8.8.8.8/", "https://[2606:4700::1111]/"})
    void admitsPublicHttps(String url) {
        assertThatCode(() -> strict.admit(url)).doesNotThrowAnyException();
    }

    @Test
    void judgesWhatANameResolvesToByEveryAddress() throws Exception {
        InetAddress open = InetAddress.getByName("8.8.8.8");
        InetAddress closed = InetAddress.getByName("10.0.0.1");

        assertThatCode(() -> strict.admit("example.org", open)).doesNotThrowAnyException();
        assertThatThrownBy(() -> strict.admit("example.org", open, closed))
                .isInstanceOf(ForbiddenDestinationException.class)
                .hasMessageContaining("bellwether.delivery.allow");
    }

    @Test
    void theOperatorCanAllowHostsAndNetworksAlsoByPlainHttp() throws Exception {
        DestinationGuard guard = new DestinationGuard(List.of("127.0.0.0/8", "hooks.internal"));

        assertThat(guard.admit("http://127.0.0.1:8083/hooks/desk").getPort()).isEqualTo(8083);
        assertThatCode(() -> guard.admit("http://hooks.internal/x")).doesNotThrowAnyException();
        assertThatCode(() -> guard.admit("hooks.internal", InetAddress.getByName("10.0.0.9")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> guard.admit("http://10.0.0.9/")).isInstanceOf(ForbiddenDestinationException.class);
    }

    @Test
    void slackIsAtSlackUnlessAllowed() {
        assertThatCode(() -> strict.admitSlack("https://hooks.slack.com/services/T/B/x"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> strict.admitSlack("https://hooks.slack.com.evil.example/services"))
                .isInstanceOf(ForbiddenDestinationException.class);
        assertThatCode(() -> new DestinationGuard(List.of("127.0.0.1")).admitSlack("http://127.0.0.1:1/hooks/desk"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "example.org/8", "10.0.0.0/x", "10.0.0.0/"})
    void anEntryThatIsNoNetworkIsNamed(String entry) {
        assertThatThrownBy(() -> new DestinationGuard(List.of(entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(entry);
    }
}
