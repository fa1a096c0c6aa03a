package org.bellwether.alert.topology;

import java.nio.file.Path;
import java.util.Optional;
import org.bellwether.alert.indicator.Indicators;
import org.bellwether.alert.indicator.IndicatorsYaml;
import org.bellwether.settings.SettingsFile;

/** Where the definitions are read from: the operator's file, or the shipped one. */
public final class IndicatorsFile {

    private static final String SHIPPED = "indicators.yaml";

    private IndicatorsFile() {}

    /**
     * Reads and validates.
     *
     * @param file the operator's; the shipped one when empty
     * @throws org.bellwether.settings.RefusedFileException with every fault, also when the file cannot be read at all
     */
    public static Indicators read(Optional<Path> file) {
        SettingsFile settings = SettingsFile.of(file, SHIPPED);
        return IndicatorsYaml.read(settings.name(), settings.text());
    }
}
