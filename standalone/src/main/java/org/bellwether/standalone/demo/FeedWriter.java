package org.bellwether.standalone.demo;

import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Writes a feed in one syndication format. */
interface FeedWriter {

    /**
     * Writes the document element and all in it.
     *
     * @param page of the outlet, to which the feed belongs
     */
    void write(Markup xml, DemoFeed feed, String page, List<Entry> entries) throws XMLStreamException;

    /** The writer of a format. */
    static FeedWriter of(DemoFeed.Format format) {
        return switch (format) {
            case RSS_2_0 -> new Rss20Writer();
            case RSS_1_0 -> new Rss10Writer();
            case RSS_0_91 -> new Rss091Writer();
            case ATOM_1_0 -> new AtomWriter();
        };
    }
}
