package org.bellwether.standalone.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bellwether.standalone.inbox.InboxMessage.Kind;
import org.jspecify.annotations.Nullable;

/** Tells a Slack message from any other webhook post by its body. */
final class PostReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PostReader() {}

    static InboxMessage read(String path, Map<String, String> headers, byte[] body, Instant receivedAt) {
        @Nullable JsonNode json = json(body);
        if (json != null && SlackMessage.looksLikeOne(json)) {
            SlackMessage slack = new SlackMessage(json);
            return new InboxMessage(
                    "", Kind.SLACK, path, slack.subject(), receivedAt, headers, slack.words(), null, json);
        }
        String text = json == null ? new String(body, StandardCharsets.UTF_8) : json.toPrettyString();
        return new InboxMessage("", Kind.WEBHOOK, path, subject(path, json), receivedAt, headers, text, null, json);
    }

    private static @Nullable JsonNode json(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.isContainerNode() ? json : null;
        } catch (JsonProcessingException e) {
            return null;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
    }

    private static String subject(String path, @Nullable JsonNode json) {
        if (json != null) {
            for (String member : List.of("subject", "title", "type", "event")) {
                if (json.path(member).isTextual()) {
                    return json.path(member).asText();
                }
            }
        }
        return "POST " + path;
    }
}
