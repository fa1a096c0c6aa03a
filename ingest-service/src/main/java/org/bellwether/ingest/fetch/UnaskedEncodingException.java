package org.bellwether.ingest.fetch;

import java.io.IOException;

/** A body is encoded in a way that nobody asked for. */
final class UnaskedEncodingException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param encoding as the header has it; what a server sends is shown only in part
     */
    UnaskedEncodingException(String encoding) {
        super("the content encoding \"" + shown(encoding) + "\" was not asked for");
    }

    private static String shown(String encoding) {
        String plain = encoding.replaceAll("[^\\w.+-]", "?");
        return plain.length() > 20 ? plain.substring(0, 20) + "…" : plain;
    }
}
