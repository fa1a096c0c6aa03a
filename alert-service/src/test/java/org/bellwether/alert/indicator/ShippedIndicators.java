package org.bellwether.alert.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The definitions that the service ships. */
public final class ShippedIndicators {
    private ShippedIndicators() {}

    public static Indicators read() {
        return IndicatorsYaml.read("indicators.yaml", text());
    }

    public static String text() {
        try (InputStream stream = ShippedIndicators.class.getResourceAsStream("/indicators.yaml")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
