package org.bellwether.alert.channel;

import org.bellwether.web.text.Language;

/**
 * Who gets a message, and the links it carries for them.
 *
 * @param address mail address or URL, by channel
 * @param language of the message
 * @param preset whether the operators chose the address, and not its owner
 * @param links back to the service
 * @param secret Standard Webhooks signing secret, {@code whsec_<base64>}; used by webhooks only
 */
public record Recipient(String address, Language language, boolean preset, Links links, String secret) {

    /** Keeps address and secret out of logs. */
    @Override
    public String toString() {
        return "Recipient[" + language.tag() + "]";
    }
}
