package org.bellwether.ingest.fetch;

import java.io.IOException;

/** A body outgrew its limits while it was read. */
final class OversizeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;

    OversizeException(FailureKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    FailureKind kind() {
        return kind;
    }
}
