package org.bellwether.ingest;

import java.nio.file.Path;
import java.util.Optional;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.CatalogueReader;
import org.bellwether.ingest.item.CanonicalUrl;
import org.bellwether.settings.SettingsFile;

/** Where the catalogue comes from: the operator's file, or the one shipped inside the service. */
final class CatalogueFile {

    private static final String SHIPPED = "catalogue.yaml";

    private CatalogueFile() {}

    /**
     * Reads and validates.
     *
     * @throws org.bellwether.settings.RefusedFileException with every fault, also when the file cannot be read at all
     */
    static Catalogue read(Optional<Path> given) {
        SettingsFile file = SettingsFile.of(given, SHIPPED);
        return CatalogueReader.read(file.name(), file.text(), CanonicalUrl::identityOf);
    }
}
