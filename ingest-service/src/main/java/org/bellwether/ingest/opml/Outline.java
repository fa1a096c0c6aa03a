package org.bellwether.ingest.opml;

import org.bellwether.ingest.catalogue.FeedMembers;

/**
 * A feed of an OPML.
 *
 * @param line of the document, counted from 1
 * @param title as written there; possibly empty
 * @param members of the feed, right or wrong
 */
public record Outline(int line, String title, FeedMembers members) {}
