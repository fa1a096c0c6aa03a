package org.bellwether.settings;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What a service does before it starts anything: it reads the file it works by, and leaves where that is refused. With
 * the arguments {@code check FILE} it reads that file and leaves in any case, so that a change can be tried first.
 */
public final class FileCheck {

    private static final String CHECK = "check";
    private static final int REFUSED = 1;
    private static final int USAGE = 2;

    private final Consumer<Optional<Path>> reading;
    private final PrintStream out;
    private final PrintStream errors;

    /**
     * Nothing is read yet.
     *
     * @param reading of a file; throws {@link RefusedFileException}
     * @param out is told that a checked file is right
     * @param errors is told each fault in a line
     */
    public FileCheck(Consumer<Optional<Path>> reading, PrintStream out, PrintStream errors) {
        this.reading = reading;
        this.out = out;
        this.errors = errors;
    }

    /**
     * Judges what the program was started with.
     *
     * @param configured the file it is to work by; empty for the shipped one, which the build has read
     * @return the exit code to leave with; empty when the program is to start
     */
    public OptionalInt exitCode(Optional<Path> configured, String... arguments) {
        if (arguments.length == 0) {
            return configured.isEmpty() || isRight(configured) ? OptionalInt.empty() : OptionalInt.of(REFUSED);
        }
        if (arguments.length != 2 || !arguments[0].equals(CHECK)) {
            errors.println("arguments are not known; give none to start, or: " + CHECK + " FILE");
            return OptionalInt.of(USAGE);
        }
        if (!isRight(Optional.of(Path.of(arguments[1])))) {
            return OptionalInt.of(REFUSED);
        }
        out.println(arguments[1] + " is right");
        return OptionalInt.of(0);
    }

    private boolean isRight(Optional<Path> file) {
        try {
            reading.accept(file);
            return true;
        } catch (RefusedFileException e) {
            e.faults().forEach(errors::println);
            return false;
        }
    }
}
