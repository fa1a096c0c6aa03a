package org.bellwether.standalone.inbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message as it arrived.
 *
 * @param id counts from 1 within one run; empty until the inbox has taken the message in
 * @param kind by what way it came
 * @param to envelope recipient of a mail; path of a post
 * @param subject of a mail; of a post, its first words
 * @param receivedAt when (UTC)
 * @param headers decoded, without those that are empty; a header given several times has its values joined by a comma
 * @param text the plain part, or the post's words
 * @param html the HTML part of a mail
 * @param json the body of a post, where it is JSON
 */
public record InboxMessage(
        String id,
        Kind kind,
        String to,
        String subject,
        Instant receivedAt,
        Map<String, String> headers,
        String text,
        @Nullable String html,
        @Nullable JsonNode json) {

    public InboxMessage {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** By what way a message came. */
    public enum Kind {
        @JsonProperty("email")
        EMAIL,
        @JsonProperty("slack")
        SLACK,
        @JsonProperty("webhook")
        WEBHOOK
    }

    InboxMessage withId(String given) {
        return new InboxMessage(given, kind, to, subject, receivedAt, headers, text, html, json);
    }

    /** About how many characters it keeps in memory. */
    long weight() {
        long parts = (long) text.length() + (html == null ? 0 : html.length());
        // A JSON tree costs a multiple of its text.
        return parts + (json == null ? 0 : 4L * json.toString().length());
    }
}
