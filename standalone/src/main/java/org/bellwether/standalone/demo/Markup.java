package org.bellwether.standalone.demo;

import java.io.StringWriter;
import java.nio.charset.Charset;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML being written: the few moves that feeds and pages need, each well-formed by construction. */
final class Markup {
    private final StringWriter characters = new StringWriter();
    private final XMLStreamWriter xml;

    private Markup() throws XMLStreamException {
        // The JDK's own, so that what the class path brings cannot change the bytes of a feed.
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(characters);
    }

    /** What is written between the tags of an element. */
    @FunctionalInterface
    interface Inside {
        void write() throws XMLStreamException;
    }

    /** What writes a whole document or fragment. */
    @FunctionalInterface
    interface Body {
        void write(Markup markup) throws XMLStreamException;
    }

    /** A document with an XML declaration that names the charset. */
    static String document(Charset charset, Body body) {
        return written(markup -> {
            markup.xml.writeStartDocument(charset.name(), "1.0");
            body.write(markup);
            markup.xml.writeEndDocument();
        });
    }

    /** An HTML page, whose elements are closed as in XML. */
    static String page(Body body) {
        return "<!DOCTYPE html>\n" + written(body);
    }

    /** A piece of markup without a root of its own. */
    static String written(Body body) {
        try {
            Markup markup = new Markup();
            body.write(markup);
            markup.xml.flush();
            return markup.characters.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("markup cannot be written to memory", e);
        }
    }

    /** An element around others. */
    Markup element(String name, Inside inside) throws XMLStreamException {
        open(name);
        inside.write();
        return close();
    }

    /** An element around text, with attributes as pairs of name and value. */
    Markup leaf(String name, String text, String... attributes) throws XMLStreamException {
        open(name, attributes);
        return text(text).close();
    }

    /** An element around nothing. */
    Markup empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        return attributes(attributes);
    }

    /** The start tag; prefixes are part of the name, and their namespaces attributes of the root. */
    Markup open(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        return attributes(attributes);
    }

    Markup text(String text) throws XMLStreamException {
        xml.writeCharacters(text);
        return this;
    }

    /** The end tag of the element opened last. */
    Markup close() throws XMLStreamException {
        xml.writeEndElement();
        return this;
    }

    private Markup attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
        return this;
    }
}
