package org.bellwether.ingest.headroom;

import java.io.IOException;

/** There is no room for (more of) a document now: nobody's fault, worth another try. */
public final class NoRoomException extends IOException {

    private static final long serialVersionUID = 1L;

    public NoRoomException() {
        super("too many large documents are in hand at once");
    }
}
