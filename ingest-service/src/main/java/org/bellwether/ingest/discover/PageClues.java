package org.bellwether.ingest.discover;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.egress.WebAddress;
import org.bellwether.ingest.discover.Clue.Source;
import org.bellwether.ingest.fetch.Fetched;
import org.bellwether.ingest.fetch.LinkHeader;
import org.bellwether.ingest.fetch.UriReference;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page and the headers it came with say of feeds. */
final class PageClues {

    private static final Set<String> FEED_TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/feed+json",
            "application/xml",
            "text/xml",
            "application/json");
    private static final Pattern FEED_PATH = Pattern.compile(
            "(?i)(/(rss|atom|feeds?|rdf|rssfeeds?)(/|$)|(rss|atom|feed|index|rdf)[\\w-]*\\.(xml|rdf|json|php|aspx?|do)$"
                    + "|\\.(rss|atom|rdf)$)");
    private static final Pattern FEED_QUERY = Pattern.compile("(?i)(^|&)(feed|format|type|output)=(rss|atom|feed|xml)");
    private static final Pattern FEED_WORD = Pattern.compile("(?i)\\b(rss|atom)\\b");
    private static final Pattern COMMENTS = Pattern.compile("(?i)comment");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");
    private static final int MOST_ANCHORS = 200;

    /** A feed at a longer address could not be added; and a page may be one address from end to end. */
    private static final int LONGEST_URL = 2_000;

    /** In the order in which they are most often right. */
    private static final List<String> WELL_KNOWN = List.of(
            "/feed", "/rss", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json", "/sitemap-news.xml", "/feed.xml");

    private final URI base;
    private final Map<URI, Clue> found = new LinkedHashMap<>();

    private PageClues(URI base) {
        this.base = base;
    }

    /**
     * Clues of a page, each address once, the surest first; feeds of comments come last of their kind.
     *
     * @param html whether the body is to be looked at
     */
    static List<Clue> of(Fetched page, boolean html) {
        PageClues clues = new PageClues(page.finalUrl());
        page.headers().first("link").ifPresent(clues::header);
        if (html) {
            clues.page(parsed(page));
        }
        List<Clue> ordered = new ArrayList<>(clues.found.values());
        ordered.sort(Comparator.comparing(Clue::source).thenComparing(PageClues::isOfComments));
        return ordered;
    }

    /** Addresses where the site's feed may be although nothing says so. */
    static List<Clue> wellKnown(URI page) {
        PageClues clues = new PageClues(page);
        WELL_KNOWN.forEach(path -> clues.note(path, Source.WELL_KNOWN, null));
        return List.copyOf(clues.found.values());
    }

    private static boolean isOfComments(Clue clue) {
        String words = clue.url() + " " + (clue.title() == null ? "" : clue.title());
        return COMMENTS.matcher(words).find();
    }

    private static Document parsed(Fetched page) {
        @Nullable
        String charset = page.headers()
                .contentType()
                .map(CHARSET::matcher)
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .filter(PageClues::isCharset)
                .orElse(null);
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(page.body()),
                    charset,
                    page.finalUrl().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private void header(String header) {
        LinkHeader.all(header).stream()
                .filter(link ->
                        link.is("alternate") && isFeedType(link.parameters().getOrDefault("type", "")))
                .forEach(link ->
                        note(link.target(), Source.HEADER, link.parameters().get("title")));
    }

    private void page(Document page) {
        if (page.baseUri().length() > LONGEST_URL) {
            return;
        }
        page.select("link[rel~=(?i)\\balternate\\b][href]").stream()
                .filter(link -> isShort(link) && isFeedType(link.attr("type")))
                .forEach(link -> note(link.absUrl("href"), Source.LINK, link.attr("title")));
        page.select("a[href]").stream()
                .filter(PageClues::isShort)
                .filter(PageClues::looksLikeAFeed)
                .limit(MOST_ANCHORS)
                .forEach(link -> note(link.absUrl("href"), Source.ANCHOR, link.text()));
    }

    private static boolean isShort(Element link) {
        return link.attr("href").length() <= LONGEST_URL;
    }

    private static boolean isFeedType(String type) {
        return FEED_TYPES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    private static boolean looksLikeAFeed(Element link) {
        String[] parts = link.attr("href").split("#", 2)[0].split("\\?", 2);
        return FEED_PATH.matcher(parts[0]).find()
                || (parts.length == 2 && FEED_QUERY.matcher(parts[1]).find())
                || FEED_WORD.matcher(link.ownText()).find()
                || isFeedType(link.attr("type"));
    }

    private void note(String target, Source source, @Nullable String title) {
        try {
            URI url = UriReference.resolved(base, WebAddress.of(target.split("#", 2)[0]));
            if (WebAddress.isWeb(url) && url.toString().length() <= LONGEST_URL && !url.equals(base)) {
                @Nullable String said = title == null || title.isBlank() ? null : title.strip();
                found.putIfAbsent(url, new Clue(url, source, said));
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // What cannot be asked for is no clue.
        }
    }
}
