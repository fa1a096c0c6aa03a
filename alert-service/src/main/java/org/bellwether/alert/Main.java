package org.bellwether.alert;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import org.bellwether.alert.topology.IndicatorsFile;
import org.bellwether.settings.RefusedFileException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts the service, unless its indicators are refused: then it says why and leaves before anything else begins. */
@QuarkusMain
public final class Main {

    private static final String INDICATORS = "bellwether.indicators";

    private Main() {}

    public static void main(String... arguments) {
        try {
            IndicatorsFile.read(ConfigProvider.getConfig().getOptionalValue(INDICATORS, Path.class));
        } catch (RefusedFileException e) {
            // Not by the log, which is set up no sooner than the service.
            e.faults().forEach(System.err::println);
            System.exit(1);
        }
        Quarkus.run(arguments);
    }
}
