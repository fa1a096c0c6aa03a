package org.bellwether.standalone.demo;

import java.text.BreakIterator;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/** The text of a story, its paragraphs a line each. */
record Prose(String text, Locale language) {

    /** What a publisher who gives whole texts elsewhere puts into the summary. */
    String firstSentence() {
        BreakIterator sentences = BreakIterator.getSentenceInstance(language);
        sentences.setText(text);
        int end = sentences.next();
        return end == BreakIterator.DONE ? text : text.substring(0, end).strip();
    }

    /** The paragraphs as HTML. */
    String html() {
        return Markup.written(this::writeTo);
    }

    void writeTo(Markup markup) throws XMLStreamException {
        for (String paragraph : text.lines().filter(line -> !line.isBlank()).toList()) {
            markup.leaf("p", paragraph.strip());
        }
    }
}
