package org.bellwether.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How the publication time of an item is known; never silently "now". */
public enum DateProvenance {
    /** The entry states date, time and zone. */
    @JsonProperty("stated")
    STATED,
    /** The entry states date and time; the zone is the source's own from the catalogue. */
    @JsonProperty("zone-assumed")
    ZONE_ASSUMED,
    /** Taken from the article's URL. */
    @JsonProperty("from-url")
    FROM_URL,
    /**
     * A page tells it to somebody who reads today, such as "3 hours ago", "yesterday" or a day without a year; it is
     * reckoned from the time of the fetch.
     */
    @JsonProperty("inferred")
    INFERRED,
    /** Nothing says, or what says so lies some minutes ahead; the time the entry was first seen stands in. */
    @JsonEnumDefaultValue
    @JsonProperty("first-seen")
    FIRST_SEEN,
    /**
     * Nothing says, and it stood in the feed when that was read for the first time: it may be of any age. The time of
     * that reading stands in, and it is not news.
     */
    @JsonProperty("backlog")
    BACKLOG
}
