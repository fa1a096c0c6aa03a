package org.bellwether.standalone.demo;

import java.util.List;
import javax.xml.stream.XMLStreamException;

/** RSS 0.91, in which an item has a title, a link and a description: no identity, no author and no date. */
final class Rss091Writer implements FeedWriter {

    @Override
    public void write(Markup xml, DemoFeed feed, String page, List<Entry> entries) throws XMLStreamException {
        xml.open("rss", "version", "0.91")
                .element("channel", () -> {
                    xml.leaf("title", feed.outlet().name())
                            .leaf("link", page)
                            .leaf("description", "News from " + feed.outlet().name())
                            .leaf("language", feed.outlet().language().toLanguageTag());
                    for (Entry entry : entries) {
                        xml.open("item")
                                .leaf("title", entry.title())
                                .leaf("link", entry.link().toString())
                                .leaf("description", entry.text())
                                .close();
                    }
                })
                .close();
    }
}
