package org.bellwether.ingest.parse;

import org.xml.sax.SAXException;

/** A document nests deeper or has more elements than any feed. */
final class TooComplexException extends SAXException {

    private static final long serialVersionUID = 1L;

    TooComplexException() {
        super("deeper than " + TreeBuilder.MAX_DEPTH + " levels or more than " + TreeBuilder.MAX_ELEMENTS
                + " elements");
    }
}
