package org.bellwether.messaging;

import org.jspecify.annotations.Nullable;

/** Bytes on a topic that are not the record they should be; the message names the place. */
public final class MalformedEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
