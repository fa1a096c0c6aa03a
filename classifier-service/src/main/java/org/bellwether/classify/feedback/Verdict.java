package org.bellwether.classify.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person says of an issue's tag on a text. */
public enum Verdict {
    /** It is there, and belongs. */
    @JsonProperty("right")
    RIGHT,
    /** It is there, or nearly, and does not belong. */
    @JsonProperty("wrong")
    WRONG,
    /** It is not there, and belongs. */
    @JsonProperty("missing")
    MISSING;

    /** Whether the label belongs to the text. */
    public boolean belongs() {
        return this != WRONG;
    }
}
