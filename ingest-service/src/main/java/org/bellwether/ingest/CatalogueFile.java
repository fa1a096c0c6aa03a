package org.bellwether.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bellwether.ingest.catalogue.CatalogueReader;
import org.bellwether.ingest.catalogue.CatalogueReading;
import org.bellwether.ingest.catalogue.CatalogueReading.Fault;
import org.bellwether.ingest.catalogue.CatalogueReading.Refused;

/** Where the catalogue comes from: the operator's file, or the one shipped inside the service. */
final class CatalogueFile {

    private static final String SHIPPED = "catalogue.yaml";

    private CatalogueFile() {}

    static CatalogueReading read(Optional<Path> given) {
        String name = given.map(Path::toString).orElse(SHIPPED);
        try {
            String yaml = given.isPresent() ? Files.readString(given.get()) : shipped();
            return CatalogueReader.read(name, yaml);
        } catch (NoSuchFileException e) {
            return new Refused(List.of(new Fault(name, 1, "file", "does not exist; bellwether.catalogue names it")));
        } catch (IOException e) {
            return new Refused(List.of(new Fault(name, 1, "file", "cannot be read as UTF-8 text: " + e.getMessage())));
        }
    }

    private static String shipped() throws IOException {
        try (InputStream stream = CatalogueFile.class.getResourceAsStream("/" + SHIPPED)) {
            if (stream == null) {
                throw new NoSuchFileException(SHIPPED);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
