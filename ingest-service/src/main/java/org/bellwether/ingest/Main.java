package org.bellwether.ingest;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.bellwether.settings.FileCheck;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts the service, unless its catalogue is refused: then it says why and leaves before anything else begins. */
@QuarkusMain
public final class Main {

    private Main() {}

    /** Without arguments it starts; {@code check FILE} tells what is wrong with a catalogue. */
    public static void main(String... arguments) {
        Optional<Path> configured = ConfigProvider.getConfig().getOptionalValue("bellwether.catalogue", Path.class);
        // Not by the log, which is set up no sooner than the service.
        OptionalInt exitCode =
                new FileCheck(CatalogueFile::read, System.out, System.err).exitCode(configured, arguments);
        if (exitCode.isPresent()) {
            System.exit(exitCode.getAsInt());
        }
        Quarkus.run();
    }
}
