package org.bellwether.standalone.demo;

import java.util.List;
import javax.xml.stream.XMLStreamException;

/** RSS 1.0: RDF, whose items stand beside the channel and are listed in it, dated by Dublin Core. */
final class Rss10Writer implements FeedWriter {

    @Override
    public void write(Markup xml, DemoFeed feed, String page, List<Entry> entries) throws XMLStreamException {
        xml.open(
                "rdf:RDF",
                "xmlns",
                "http://purl.org/rss/1.0/",
                "xmlns:rdf",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/");
        xml.open("channel", "rdf:about", page)
                .leaf("title", feed.outlet().name())
                .leaf("link", page)
                .leaf("description", "News from " + feed.outlet().name())
                .leaf("dc:language", feed.outlet().language().toLanguageTag());
        xml.element(
                "items",
                () -> xml.element("rdf:Seq", () -> {
                    for (Entry entry : entries) {
                        xml.empty("rdf:li", "rdf:resource", entry.link().toString());
                    }
                }));
        xml.close();
        for (Entry entry : entries) {
            item(xml, feed, entry);
        }
        xml.close();
    }

    private static void item(Markup xml, DemoFeed feed, Entry entry) throws XMLStreamException {
        xml.open("item", "rdf:about", entry.link().toString())
                .leaf("title", entry.title())
                .leaf("link", entry.link().toString())
                .leaf("description", entry.text())
                .leaf("dc:date", FeedDates.iso(feed, entry.published()));
        if (entry.author().isPresent()) {
            xml.leaf("dc:creator", entry.author().get());
        }
        xml.close();
    }
}
