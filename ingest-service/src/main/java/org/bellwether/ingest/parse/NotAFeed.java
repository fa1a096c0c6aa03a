package org.bellwether.ingest.parse;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Says what a document without a feed in it seems to be, so that whoever gave its address knows what to give instead. */
final class NotAFeed {

    private static final Pattern HTML_START = Pattern.compile(
            "\\A\\s*(?:<\\?xml[^>]*>\\s*|<!--.*?-->\\s*)*<(?:!doctype\\s+html|html|head|body)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern FEED_START = Pattern.compile(
            "\\A\\s*(?:<\\?[^>]*>\\s*|<!--.*?-->\\s*|<!doctype[^>\\[]*>\\s*)*<(?:\\w+:)?(?:rss|feed|rdf|channel|urlset)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern CHALLENGE = Pattern.compile(
            "just a moment|attention required|captcha|are you a robot|access denied|checking your browser|verify you are human",
            Pattern.CASE_INSENSITIVE);

    private static final int HEAD_CHARS = 256 << 10;

    private NotAFeed() {}

    static boolean isHtml(String text) {
        String head = text.length() > 4096 ? text.substring(0, 4096) : text;
        // Some feeds carry the document type of the page their template was made for.
        return HTML_START.matcher(head).find() && !FEED_START.matcher(head).find();
    }

    static Unreadable empty() {
        return new Unreadable(
                "empty", "The document is empty; the publisher's feed is broken or has moved.", "nothing at all");
    }

    static Unreadable html(String text, @Nullable String base) {
        // What is asked for stands in the head; the whole of a large page would be a tree many times its size.
        Document page = Jsoup.parse(text.substring(0, Math.min(text.length(), HEAD_CHARS)), base == null ? "" : base);
        String title = page.title().strip();
        String named = title.isEmpty() ? "" : " titled \"" + abridged(title) + "\"";
        if (isChallenge(title)) {
            return new Unreadable(
                    "html",
                    "The site answered with a page that keeps programs out; ask the publisher or use another feed of theirs.",
                    "a challenge page" + named);
        }
        List<String> feeds = page.select("link[rel~=(?i)alternate][type~=(?i)(rss|atom|feed\\+json|rdf)]").stream()
                .map(NotAFeed::address)
                .filter(url -> !url.isEmpty())
                .limit(5)
                .toList();
        String wayOut = feeds.isEmpty()
                ? "look on the site for the address of its feed."
                : "the page names these feeds: " + String.join(", ", feeds) + ".";
        return new Unreadable("html", "This is a web page, not a feed; " + wayOut, "an HTML page" + named);
    }

    /** Whether pages that keep programs out are titled so. */
    static boolean isChallenge(String title) {
        return CHALLENGE.matcher(title).find();
    }

    private static String address(Element link) {
        String absolute = link.absUrl("href");
        return absolute.isEmpty() ? link.attr("href") : absolute;
    }

    static Unreadable entityBomb() {
        return new Unreadable(
                "entity-bomb",
                "The document declares entities made of other entities, which unfold without end or measure; they were not "
                        + "expanded and nothing was read. The publisher has to serve the feed without them.",
                "an attack, or a feed made by a very unusual program");
    }

    static Unreadable tooComplex() {
        return new Unreadable(
                "too-deep",
                "The document nests deeper than " + TreeBuilder.MAX_DEPTH + " levels or has more than "
                        + TreeBuilder.MAX_ELEMENTS
                        + " elements, as no feed does; nothing was read. Check what the address serves.",
                "an attack or not a feed");
    }

    static Unreadable brokenJson(String place) {
        return new Unreadable(
                "malformed",
                "This begins like JSON but cannot be read as JSON from " + place
                        + " on; the publisher has to mend it, or look for the address of another feed of theirs.",
                "broken JSON");
    }

    static Unreadable json() {
        return new Unreadable(
                "not-a-feed",
                "This is JSON but no JSON Feed; look for the address of the feed itself.",
                "a JSON document");
    }

    static Unreadable root(Node root) {
        String name = "an XML document <" + abridged(root.name()) + ">";
        return new Unreadable(
                "not-a-feed",
                "This is " + name + ", which is no feed format; look for the address of the feed itself.",
                name);
    }

    static Unreadable binary(BinaryData data, @Nullable String contentType) {
        Stream<String> sentAs = Stream.ofNullable(contentType)
                .filter(type -> !type.isBlank())
                .map(type -> "sent as " + abridged(printable(type)));
        String known = Stream.concat(data.kind().stream(), sentAs).collect(Collectors.joining(", "));
        return new Unreadable(
                "binary",
                "This is binary data" + (known.isEmpty() ? "" : " (" + known + ")")
                        + ", not a feed; look for the address of the feed itself.",
                data.kind().orElse("binary data"));
    }

    static Unreadable other(String text) {
        return new Unreadable(
                text.indexOf('<') >= 0 ? "malformed" : "not-a-feed",
                "No feed could be found in the document, which seems to be text beginning \""
                        + abridged(printable(text)) + "\"; check the address.",
                "text");
    }

    private static String printable(String text) {
        return text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    }

    private static String abridged(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
