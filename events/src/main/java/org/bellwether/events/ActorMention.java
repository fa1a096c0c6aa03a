package org.bellwether.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An actor named in an item.
 *
 * @param id actor id of the taxonomy
 * @param role what the actor does in the text, where the text shows it
 * @param field where the name stands
 * @param start first UTF-16 offset in that field
 * @param end offset after the last
 */
public record ActorMention(String id, Role role, TextField field, int start, int end) {

    /** Who speaks or acts, toward whom. */
    public enum Role {
        @JsonProperty("speaker")
        SPEAKER,
        @JsonProperty("target")
        TARGET,
        @JsonEnumDefaultValue
        @JsonProperty("mentioned")
        MENTIONED
    }
}
