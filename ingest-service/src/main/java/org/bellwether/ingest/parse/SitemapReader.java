package org.bellwether.ingest.parse;

import static org.bellwether.ingest.parse.Namespaces.NEWS;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sitemaps with Google's news extension, which some publishers keep fresher than their feeds. */
final class SitemapReader {

    private final Reading reading;

    SitemapReader(Reading reading) {
        this.reading = reading;
    }

    /** A sitemap says nothing of itself; its news say whose they are. */
    FeedInfo feed(Node urlset, @Nullable String contentLanguage) {
        Optional<Node> publication = urlset.children(urlset.namespace(), "url").stream()
                .flatMap(url -> url.children(NEWS, "news").stream())
                .flatMap(news -> news.children(NEWS, "publication").stream())
                .findFirst();
        String language = publication.map(of -> of.childText(NEWS, "language")).orElse("");
        return new FeedInfo(
                publication
                        .map(of -> Reading.orNull(of.childText(NEWS, "name")))
                        .orElse(null),
                null,
                null,
                null,
                RssReader.or(Reading.language(language), contentLanguage),
                null,
                null);
    }

    /** The addresses of a sitemap, also of one that forgot its namespace. */
    List<ParsedEntry> entries(Node urlset) {
        return reading.entries(urlset.children(urlset.namespace(), "url").stream()
                .map(url -> draft(url, urlset.namespace()))
                .toList());
    }

    private static EntryDraft draft(Node url, String sitemap) {
        String address = Urls.resolve(url.base(), url.childText(sitemap, "loc"));
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
                List.of(url.childText(sitemap, "lastmod")),
                Reading.language(language));
    }
}
