package org.bellwether.alert.channel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Absolute links from a message back to the service.
 *
 * @param publicUrl where readers reach the service, without a trailing slash
 * @param manageToken opens the page that changes the subscription
 * @param unsubscribeToken ends the subscription
 */
public record Links(String publicUrl, String manageToken, String unsubscribeToken) {

    public String alert(String alertId) {
        return publicUrl + "/alerts/" + URLEncoder.encode(alertId, StandardCharsets.UTF_8);
    }

    public String indicator(String indicatorId) {
        return publicUrl + "/indicators/" + URLEncoder.encode(indicatorId, StandardCharsets.UTF_8);
    }

    public String manage() {
        return publicUrl + "/manage/" + manageToken;
    }

    /** Also the one-click address of RFC 8058, by POST. */
    public String unsubscribe() {
        return publicUrl + "/unsubscribe/" + unsubscribeToken;
    }

    /** Keeps the tokens out of logs. */
    @Override
    public String toString() {
        return "Links[" + publicUrl + "]";
    }
}
