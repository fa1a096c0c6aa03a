package org.bellwether.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of signal a tagged item is; a denial is never an escalation. */
public enum Act {
    @JsonProperty("demand")
    DEMAND,
    @JsonProperty("threat")
    THREAT,
    @JsonProperty("offer")
    OFFER,
    @JsonProperty("agreement")
    AGREEMENT,
    @JsonProperty("denial")
    DENIAL,
    @JsonProperty("official-action")
    OFFICIAL_ACTION,
    @JsonProperty("official-statement")
    OFFICIAL_STATEMENT,
    @JsonProperty("remark")
    REMARK,
    @JsonProperty("analysis")
    ANALYSIS,
    @JsonEnumDefaultValue
    @JsonProperty("report")
    REPORT
}
