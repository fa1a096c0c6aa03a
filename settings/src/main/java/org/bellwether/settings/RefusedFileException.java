package org.bellwether.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Nothing of a file is used, because of at least one fault in it. The message has them all, in one line. */
public final class RefusedFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_TOLD = 20;

    // Exceptions are serialisable by inheritance only; nobody serialises this one.
    private final transient List<Fault> faults;

    public RefusedFileException(List<Fault> faults) {
        super(message(faults));
        this.faults = List.copyOf(faults);
    }

    /** In the order of the file. */
    public List<Fault> faults() {
        return faults;
    }

    private static String message(List<Fault> faults) {
        String told = faults.stream().limit(MOST_TOLD).map(Fault::toString).collect(Collectors.joining("; "));
        return faults.size() > MOST_TOLD ? told + "; and " + (faults.size() - MOST_TOLD) + " more" : told;
    }
}
