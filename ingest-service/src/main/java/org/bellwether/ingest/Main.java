package org.bellwether.ingest;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.bellwether.settings.FileCheck;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Starts the service, unless its catalogue or the networks it is to allow are refused: then it says why and leaves before
 * anything else begins.
 */
@QuarkusMain
public final class Main {

    private static final int REFUSED = 1;

    private Main() {}

    /** Without arguments it starts; {@code check FILE} tells what is wrong with a catalogue. */
    public static void main(String... arguments) {
        // Not by the log, which is set up no sooner than the service.
        OptionalInt exitCode = exitCode(ConfigProvider.getConfig(), System.out, System.err, arguments);
        if (exitCode.isPresent()) {
            System.exit(exitCode.getAsInt());
        }
        Quarkus.run();
    }

    /** Judges what the program was started with; empty when the service is to start. */
    static OptionalInt exitCode(Config config, PrintStream out, PrintStream errors, String... arguments) {
        Optional<Path> catalogue = config.getOptionalValue("bellwether.catalogue", Path.class);
        OptionalInt byCatalogue = new FileCheck(CatalogueFile::read, out, errors).exitCode(catalogue, arguments);
        return byCatalogue.isPresent() ? byCatalogue : byNetworks(config, errors);
    }

    private static OptionalInt byNetworks(Config config, PrintStream errors) {
        try {
            AllowedNetworks.of(config.getOptionalValues(AllowedNetworks.SETTING, String.class));
        } catch (IllegalArgumentException e) {
            errors.println(AllowedNetworks.SETTING + ": " + e.getMessage());
            return OptionalInt.of(REFUSED);
        }
        return byCallback(config, errors);
    }

    private static OptionalInt byCallback(Config config, PrintStream errors) {
        try {
            CallbackAddress.of(config.getOptionalValue(CallbackAddress.SETTING, String.class));
            return OptionalInt.empty();
        } catch (IllegalArgumentException e) {
            errors.println(CallbackAddress.SETTING + ": " + e.getMessage());
            return OptionalInt.of(REFUSED);
        }
    }
}
