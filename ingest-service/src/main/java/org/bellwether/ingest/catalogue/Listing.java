package org.bellwether.ingest.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Where on a page without a feed the entries stand, as CSS selectors.
 *
 * @param item of each entry, within the page
 * @param title within the item; its first link's text when absent
 * @param link within the item; its first link when absent
 * @param date within the item
 * @param summary within the item
 */
public record Listing(
        String item,
        @Nullable String title,
        @Nullable String link,
        @Nullable String date,
        @Nullable String summary) {}
