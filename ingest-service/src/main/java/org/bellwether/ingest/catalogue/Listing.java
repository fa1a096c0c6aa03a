package org.bellwether.ingest.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Where on a page without a feed the entries stand, as CSS selectors.
 *
 * @param item of each entry, within the page
 * @param title within the item; when absent its first heading, or its first link with words
 * @param link within the item; when absent its title's, or its first
 * @param date within the item; when absent a {@code time}, or what is a date and nothing else
 * @param summary within the item
 */
public record Listing(
        String item,
        @Nullable String title,
        @Nullable String link,
        @Nullable String date,
        @Nullable String summary) {}
