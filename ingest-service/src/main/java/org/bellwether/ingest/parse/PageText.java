package org.bellwether.ingest.parse;

/** The text of an HTML page, read in the charset that its bytes bear out, whatever is said of it. */
public final class PageText {

    private PageText() {}

    /**
     * Never throws for what is in it.
     *
     * @param contentType as sent; empty where nothing was
     */
    public static String of(byte[] body, String contentType) {
        return CharsetDetection.decodePage(body, contentType, new Repairs());
    }
}
