package org.bellwether.ingest.lease;

import java.time.Duration;

/** Another process runs under the name of this instance, or did until a moment ago. */
public final class NameTakenException extends Exception {

    private static final long serialVersionUID = 1L;

    NameTakenException(String instance, Duration silence) {
        super("A process that calls itself \"" + instance
                + "\" is polling, or was until a moment ago. Was it killed, this one"
                + " goes on in its place after " + silence.toSeconds()
                + " s of silence; does it run on, give each instance"
                + " a bellwether.instance of its own. This one polls nothing meanwhile");
    }
}
