package org.bellwether.ingest.fetch;

import java.net.UnknownHostException;

/** A name led to no address that may be connected to; carries the policy's reason out of the HTTP client. */
final class AddressRefusedException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    AddressRefusedException(String reason) {
        super(reason);
    }
}
