package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.Launch;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service as the operator starts it, with a catalogue and a setting that cannot be used. */
@QuarkusMainTest
@TestProfile(BadSettingsTest.Faulty.class)
class BadSettingsTest {

    @Test
    @Launch(
            value = {},
            exitCode = 1)
    void eachFaultIsOneLineAndTheServiceLeavesBeforeAnythingElseBegins(LaunchResult result) {
        String output = result.getOutput() + result.getErrorOutput();

        assertThat(output)
                .contains("faulty.yaml, line 2, feeds[0].url: ")
                .contains("faulty.yaml, line 3, feeds[1].url: is missing")
                .contains("bellwether.fetch.allow: ")
                .doesNotContain("Exception", "\tat ", "is away", "Polling");
    }

    /** A faulty catalogue, a network that is none, and no broker and store to be found. */
    public static final class Faulty implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path file = Files.createTempDirectory("bellwether").resolve("faulty.yaml");
                Files.writeString(file, "feeds:\n  - {id: one, url: 'ftp://one.example/'}\n  - {id: two}\n");
                return Map.of(
                        "bellwether.catalogue", file.toString(),
                        "bellwether.fetch.allow", "everywhere",
                        "kafka.bootstrap.servers", "127.0.0.1:1",
                        "quarkus.mongodb.connection-string", "mongodb://127.0.0.1:1");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
