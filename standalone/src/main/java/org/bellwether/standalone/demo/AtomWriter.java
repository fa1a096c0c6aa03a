package org.bellwether.standalone.demo;

import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Atom 1.0 (RFC 4287), its content as text, as escaped HTML or as XHTML in the document itself. */
final class AtomWriter implements FeedWriter {

    @Override
    public void write(Markup xml, DemoFeed feed, String page, List<Entry> entries) throws XMLStreamException {
        xml.open(
                        "feed",
                        "xmlns",
                        "http://www.w3.org/2005/Atom",
                        "xml:lang",
                        feed.outlet().language().toLanguageTag())
                .leaf("title", feed.outlet().name())
                .leaf("id", "tag:" + feed.id() + ".example,2026:feed")
                .empty("link", "href", page)
                .leaf("updated", FeedDates.iso(feed, FeedDates.newest(entries)))
                .element("author", () -> xml.leaf("name", feed.outlet().name()));
        for (Entry entry : entries) {
            xml.element("entry", () -> entry(xml, feed, entry));
        }
        xml.close();
    }

    private static void entry(Markup xml, DemoFeed feed, Entry entry) throws XMLStreamException {
        xml.leaf("title", entry.title())
                .leaf("id", entry.id())
                .empty("link", "rel", "alternate", "href", entry.link().toString())
                .leaf("published", FeedDates.iso(feed, entry.published()))
                .leaf("updated", FeedDates.iso(feed, entry.updated()));
        if (entry.author().isPresent()) {
            xml.element("author", () -> xml.leaf("name", entry.author().get()));
        }
        Prose prose = new Prose(entry.text(), feed.outlet().language());
        switch (feed.form().content()) {
            case PLAIN -> xml.leaf("summary", entry.text());
            case HTML -> xml.leaf("content", prose.html(), "type", "html");
            case XHTML -> {
                xml.open("content", "type", "xhtml").open("div", "xmlns", "http://www.w3.org/1999/xhtml");
                prose.writeTo(xml);
                xml.close().close();
            }
        }
    }
}
