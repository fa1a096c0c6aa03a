package org.bellwether.alert.channel;

import java.net.UnknownHostException;

/** A post is not let out to this destination; the message says why and what would let it. */
public final class ForbiddenDestinationException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    public ForbiddenDestinationException(String message) {
        super(message);
    }
}
