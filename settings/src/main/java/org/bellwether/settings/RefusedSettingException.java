package org.bellwether.settings;

import java.util.Optional;

/** Ends the reading of one member; the member it stands in collects the fault and reads on. */
public final class RefusedSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    // Exceptions are serialisable by inheritance only; nobody serialises this one.
    private final transient Optional<Fault> fault;

    RefusedSettingException(Fault fault) {
        super(fault.toString());
        this.fault = Optional.of(fault);
    }

    RefusedSettingException() {
        super("a part of it is refused");
        this.fault = Optional.empty();
    }

    /** Empty where what is wrong has been collected already. */
    Optional<Fault> fault() {
        return fault;
    }
}
