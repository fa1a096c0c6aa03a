package org.bellwether.ingest;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** RSS 2.0 documents for tests. */
final class Rss {
    private Rss() {}

    static String feed(String... items) {
        return feed(Stream.of(items));
    }

    static String feed(Stream<String> items) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Morning Post</title>"
                + "<link>https://post.example/</link><description>News</description>"
                + items.collect(Collectors.joining())
                + "</channel></rss>";
    }

    static String item(String guid, String title) {
        return "<item><guid isPermaLink=\"false\">" + guid + "</guid><title>" + title + "</title>"
                + "<link>https://post.example/" + guid + "?utm_source=rss</link>"
                + "<description>What was said about " + guid + ".</description>"
                + "<pubDate>Fri, 20 Nov 2026 09:00:00 +0900</pubDate></item>";
    }

    /** A feed that names its hub, and the address that the hub knows it by. */
    static String pushed(String hub, String self, String... ids) {
        return pushed(List.of(hub), self, ids);
    }

    /** The same with several hubs, in that order. */
    static String pushed(List<String> hubs, String self, String... ids) {
        String link = "<a:link xmlns:a=\"http://www.w3.org/2005/Atom\" rel=\"%s\" href=\"%s\"/>";
        String links = hubs.stream().map(hub -> link.formatted("hub", hub)).collect(Collectors.joining())
                + link.formatted("self", self);
        return feed(Stream.of(ids).map(id -> item(id, "Title of " + id)))
                .replace("<description>News", links + "<description>News");
    }
}
