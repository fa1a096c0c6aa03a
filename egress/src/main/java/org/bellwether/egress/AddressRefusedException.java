package org.bellwether.egress;

import java.net.UnknownHostException;

/** A name led to no address that may be connected to; carries the policy's reason out of the HTTP client. */
public final class AddressRefusedException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    public AddressRefusedException(String reason) {
        super(reason);
    }
}
