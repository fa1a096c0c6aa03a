package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service is started with, judged before it starts. */
class BadSettingsTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            everywhere              | "everywhere"
            127.0.0.1/32,10.0.0.0/9z | "10.0.0.0/9z"
            """)
    void aNetworkThatIsNoneIsOneLineAndTheServiceDoesNotStart(String networks, String named) {
        assertThat(exitCode("bellwether.fetch.allow", networks)).hasValue(1);
        assertThat(said()).startsWith("bellwether.fetch.allow: ").contains(named);
        assertThat(said().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1/32", "10.0.0.0/8,fd00::/8"})
    void networksLetItStart(String networks) {
        assertThat(exitCode("bellwether.fetch.allow", networks)).isEmpty();
        assertThat(said()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest.example.org", "ftp://ingest.example.org", "https://a b", "https://e.example/?a=b"})
    void aCallbackThatHubsCouldNotCallIsOneLineToo(String address) {
        assertThat(exitCode("bellwether.websub.callback", address)).hasValue(1);
        assertThat(said()).startsWith("bellwether.websub.callback: ");
        assertThat(said().lines()).hasSize(1);
    }

    @Test
    void aCatalogueThatIsNotThereDoesNot() {
        assertThat(exitCode("bellwether.catalogue", "no-such.yaml")).hasValue(1);
        assertThat(said()).contains("no-such.yaml");
    }

    private OptionalInt exitCode(String setting, String value) {
        Config config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(Map.of(setting, value), "settings", 100))
                .build();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        return Main.exitCode(config, stream, stream);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
