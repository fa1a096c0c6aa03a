package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.Launch;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service as the operator starts it, with a setting that cannot be used. */
@QuarkusMainTest
@TestProfile(BadSettingsTest.Faulty.class)
class BadSettingsTest {

    @Test
    @Launch(
            value = {},
            exitCode = 1)
    void aFaultIsOneLineAndTheServiceLeavesBeforeAnythingElseBegins(LaunchResult result) {
        String output = result.getOutput() + result.getErrorOutput();

        assertThat(output)
                .contains("bellwether.fetch.allow: ")
                .doesNotContain("Exception", "\tat ", "is away", "Polling");
    }

    /** A network that is none, and no broker and store to be found. */
    public static final class Faulty implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "bellwether.fetch.allow", "everywhere",
                    "kafka.bootstrap.servers", "127.0.0.1:1",
                    "quarkus.mongodb.connection-string", "mongodb://127.0.0.1:1");
        }
    }
}
