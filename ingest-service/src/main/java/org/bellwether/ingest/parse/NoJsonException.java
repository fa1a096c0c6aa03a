package org.bellwether.ingest.parse;

import com.fasterxml.jackson.core.JsonLocation;
import org.jspecify.annotations.Nullable;

/** A document begins like JSON but is none. */
final class NoJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String place;

    NoJsonException(@Nullable JsonLocation where) {
        super("no JSON");
        this.place = where == null ? "its start" : "line " + where.getLineNr() + ", column " + where.getColumnNr();
    }

    /** From where on it cannot be read: {@code line 1, column 2}. */
    String place() {
        return place;
    }
}
