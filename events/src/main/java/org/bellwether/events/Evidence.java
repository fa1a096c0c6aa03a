package org.bellwether.events;

/**
 * A span that caused a tag.
 *
 * @param field where it stands
 * @param start first UTF-16 offset in that field
 * @param end offset after the last
 * @param text the span itself, exactly {@code field.substring(start, end)}
 * @param concept id of the taxonomy's concept it matched
 * @param contribution what it added to the tag's score
 */
public record Evidence(TextField field, int start, int end, String text, String concept, double contribution) {}
