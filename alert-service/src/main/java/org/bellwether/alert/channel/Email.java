package org.bellwether.alert.channel;

import java.util.Map;

/**
 * A mail but for its recipient.
 *
 * @param subject one line
 * @param text plain part
 * @param html HTML part, saying the same
 * @param headers extra headers by name
 */
public record Email(String subject, String text, String html, Map<String, String> headers) {

    public Email {
        headers = Map.copyOf(headers);
    }
}
