package org.bellwether.alert.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.bellwether.egress.WebAddress;

/** Addresses from feeds, which anyone may have written: only web pages become links. */
public final class WebLink {

    private WebLink() {}

    /** The address in a form that is safe in an attribute, if it is an absolute http or https URL with a host. */
    public static Optional<String> of(String address) {
        try {
            URI uri = WebAddress.of(address);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && !WebAddress.host(uri).isEmpty() ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
