package org.bellwether.standalone.demo;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;

/**
 * A feed as it goes over the wire.
 *
 * @param xml all of it, well-formed unless the feed is a damaged one
 * @param lastModified when its newest story or correction came out
 */
record FeedDocument(String xml, DemoFeed.Form form, Instant lastModified) {

    static FeedDocument of(DemoFeed feed, String page, List<Entry> entries) {
        Charset charset = feed.form().charset();
        FeedWriter writer = FeedWriter.of(feed.form().format());
        String xml = Markup.document(charset, markup -> writer.write(markup, feed, page, entries));
        return new FeedDocument(feed.form().damaged() ? damaged(xml) : xml, feed.form(), FeedDates.newest(entries));
    }

    byte[] bytes() {
        return xml.getBytes(form.charset());
    }

    String contentType() {
        return form.format().mediaType() + "; charset=" + form.charset().name();
    }

    /**
     * What a careless template makes of it: ampersands bare, and an entity that only HTML knows. The one place where
     * markup is not left to the writer, because the writer cannot be made to do it wrong.
     */
    private static String damaged(String xml) {
        return xml.replace("&amp;", "&").replace("·", "&middot;");
    }
}
