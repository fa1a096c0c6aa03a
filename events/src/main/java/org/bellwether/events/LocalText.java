package org.bellwether.events;

/** The same words in both languages of the desk. */
public record LocalText(String en, String ko) {}
