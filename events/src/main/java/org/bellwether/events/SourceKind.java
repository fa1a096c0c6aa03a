package org.bellwether.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What sort of source a feed is. */
public enum SourceKind {
    @JsonEnumDefaultValue
    @JsonProperty("news")
    NEWS,
    @JsonProperty("gov")
    GOVERNMENT,
    @JsonProperty("thinktank")
    THINK_TANK
}
