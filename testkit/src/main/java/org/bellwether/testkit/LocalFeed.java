package org.bellwether.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** An RSS 2.0 feed with an ETag; what is published shows from the next poll on. */
public final class LocalFeed implements HttpHandler {

    private final String id;
    private final URI uri;
    /** By guid, oldest first. */
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private final AtomicInteger polls = new AtomicInteger();
    private final AtomicInteger notModified = new AtomicInteger();
    private byte[] body;
    private String etag;
    private @Nullable Instant firstServed;

    LocalFeed(String id, URI uri) {
        this.id = id;
        this.uri = uri;
        this.body = render();
        this.etag = etag();
    }

    /** An entry as its publisher states it. */
    public record Entry(String guid, String title, String text, Instant published) {}

    /** Adds entries, or replaces those of the same guid, newest first. */
    public synchronized void publish(List<Entry> published) {
        for (Entry entry : published) {
            entries.remove(entry.guid());
            entries.put(entry.guid(), entry);
        }
        body = render();
        etag = etag();
        firstServed = null;
    }

    public void publish(Entry entry) {
        publish(List.of(entry));
    }

    /** When the present state was first asked for. */
    public synchronized Instant firstServed() {
        return Objects.requireNonNull(firstServed, "not asked for since it changed");
    }

    /** How often the feed was asked for. */
    public int polls() {
        return polls.get();
    }

    /** How many of those were answered with 304. */
    public int notModified() {
        return notModified.get();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        polls.incrementAndGet();
        byte[] answer;
        String tag;
        synchronized (this) {
            answer = body;
            tag = etag;
            if (firstServed == null) {
                firstServed = Instant.now();
            }
        }
        try (exchange) {
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                notModified.incrementAndGet();
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    String catalogueEntry(String interval) {
        return """
                  - id: %s
                    name: %s
                    url: %s
                    language: en
                    kind: news
                    publisher: %s
                    owner: %s
                    country: KR
                    zone: Asia/Seoul
                    enabled: true
                    interval: %s
                """.formatted(id, id, uri, id, id, interval);
    }

    private String etag() {
        return "\"" + entries.size() + "-" + Integer.toHexString(entries.hashCode()) + "\"";
    }

    private byte[] render() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("channel");
            element(xml, "title", id);
            element(xml, "link", uri.toString());
            element(xml, "description", id);
            List<Entry> newestFirst = new ArrayList<>(entries.values());
            Collections.reverse(newestFirst);
            for (Entry entry : newestFirst) {
                item(xml, entry);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private void item(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("item");
        element(xml, "title", entry.title());
        element(xml, "link", uri + "/" + entry.guid());
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters(entry.guid());
        xml.writeEndElement();
        element(xml, "description", entry.text());
        element(
                xml,
                "pubDate",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(entry.published().atOffset(ZoneOffset.UTC)));
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
