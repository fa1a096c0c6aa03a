package org.bellwether.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bellwether.ingest.catalogue.Listing;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feed of any format: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed, CDF, news sitemaps. Bytes become text, text becomes a tree,
 * and one reader per family turns the tree into entries. Stateless and thread-safe.
 */
public final class FeedParser {

    /**
     * Reads a document. Never throws for what is in it.
     *
     * @param zone the source's own, for dates that state none
     * @param now dates up to a quarter of an hour later than this count as this, later ones are not believed
     */
    public ParseResult parse(FeedDocument document, ZoneId zone, Instant now) {
        return SoundText.of(read(document, zone, now));
    }

    /**
     * Reads a document that may be a page without a feed. Never throws for what is in it.
     *
     * @param listing where the entries stand on the page; null for a feed
     * @param now when it was fetched: a page tells many a date from the day it is read
     */
    public ParseResult parse(FeedDocument document, @Nullable Listing listing, ZoneId zone, Instant now) {
        return listing == null ? parse(document, zone, now) : SoundText.of(listed(document, listing, zone, now));
    }

    private static ParseResult listed(FeedDocument document, Listing listing, ZoneId zone, Instant now) {
        Repairs repairs = new Repairs();
        String html = CharsetDetection.decodePage(document.body(), document.contentType(), repairs);
        if (html.isBlank()) {
            return NotAListing.empty();
        }
        Optional<BinaryData> binary = BinaryData.in(document.body(), html);
        if (binary.isPresent()) {
            return NotAListing.binary(binary.get());
        }
        if (!NotAFeed.isHtml(html) && read(document, zone, now) instanceof ParsedFeed feed) {
            return NotAListing.feed(feed.format());
        }
        try (ListingReader reader = new ListingReader(listing, zone, now)) {
            return reader.read(html, base(document), Reading.language(contentLanguage(document)), repairs);
        }
    }

    private static ParseResult read(FeedDocument document, ZoneId zone, Instant now) {
        Repairs repairs = new Repairs();
        ParseResult result = read(document, zone, now, repairs);
        // A charset that there is not may be why nothing could be read.
        return result instanceof Unreadable nothing
                ? repairs.of("unknown-charset")
                        .map(repair -> nothing.because(repair.message()))
                        .orElse(nothing)
                : result;
    }

    private static ParseResult read(FeedDocument document, ZoneId zone, Instant now, Repairs repairs) {
        Problems problems = new Problems();
        String text = CharsetDetection.decode(document.body(), document.contentType(), repairs);
        String base = base(document);
        if (text.isBlank()) {
            return NotAFeed.empty();
        }
        Optional<BinaryData> binary = BinaryData.in(document.body(), text);
        if (binary.isPresent()) {
            return NotAFeed.binary(binary.get(), document.contentType());
        }
        if (NotAFeed.isHtml(text)) {
            return NotAFeed.html(text, base);
        }
        Reading reading = new Reading(zone, now, problems);
        String language = Reading.language(contentLanguage(document));
        String json = JsonStart.of(text, document.contentType(), repairs);
        try {
            return json != null
                    ? json(json, document.contentType(), new JsonFeedReader(reading, base, language), repairs, problems)
                    : markup(document, text, reading, repairs, problems);
        } catch (NoJsonException e) {
            return NotAFeed.brokenJson(e.place());
        } catch (TooComplexException e) {
            return NotAFeed.tooComplex();
        }
    }

    private static ParseResult markup(
            FeedDocument document, String text, Reading reading, Repairs repairs, Problems problems)
            throws TooComplexException {
        String base = base(document);
        Prolog prolog = Prolog.of(text, repairs);
        if (prolog.bomb()) {
            return NotAFeed.entityBomb();
        }
        Node outermost = XmlTree.read(prolog, base, repairs, problems);
        if (outermost == null) {
            return NotAFeed.other(text);
        }
        if (outermost.name().equals("html")) {
            return NotAFeed.html(text, base);
        }
        Node root = Format.isRoot(outermost.name()) ? outermost : within(outermost);
        String language = Reading.language(contentLanguage(document));
        return root == null ? NotAFeed.root(outermost) : xml(root, reading, language, repairs, problems);
    }

    private static ParseResult json(
            String text, @Nullable String contentType, JsonFeedReader reader, Repairs repairs, Problems problems)
            throws TooComplexException, NoJsonException {
        JsonNode root = JsonDocument.read(text, repairs, problems);
        if (!JsonFeedReader.isFeed(root, contentType)) {
            return NotAFeed.json();
        }
        FeedInfo feed = reader.feed(root);
        List<ParsedEntry> entries = reader.entries(root);
        return result("json1.1", feed, entries, Hints.of(root, reader.base()), repairs, problems);
    }

    private static ParseResult xml(
            Node root, Reading reading, @Nullable String language, Repairs repairs, Problems problems) {
        if (root.isOfAtom()) {
            AtomReader reader = new AtomReader(reading, language, root);
            return result(
                    Format.ofAtom(root), reader.feed(root), reader.entries(root), Hints.of(root), repairs, problems);
        }
        if (root.name().equals("urlset")) {
            SitemapReader reader = new SitemapReader(reading);
            return result("sitemap", reader.feed(root, language), reader.entries(root), Hints.NONE, repairs, problems);
        }
        RssReader reader = new RssReader(reading, language);
        return result(Format.ofRss(root), reader.feed(root), reader.entries(root), Hints.of(root), repairs, problems);
    }

    private static ParsedFeed result(
            String format, FeedInfo feed, List<ParsedEntry> entries, Hints hints, Repairs repairs, Problems problems) {
        if (entries.isEmpty()) {
            problems.warn("no-entries", "The feed has no entries");
        }
        return new ParsedFeed(format, feed, entries, repairs.list(), problems.list(), hints);
    }

    /** A feed wrapped in something else, two levels down at most. */
    private static @Nullable Node within(Node outermost) {
        for (Node child : outermost.children()) {
            if (Format.isRoot(child.name())) {
                return child;
            }
            for (Node grandchild : child.children()) {
                if (Format.isRoot(grandchild.name())) {
                    return grandchild;
                }
            }
        }
        return null;
    }

    private static @Nullable String base(FeedDocument document) {
        URI from = document.base();
        String location = document.header("content-location");
        String outer = from == null ? null : from.toString();
        // It may only name a page; anything else it says would make all links useless.
        String stated = location == null || location.isBlank() ? "" : Urls.resolve(outer, location);
        return Urls.isWeb(stated) && Urls.isUsable(stated) ? stated : outer;
    }

    private static String contentLanguage(FeedDocument document) {
        String stated = document.header("content-language");
        // Several languages are those of the audience (RFC 9110 §8.5), not that of the text.
        return stated == null || stated.indexOf(',') >= 0 ? "" : stated;
    }
}
