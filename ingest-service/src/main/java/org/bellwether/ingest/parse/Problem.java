package org.bellwether.ingest.parse;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something wrong or doubtful in what was read.
 *
 * @param code stable: {@code no-date | future-date | unreadable-date | no-title | too-many-entries | broken-entry | long-text | …}
 */
public record Problem(Severity severity, String code, String message) {

    /** Whether entries or fields were lost. */
    public enum Severity {
        @JsonProperty("error")
        ERROR,
        @JsonProperty("warning")
        WARNING
    }
}
