package org.bellwether.alert.topology;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bellwether.alert.indicator.Indicators;
import org.bellwether.alert.indicator.IndicatorsYaml;
import org.bellwether.settings.Fault;
import org.bellwether.settings.RefusedFileException;

/** Where the definitions are read from: the operator's file, or the shipped one. */
public final class IndicatorsFile {

    private static final String SHIPPED = "indicators.yaml";

    private IndicatorsFile() {}

    /**
     * Reads and validates.
     *
     * @param file the operator's; the shipped one when empty
     * @throws RefusedFileException with a line for each fault, also when the file cannot be read at all
     */
    public static Indicators read(Optional<Path> file) {
        return IndicatorsYaml.read(name(file), text(file));
    }

    static String name(Optional<Path> file) {
        return file.map(Path::toString).orElse(SHIPPED);
    }

    private static String text(Optional<Path> file) {
        try {
            return file.isPresent() ? Files.readString(file.get()) : shipped();
        } catch (NoSuchFileException e) {
            throw unreadable(file, "there is no such file");
        } catch (CharacterCodingException e) {
            throw unreadable(file, "it is not UTF-8");
        } catch (IOException e) {
            throw unreadable(file, e.toString());
        }
    }

    private static RefusedFileException unreadable(Optional<Path> file, String reason) {
        return new RefusedFileException(List.of(new Fault(name(file), 1, "file", "cannot be read: " + reason)));
    }

    private static String shipped() throws IOException {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(SHIPPED)) {
            if (stream == null) {
                throw new IOException("not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
