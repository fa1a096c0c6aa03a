package org.bellwether.ingest.parse;

/** A run of text. */
record Chars(String value) implements Part {}
