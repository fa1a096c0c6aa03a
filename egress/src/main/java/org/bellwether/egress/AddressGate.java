package org.bellwether.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Judges what a name resolved to before anything connects to it. */
@FunctionalInterface
public interface AddressGate {

    /**
     * The addresses that may be connected to, at least one.
     *
     * @param host the name that was resolved
     * @throws UnknownHostException when there is none, saying why
     */
    InetAddress[] admit(String host, InetAddress... addresses) throws UnknownHostException;
}
