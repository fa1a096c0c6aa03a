package org.bellwether.ingest.parse;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads markup into a tree, in three tries: as it is, mended, and at last by a parser that takes anything. Only a document that is well
 * formed gets away without an entry in the repairs.
 */
final class XmlTree {

    private static final EntryTags OF_FEEDS = EntryTags.of("item|entry");
    private static final EntryTags OF_SITEMAPS = EntryTags.of("url");
    private static final Pattern SITEMAP = Pattern.compile("<(?:\\w+:)?urlset\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ELEMENT = Pattern.compile("<\\w");
    private static final Pattern ROOT_END =
            Pattern.compile("</(?:\\w+:)?(?:rss|feed|rdf|channel|urlset|html)\\s*(?:>|$)", Pattern.CASE_INSENSITIVE);
    private static final int MOST_SALVAGED_CHARS = 2_000_000;
    private static final SAXParserFactory PARSERS = parsers();

    /** Where an entry begins and ends. */
    private record EntryTags(Pattern start, Pattern end) {

        private static EntryTags of(String names) {
            return new EntryTags(
                    Pattern.compile("<(?:\\w+:)?(?:" + names + ")[\\s/>]", Pattern.CASE_INSENSITIVE),
                    Pattern.compile("</(?:\\w+:)?(?:" + names + ")\\s*>", Pattern.CASE_INSENSITIVE));
        }
    }

    private XmlTree() {}

    /**
     * Reads a document without prolog.
     *
     * @return its root; null when there is no element in it
     * @throws TooComplexException when it nests or multiplies beyond measure
     */
    static @Nullable Node read(Prolog prolog, @Nullable String base, Repairs repairs, Problems problems)
            throws TooComplexException {
        if (OpenSections.areIn(prolog.rest())) {
            return mended(prolog, base, repairs, problems);
        }
        try {
            return strictly(prolog.rest(), base, repairs);
        } catch (SAXParseException asItIs) {
            return mended(prolog, base, repairs, problems);
        }
    }

    private static @Nullable Node mended(Prolog prolog, @Nullable String base, Repairs repairs, Problems problems)
            throws TooComplexException {
        String mended = MarkupRepair.mend(prolog.rest(), prolog.entities(), repairs, problems);
        try {
            return strictly(mended, base, repairs);
        } catch (SAXParseException still) {
            repairs.note(
                    "salvaged", "Not well-formed (" + still.getMessage() + "); read tag by tag", still.getLineNumber());
            return leniently(withoutCutEntry(start(mended, problems), problems), base, repairs, problems);
        }
    }

    private static Node strictly(String text, @Nullable String base, Repairs repairs)
            throws SAXParseException, TooComplexException {
        TreeBuilder tree = new TreeBuilder(base, repairs);
        try {
            PARSERS.newSAXParser().parse(new InputSource(new StringReader(text)), new Growing(tree));
        } catch (SAXParseException e) {
            throw e;
        } catch (TooComplexException e) {
            if (!e.isDeep()) {
                throw e;
            }
            // Where nothing is ended, all stands within what came before; read tag by tag it ends where the next
            // begins.
            throw new SAXParseException("it nests deeper than " + TreeBuilder.MAX_DEPTH + " levels", null, e);
        } catch (SAXException e) {
            // It does not foresee a document type behind the root element, and then fails in a way of its own.
            throw new SAXParseException("the XML parser gave up", null, e);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("The XML parser of this Java runtime does not work", e);
        }
        Node root = tree.root();
        if (root == null) {
            throw new SAXParseException("no element", null);
        }
        return root;
    }

    private static @Nullable Node leniently(String text, @Nullable String base, Repairs repairs, Problems problems)
            throws TooComplexException {
        SalvageLimits limits = SalvageLimits.of(text, repairs);
        List<Element> outermost =
                Jsoup.parse(limits.text(), "", Parser.xmlParser()).children();
        int first = IntStream.range(0, outermost.size())
                .filter(at -> Format.isRoot(localName(outermost.get(at))))
                .findFirst()
                .orElse(0);
        SalvageWalk walk = new SalvageWalk(new TreeBuilder(base, repairs));
        Node root = walk.over(outermost.subList(first, outermost.size()));
        if (walk.entries() < limits.entries()) {
            problems.error(
                    "broken-entry",
                    "Only " + walk.entries() + " of the " + limits.entries()
                            + " entries could be told from what is broken around them; the publisher has to mend it");
        }
        return root;
    }

    private static String localName(Element element) {
        String name = element.normalName();
        return name.substring(name.indexOf(':') + 1);
    }

    /** As much as is read tag by tag: that parser makes a second tree of what it reads, many times its size. */
    private static String start(String text, Problems problems) {
        if (text.length() <= MOST_SALVAGED_CHARS) {
            return text;
        }
        problems.error(
                "cut-short",
                "Of a document so large and so malformed only the first " + MOST_SALVAGED_CHARS
                        + " characters were read; the publisher has to mend it");
        return text.substring(0, MOST_SALVAGED_CHARS);
    }

    /** Half an entry would be published as if it were whole; the next poll brings it complete. */
    private static String withoutCutEntry(String text, Problems problems) {
        EntryTags entries = SITEMAP.matcher(text).find() ? OF_SITEMAPS : OF_FEEDS;
        int tail = Math.max(0, text.length() - 500);
        Matcher rootEnd = ROOT_END.matcher(text);
        // RSS 1.0 has its entries behind the end of its channel.
        if (rootEnd.find(tail) && !entries.start().matcher(text).find(rootEnd.end())) {
            return text;
        }
        Matcher ends = entries.end().matcher(text);
        int whole = -1;
        while (ends.find()) {
            whole = ends.end();
        }
        if (!problems.has("cut-short")) {
            problems.error("truncated", "The document ends in the middle; an entry that is cut off was left out");
        }
        return text.substring(0, whole < 0 ? firstEntry(text, entries) : whole);
    }

    /** Where the first entry begins, but for one that is all of the document. */
    private static int firstEntry(String text, EntryTags entries) {
        Matcher root = ELEMENT.matcher(text);
        Matcher start = entries.start().matcher(text);
        return root.find() && start.find(root.end()) ? start.start() : text.length();
    }

    private static SAXParserFactory parsers() {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        try {
            // Prefixes are resolved by the tree, which forgives undeclared ones.
            factory.setNamespaceAware(false);
            factory.setValidating(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("The XML parser of this Java runtime cannot be made safe", e);
        }
        return factory;
    }

    /** Passes the parser's events on. */
    private static final class Growing extends DefaultHandler {

        private final TreeBuilder tree;

        private Growing(TreeBuilder tree) {
            this.tree = tree;
        }

        @Override
        public void startElement(String uri, String localName, String qualifiedName, Attributes attributes)
                throws SAXException {
            Map<String, String> values = attributes.getLength() == 0 ? Map.of() : new LinkedHashMap<>();
            for (int i = 0; i < attributes.getLength(); i++) {
                values.put(attributes.getQName(i), attributes.getValue(i));
            }
            tree.start(qualifiedName, values);
        }

        @Override
        public void characters(char[] buffer, int start, int length) {
            tree.characters(buffer, start, length);
        }

        @Override
        public void endElement(String uri, String localName, String qualifiedName) {
            tree.end();
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
