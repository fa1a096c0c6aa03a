package org.bellwether.ingest.opml;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bellwether.ingest.catalogue.CatalogueEntry;

/**
 * Writes OPML 2.0. Feeds of a group stand together in an outline of that name, those without one beside. What the
 * specification has no attribute for stands in our namespace, so that another Bellwether reads the very same feeds.
 */
public final class OpmlWriter {

    private static final String INDENT = "  ";

    private OpmlWriter() {}

    /**
     * The whole document.
     *
     * @param entries in their order
     * @param now when it is made
     */
    public static String write(List<CatalogueEntry> entries, Instant now) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml, 0);
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeNamespace(OpmlNames.PREFIX, OpmlNames.NAMESPACE);
            head(xml, now);
            body(xml, entries);
            line(xml, 0);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return text + "\n";
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text in memory can be written to", e);
        }
    }

    private static void head(XMLStreamWriter xml, Instant now) throws XMLStreamException {
        line(xml, 1);
        xml.writeStartElement("head");
        element(xml, "title", "Bellwether feeds");
        element(xml, "dateCreated", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        line(xml, 1);
        xml.writeEndElement();
    }

    private static void body(XMLStreamWriter xml, List<CatalogueEntry> entries) throws XMLStreamException {
        Map<String, List<CatalogueEntry>> groups = new LinkedHashMap<>();
        entries.forEach(
                entry -> groups.computeIfAbsent(entry.stated().get("group").orElse(""), group -> new ArrayList<>())
                        .add(entry));
        line(xml, 1);
        xml.writeStartElement("body");
        for (Map.Entry<String, List<CatalogueEntry>> group : groups.entrySet()) {
            if (group.getKey().isEmpty()) {
                feeds(xml, group.getValue(), 2);
                continue;
            }
            line(xml, 2);
            xml.writeStartElement("outline");
            xml.writeAttribute(OpmlNames.TEXT, group.getKey());
            feeds(xml, group.getValue(), 3);
            line(xml, 2);
            xml.writeEndElement();
        }
        line(xml, 1);
        xml.writeEndElement();
    }

    private static void feeds(XMLStreamWriter xml, List<CatalogueEntry> entries, int depth) throws XMLStreamException {
        for (CatalogueEntry entry : entries) {
            line(xml, depth);
            feed(xml, entry);
        }
    }

    private static void feed(XMLStreamWriter xml, CatalogueEntry entry) throws XMLStreamException {
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute(OpmlNames.TEXT, entry.feed().name());
        xml.writeAttribute(OpmlNames.TITLE, entry.feed().name());
        xml.writeAttribute(OpmlNames.URL, entry.feed().url().toString());
        if (entry.stated().get(OpmlNames.LANGUAGE).isPresent()) {
            xml.writeAttribute(OpmlNames.LANGUAGE, entry.feed().language());
        }
        if (entry.feed().group() != null) {
            // A slash would make it a path, and a comma two (OPML 2.0, "category").
            xml.writeAttribute(OpmlNames.CATEGORY, "/" + entry.feed().group().replaceAll("[/,]+", " "));
        }
        for (Map.Entry<String, String> own : OpmlNames.OWN.entrySet()) {
            String value = entry.stated().get(own.getKey()).orElse("");
            if (!value.isEmpty()) {
                xml.writeAttribute(OpmlNames.PREFIX, OpmlNames.NAMESPACE, own.getValue(), value);
            }
        }
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        line(xml, 2);
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + INDENT.repeat(depth));
    }
}
