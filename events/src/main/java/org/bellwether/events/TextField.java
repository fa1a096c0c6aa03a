package org.bellwether.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The field of an item that a span stands in. */
public enum TextField {
    @JsonProperty("title")
    TITLE,
    @JsonProperty("text")
    TEXT
}
