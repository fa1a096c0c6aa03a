package org.bellwether.alert.indicator;

import java.util.List;

/** An indicators file that is refused; each fault is one line, {@code file, line N, path: reason}. */
public final class MalformedIndicatorsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    public MalformedIndicatorsException(String fault) {
        this(List.of(fault));
    }

    public MalformedIndicatorsException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** In the file's order. */
    public List<String> faults() {
        return faults;
    }
}
