package org.bellwether.ingest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The address under which hubs reach this service, if the operator gives one. */
final class CallbackAddress {

    static final String SETTING = "bellwether.websub.callback";

    private CallbackAddress() {}

    /**
     * Empty where nothing is configured.
     *
     * @throws IllegalArgumentException when it is no address that hubs could call
     */
    static Optional<URI> of(Optional<String> configured) {
        return configured.filter(text -> !text.isBlank()).map(text -> address(text.strip()));
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text);
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (web
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is not a URL: " + e.getReason(), e);
        }
        throw new IllegalArgumentException(
                "must be an http or https URL without query, such as https://ingest.example.org, and not " + text);
    }
}
