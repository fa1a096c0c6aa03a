package org.bellwether.standalone.demo;

/** The script of the demo cannot be played; the message names the file, the place in it and the reason. */
public final class BadScriptException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    BadScriptException(String file, String place, String reason) {
        super(file + ", " + place + ": " + reason);
    }
}
