package org.bellwether.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds a rendered message to the file in which somebody has looked at it. */
final class Golden {

    private Golden() {}

    /** What differs is written to {@code target/golden}, to look at and, if it is right, to copy over. */
    static void hold(String name, String actual) throws IOException {
        String expected = "";
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
            if (in != null) {
                expected = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        if (!actual.equals(expected)) {
            Path rendered = Path.of("target", "golden", name);
            Files.createDirectories(rendered.getParent());
            Files.writeString(rendered, actual);
        }
        assertThat(actual).isEqualTo(expected);
    }
}
