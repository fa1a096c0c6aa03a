package org.bellwether.ingest.parse;

import static org.bellwether.ingest.parse.Namespaces.NEWS;
import static org.bellwether.ingest.parse.Namespaces.SITEMAP;

import java.util.List;

/** Sitemaps with Google's news extension, which some publishers keep fresher than their feeds. */
final class SitemapReader {

    private final Reading reading;

    SitemapReader(Reading reading) {
        this.reading = reading;
    }

    List<ParsedEntry> entries(Node urlset) {
        return reading.entries(urlset.children(SITEMAP, "url").stream()
                .map(SitemapReader::draft)
                .toList());
    }

    private static EntryDraft draft(Node url) {
        String address = Urls.resolve(url.base(), url.childText(SITEMAP, "loc"));
        Node news = url.child(NEWS, "news").orElse(url);
        String language = news.child(NEWS, "publication")
                .map(publication -> publication.childText(NEWS, "language"))
                .orElse("");
        return new EntryDraft(
                address,
                news.child(NEWS, "title")
                        .map(title -> StatedText.ofRss(title, null).plain())
                        .orElse(""),
                address,
                null,
                null,
                "",
                List.of(news.childText(NEWS, "publication_date")),
                List.of(url.childText(SITEMAP, "lastmod")),
                Reading.orNull(language));
    }
}
