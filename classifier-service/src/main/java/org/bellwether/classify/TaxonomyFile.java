package org.bellwether.classify;

import java.nio.file.Path;
import java.util.Optional;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.TaxonomyReader;
import org.bellwether.settings.SettingsFile;

/** Where the taxonomy comes from: the operator's file, or the one shipped inside the service. */
public final class TaxonomyFile {

    private static final String SHIPPED = "taxonomy.yaml";

    private TaxonomyFile() {}

    /**
     * Reads and validates.
     *
     * @param given the operator's; the shipped one when empty
     * @throws org.bellwether.settings.RefusedFileException with every fault, also when the file cannot be read at all
     */
    public static Taxonomy read(Optional<Path> given) {
        return TaxonomyReader.read(SettingsFile.of(given, SHIPPED));
    }

    /**
     * The operator's file as it is now, not yet checked.
     *
     * @throws org.bellwether.settings.RefusedFileException when it cannot be read at all
     */
    public static SettingsFile text(Path given) {
        return SettingsFile.of(Optional.of(given), SHIPPED);
    }
}
