package org.bellwether.ingest.opml;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.bellwether.ingest.catalogue.FeedMembers;
import org.jspecify.annotations.Nullable;

/**
 * Reads OPML 1.0 and 2.0 with the XML parser of the Java runtime, which is told to take no document type: so there are no
 * entities to expand and nothing outside to fetch. An outline with {@code xmlUrl} is a feed; those around it are its
 * groups. One that is neither is told too: somebody may take it for a feed.
 */
public final class OpmlReader {

    private static final int DEEPEST = 50;
    private static final int MOST_OUTLINES = 20_000;

    private final XMLStreamReader xml;
    private final List<Outline> outlines = new ArrayList<>();
    /** Of the outlines that are open, the innermost last; empty for one that names no group. */
    private final Deque<Optional<String>> groups = new ArrayDeque<>();
    /** One that has begun, is no feed, and has nothing in it by now. */
    private @Nullable Outline bare;

    private OpmlReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * All of a document that are no groups, in its order.
     *
     * @param document in the encoding that it declares
     * @throws MalformedOpmlException when it is no OPML as a whole
     */
    public static List<Outline> read(byte[] document) throws MalformedOpmlException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            try {
                return new OpmlReader(xml).read();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw new MalformedOpmlException(line, "is not well-formed XML: " + reason(e));
        }
    }

    private List<Outline> read() throws XMLStreamException, MalformedOpmlException {
        boolean root = true;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD ->
                    throw malformed("has a document type (<!DOCTYPE …>), which is not read; leave it out");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (root && !xml.getLocalName().equalsIgnoreCase("opml")) {
                        throw malformed("is no OPML: its outermost element is <" + xml.getLocalName() + ">");
                    }
                    root = false;
                    begin();
                }
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {}
            }
        }
        return List.copyOf(outlines);
    }

    private void begin() throws MalformedOpmlException {
        if (!isOutline()) {
            return;
        }
        if (groups.size() >= DEEPEST) {
            throw malformed("has outlines within outlines more than " + DEEPEST + " deep");
        }
        Map<String, String> plain = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, String> own = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            boolean isOwn = OpmlNames.NAMESPACE.equals(xml.getAttributeNamespace(i));
            String value = xml.getAttributeValue(i).strip();
            if (!value.isEmpty() && (isOwn || xml.getAttributePrefix(i).isEmpty())) {
                (isOwn ? own : plain).put(xml.getAttributeLocalName(i), value);
            }
        }
        String title = Optional.ofNullable(plain.get(OpmlNames.TITLE))
                .or(() -> Optional.ofNullable(plain.get(OpmlNames.TEXT)))
                .orElse("");
        boolean isFeed = plain.containsKey(OpmlNames.URL);
        bare = isFeed ? null : new Outline(line(), title, FeedMembers.NONE);
        if (isFeed) {
            add(new Outline(line(), title, members(title, plain, own)));
        }
        groups.addLast(isFeed || title.isEmpty() ? Optional.empty() : Optional.of(title));
    }

    private void end() throws MalformedOpmlException {
        if (!isOutline()) {
            return;
        }
        groups.removeLast();
        if (bare != null) {
            add(bare);
            bare = null;
        }
    }

    private void add(Outline outline) throws MalformedOpmlException {
        if (outlines.size() == MOST_OUTLINES) {
            throw malformed("has more than " + MOST_OUTLINES + " outlines; split it");
        }
        outlines.add(outline);
    }

    private FeedMembers members(String title, Map<String, String> plain, Map<String, String> own) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("url", webAddress(plain.getOrDefault(OpmlNames.URL, "")));
        if (!title.isEmpty()) {
            members.put("name", title);
        }
        group(plain).ifPresent(group -> members.put("group", group));
        language(plain).ifPresent(language -> members.put("language", language));
        OpmlNames.OWN.forEach((member, attribute) -> {
            if (own.containsKey(attribute)) {
                members.put(member, own.get(attribute));
            }
        });
        return new FeedMembers(members);
    }

    private Optional<String> group(Map<String, String> plain) {
        String path = groups.stream().flatMap(Optional::stream).collect(Collectors.joining(" / "));
        return Optional.of(path)
                .filter(around -> !around.isEmpty())
                .or(() -> Optional.ofNullable(plain.get(OpmlNames.CATEGORY)).map(OpmlReader::firstCategory))
                .filter(group -> !group.isEmpty());
    }

    /** Categories are separated by commas, and one that begins with a slash is a path (OPML 2.0). */
    private static String firstCategory(String categories) {
        String first = categories.split(",", 2)[0].strip();
        return first.replaceAll("^/+|/+$", "").replace("/", " / ");
    }

    /** Others write what they like here, such as {@code en_US} or {@code unknown}: no reason to refuse the feed. */
    private static Optional<String> language(Map<String, String> plain) {
        return Optional.ofNullable(plain.get(OpmlNames.LANGUAGE))
                .map(tag -> tag.replace('_', '-'))
                .map(Locale::forLanguageTag)
                .map(Locale::toLanguageTag)
                .filter(tag -> !tag.equals("und") && !tag.startsWith("unknown"));
    }

    /** Some readers write the address with a scheme of their own ({@code feed:}). */
    private static String webAddress(String url) {
        if (!url.regionMatches(true, 0, "feed:", 0, 5)) {
            return url;
        }
        String rest = url.substring(5);
        return rest.startsWith("//") ? "http:" + rest : rest;
    }

    private boolean isOutline() {
        return xml.getLocalName().equalsIgnoreCase("outline");
    }

    private int line() {
        return Math.max(1, xml.getLocation().getLineNumber());
    }

    private MalformedOpmlException malformed(String reason) {
        return new MalformedOpmlException(line(), reason);
    }

    /** The parser puts its own place and a second line around what it has to say. */
    private static String reason(XMLStreamException e) {
        String all = String.valueOf(e.getMessage());
        Iterator<String> lines = all.lines().iterator();
        String last = all;
        while (lines.hasNext()) {
            last = lines.next();
        }
        return last.replaceFirst("^Message: ", "").strip();
    }
}
