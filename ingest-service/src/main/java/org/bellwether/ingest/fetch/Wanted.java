package org.bellwether.ingest.fetch;

import java.util.Locale;

/** What a request is for; servers are told, and what is no use is not read. */
public enum Wanted {
    /** Whatever is served at the address, feeds first. */
    FEED("application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, "
            + "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5"),
    /** A page for people: a listing, an article. */
    PAGE("text/html, application/xhtml+xml;q=0.9"),
    /** A host's robots.txt. */
    ROBOTS("text/plain, */*;q=0.5"),
    /** The word that a form was taken. */
    RECEIPT("*/*");

    private final String accept;

    Wanted(String accept) {
        this.accept = accept;
    }

    /** Value of {@code Accept}. */
    String accept() {
        return accept;
    }

    /**
     * Whether a body of this type is worth reading. One without a type may be anything.
     *
     * @param contentType value of the header, possibly empty
     */
    boolean takes(String contentType) {
        String type = contentType.strip().toLowerCase(Locale.ROOT);
        return this != PAGE
                || type.isEmpty()
                || type.startsWith("text/html")
                || type.startsWith("application/xhtml+xml")
                || type.startsWith("text/plain");
    }
}
