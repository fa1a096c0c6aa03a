package org.bellwether.ingest.parse;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Tag;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/**
 * A text of a feed with what it is written in.
 *
 * @param value entities of the document resolved
 * @param html whether the value is HTML, else it is plain text
 * @param base of relative links in it
 */
record StatedText(String value, boolean html, @Nullable String base) {

    StatedText {
        base = base == null || Urls.isUsable(base) ? base : null;
    }

    /**
     * A text as a reader sees it: plain, or safe HTML with absolute links; and the same in plain for analysis.
     *
     * @param cut whether it is only the start
     */
    record Shown(String body, String text, boolean cut) {}

    private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9]*)(?:\\s[^<>]*)?/?>");
    private static final Pattern ENTITY = Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|([A-Za-z]\\w{1,30}));");
    private static final Pattern SECTION = Pattern.compile("<!\\[CDATA\\[((?:(?!]]>).)*+)(?:]]>)?", Pattern.DOTALL);
    /** Of one text with markup; far more than an article, and as a tree many times its size. */
    static final int MOST_HTML_CHARS = 200_000;

    /** An image in an attribute: larger than any article, and never shown. */
    private static final Pattern EMBEDDED = Pattern.compile(
            "(?<=[\"'])data:[\\w.+-]{1,80}+/[\\w.+;=-]{1,200}?;base64,[\\w+/=%\\s-]*+", Pattern.CASE_INSENSITIVE);

    /** As empty as an embedded file can be, and refused by the cleaner like any other. */
    private static final String EMBEDDED_NOTHING = "data:,";

    static final Safelist SAFE = new SafeHtml(false);
    static final Safelist SAFE_WITHOUT_BASE = new SafeHtml(true);

    /** A text of RSS, where nothing says whether it is HTML but the text itself. */
    static StatedText ofRss(Node node, @Nullable String fallbackBase) {
        String base = node.base() == null ? fallbackBase : node.base();
        if (node.hasElements()) {
            // Elements put into a text that was escaped before; what is escaped within an element is meant to be seen.
            boolean escaped = looksLikeHtml(node.ownText());
            return new StatedText(escaped ? unescaped(node.markup()) : node.markup(), true, base);
        }
        String value = withoutSections(node.text());
        return new StatedText(value, looksLikeHtml(value), base);
    }

    /** A section escaped once too often is no markup of HTML, which would take it for a comment and drop it. */
    private static String withoutSections(String value) {
        return value.contains("<![CDATA[") ? SECTION.matcher(value).replaceAll("$1") : value;
    }

    /** A text construct or content of Atom: RFC 4287 §3.1 and §4.1.3.3 for 1.0, the mode attribute for 0.3. */
    static StatedText ofAtom(Node node, @Nullable String fallbackBase) {
        StatedText text = ofAtom(node);
        return text.base() == null ? new StatedText(text.value(), text.html(), fallbackBase) : text;
    }

    private static StatedText ofAtom(Node node) {
        String type = node.attribute("type").toLowerCase(Locale.ROOT);
        String mode = node.attribute("mode").toLowerCase(Locale.ROOT);
        boolean html = type.equals("html") || type.equals("text/html") || type.contains("xhtml");
        if (mode.equals("base64") || isBinary(type)) {
            return decoded(node, html);
        }
        boolean xml = type.contains("xhtml") || type.endsWith("+xml") || type.endsWith("/xml");
        boolean plain = type.equals("text") || type.equals("text/plain");
        boolean inline = xml ? !mode.equals("escaped") : node.hasElements() && !plain;
        if (inline) {
            // What is said to be HTML is so in its text too, when elements that should have been escaped stand around
            // it.
            String markup =
                    html && !xml ? unescaped(node.markup()) : within(node, type).markup();
            return new StatedText(markup, true, node.base());
        }
        String value = html ? withoutSections(node.text()) : node.text();
        return new StatedText(value, html, node.base());
    }

    /** RFC 4287 §3.1.1.3: the element that holds XHTML together is no part of it. */
    private static Node within(Node node, String type) {
        List<Node> children = type.equals("xhtml") ? node.children() : List.of();
        boolean held = children.size() == 1
                && children.get(0).name().equals("div")
                && node.ownText().isBlank();
        return held ? children.get(0) : node;
    }

    private static String unescaped(String markup) {
        return markup.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static boolean isBinary(String type) {
        int slash = type.indexOf('/');
        return slash > 0 && !type.startsWith("text/") && !type.endsWith("+xml") && !type.endsWith("/xml");
    }

    private static StatedText decoded(Node node, boolean html) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(node.text().strip());
            String value = new String(bytes, StandardCharsets.UTF_8);
            boolean readable = value.indexOf('\uFFFD') < 0 && value.indexOf('\0') < 0;
            return new StatedText(readable ? value : "", html || looksLikeHtml(value), node.base());
        } catch (IllegalArgumentException e) {
            return new StatedText(node.text(), html, node.base());
        }
    }

    static boolean looksLikeHtml(String value) {
        if (value.indexOf('<') < 0 && value.indexOf('&') < 0) {
            return false;
        }
        int comment = value.indexOf("<!--");
        if (comment >= 0 && value.indexOf("-->", comment) > 0) {
            return true;
        }
        Matcher tags = TAG.matcher(value);
        while (tags.find()) {
            if (Tag.isKnownTag(tags.group(1).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        Matcher entities = ENTITY.matcher(value);
        while (entities.find()) {
            if (entities.group(1) == null || Entities.isNamedEntity(entities.group(1))) {
                return true;
            }
        }
        return false;
    }

    /** On one line, without markup. */
    String plain() {
        if (!html) {
            return onOneLine(value);
        }
        String markup = start(withoutEmbedded());
        TidyHtml.Read tidy = TidyHtml.read(markup, SAFE, "");
        return tidy == null ? correctedText(markup) : tidy.text();
    }

    /** White space and no-break spaces as one space each run, none at the ends. */
    private static String onOneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean spaced = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = TidyText.isSpace(c);
            if (!space) {
                line.append(c);
            } else if (!spaced) {
                line.append(' ');
            }
            spaced = space;
        }
        return line.toString().strip();
    }

    private static String correctedText(String markup) {
        String open = UnclosedHtml.leftOut(markup);
        return onOneLine(
                TagNesting.isTooDeep(open)
                        ? TagNesting.flattened(open)
                        : Jsoup.parseBodyFragment(open).text());
    }

    /** Where the whole is small enough it is taken as it stands. */
    private String withoutEmbedded() {
        return value.length() <= MOST_HTML_CHARS
                ? value
                : EMBEDDED.matcher(value).replaceAll(EMBEDDED_NOTHING);
    }

    private static String start(String markup) {
        return markup.length() <= MOST_HTML_CHARS ? markup : markup.substring(0, MOST_HTML_CHARS);
    }

    Shown shown() {
        if (!html) {
            return new Shown(value.strip(), onOneLine(value), false);
        }
        String markup = withoutEmbedded();
        boolean cut = markup.length() > MOST_HTML_CHARS;
        Safelist safe = base == null ? SAFE_WITHOUT_BASE : SAFE;
        TidyHtml.Read tidy = TidyHtml.read(start(markup), safe, base == null ? "" : base);
        return tidy == null ? corrected(start(markup), safe, cut) : new Shown(tidy.body(), tidy.text(), cut);
    }

    /** As a browser would understand it. */
    Shown corrected(String stated, Safelist safe, boolean cut) {
        String markup = UnclosedHtml.leftOut(stated);
        if (TagNesting.isTooDeep(markup)) {
            return flat(TagNesting.flattened(markup), cut);
        }
        Element body = Jsoup.parseBodyFragment(markup, base == null ? "" : base).body();
        TidyHtml.Read read = SafeWalk.over(body, safe);
        return read == null ? flat(body.text(), cut) : new Shown(read.body(), read.text(), cut);
    }

    private static Shown flat(String text, boolean cut) {
        String line = onOneLine(text);
        return new Shown(Entities.escape(line), line, cut);
    }
}
