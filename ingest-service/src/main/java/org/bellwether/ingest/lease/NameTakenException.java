package org.bellwether.ingest.lease;

/** Another process runs under the name of this instance. */
public final class NameTakenException extends Exception {

    private static final long serialVersionUID = 1L;

    NameTakenException(String instance) {
        super("Another process runs as \"" + instance + "\"; give each instance a bellwether.instance of its own."
                + " This one polls nothing meanwhile");
    }
}
