package org.bellwether.standalone.demo;

import java.util.List;
import javax.xml.stream.XMLStreamException;

/** RSS 2.0 with Dublin Core authors, and whole texts in {@code content:encoded} where the feed has them. */
final class Rss20Writer implements FeedWriter {

    @Override
    public void write(Markup xml, DemoFeed feed, String page, List<Entry> entries) throws XMLStreamException {
        xml.open(
                        "rss",
                        "version",
                        "2.0",
                        "xmlns:content",
                        "http://purl.org/rss/1.0/modules/content/",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/")
                .element("channel", () -> {
                    xml.leaf("title", feed.outlet().name())
                            .leaf("link", page)
                            .leaf("description", "News from " + feed.outlet().name())
                            .leaf("language", feed.outlet().language().toLanguageTag());
                    for (Entry entry : entries) {
                        item(xml, feed, entry);
                    }
                })
                .close();
    }

    private static void item(Markup xml, DemoFeed feed, Entry entry) throws XMLStreamException {
        Prose prose = new Prose(entry.text(), feed.outlet().language());
        boolean whole = feed.form().content() == DemoFeed.Content.HTML;
        xml.open("item")
                .leaf("title", entry.title())
                .leaf("link", entry.link().toString())
                .leaf("guid", entry.id(), "isPermaLink", "false")
                .leaf("pubDate", FeedDates.rss(feed, entry.published()))
                .leaf("description", whole ? prose.firstSentence() : entry.text());
        if (entry.author().isPresent()) {
            xml.leaf("dc:creator", entry.author().get());
        }
        if (whole) {
            xml.leaf("content:encoded", prose.html());
        }
        xml.close();
    }
}
