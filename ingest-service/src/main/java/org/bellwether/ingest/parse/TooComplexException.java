package org.bellwether.ingest.parse;

import org.xml.sax.SAXException;

/** A document nests deeper or has more elements than any feed. */
final class TooComplexException extends SAXException {

    private static final long serialVersionUID = 1L;

    private final boolean deep;

    /**
     * Says why.
     *
     * @param deep whether it nests too deep, which what is never ended seems to do
     */
    TooComplexException(boolean deep) {
        super("deeper than " + TreeBuilder.MAX_DEPTH + " levels or more than " + TreeBuilder.MAX_ELEMENTS
                + " elements");
        this.deep = deep;
    }

    boolean isDeep() {
        return deep;
    }
}
