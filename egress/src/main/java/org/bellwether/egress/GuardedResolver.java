package org.bellwether.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Hands the HTTP client only addresses that the gate lets through. Because the client connects to what this returns and
 * asks no further, the address judged is the address connected to, whatever the name resolves to a moment later.
 */
public final class GuardedResolver implements DnsResolver {

    private final DnsResolver names;
    private final AddressGate gate;

    public GuardedResolver(DnsResolver names, AddressGate gate) {
        this.names = names;
        this.gate = gate;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return gate.admit(host, names.resolve(host));
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }
}
