package org.bellwether.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feed of any format: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed, CDF, news sitemaps. Bytes become text, text becomes a tree,
 * and one reader per family turns the tree into entries. Stateless and thread-safe.
 */
public final class FeedParser {

    private static final Set<String> ROOTS = Set.of("rss", "rdf", "channel", "feed", "entry", "urlset");

    /**
     * Reads a document. Never throws for what is in it.
     *
     * @param zone the source's own, for dates that state none
     * @param now dates later than this, but for a quarter of an hour, are not believed
     */
    public ParseResult parse(FeedDocument document, ZoneId zone, Instant now) {
        return SoundText.of(read(document, zone, now));
    }

    private static ParseResult read(FeedDocument document, ZoneId zone, Instant now) {
        Repairs repairs = new Repairs();
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
        String language = Reading.orNull(contentLanguage(document));
        try {
            return text.stripLeading().startsWith("{")
                    ? json(text, new JsonFeedReader(reading, base, language), repairs, problems)
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
        Node root = ROOTS.contains(outermost.name()) ? outermost : within(outermost);
        String language = Reading.orNull(contentLanguage(document));
        return root == null ? NotAFeed.root(outermost) : xml(root, reading, language, repairs, problems);
    }

    private static ParseResult json(String text, JsonFeedReader reader, Repairs repairs, Problems problems)
            throws TooComplexException, NoJsonException {
        Optional<JsonNode> root = JsonFeedReader.root(text);
        if (root.isEmpty()) {
            return NotAFeed.json();
        }
        FeedInfo feed = reader.feed(root.get());
        List<ParsedEntry> entries = reader.entries(root.get());
        return result("json1.1", feed, entries, repairs, problems);
    }

    private static ParseResult xml(
            Node root, Reading reading, @Nullable String language, Repairs repairs, Problems problems) {
        boolean atom = root.name().equals("feed") || root.name().equals("entry");
        if (atom) {
            AtomReader reader = new AtomReader(reading, language, root.namespace());
            return result(Format.ofAtom(root), reader.feed(root), reader.entries(root), repairs, problems);
        }
        if (root.name().equals("urlset")) {
            FeedInfo feed = new FeedInfo(null, null, null, null, language, null, null);
            return result("sitemap", feed, new SitemapReader(reading).entries(root), repairs, problems);
        }
        RssReader reader = new RssReader(reading, language);
        return result(Format.ofRss(root), reader.feed(root), reader.entries(root), repairs, problems);
    }

    private static ParsedFeed result(
            String format, FeedInfo feed, List<ParsedEntry> entries, Repairs repairs, Problems problems) {
        if (entries.isEmpty()) {
            problems.warn("no-entries", "The feed has no entries");
        }
        return new ParsedFeed(format, feed, entries, repairs.list(), problems.list());
    }

    /** A feed wrapped in something else, two levels down at most. */
    private static @Nullable Node within(Node outermost) {
        for (Node child : outermost.children()) {
            if (ROOTS.contains(child.name())) {
                return child;
            }
            for (Node grandchild : child.children()) {
                if (ROOTS.contains(grandchild.name())) {
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
        return location == null || location.isBlank() ? outer : Urls.base(outer, location);
    }

    private static String contentLanguage(FeedDocument document) {
        String stated = document.header("content-language");
        // Several languages are those of the audience (RFC 9110 §8.5), not that of the text.
        return stated == null || stated.indexOf(',') >= 0 ? "" : stated.strip();
    }
}
