package org.bellwether.ingest.item;

import org.bellwether.ingest.parse.ParsedEntry;

/** An entry and which item it is. */
public record IdentifiedEntry(Identity identity, ParsedEntry entry) {}
