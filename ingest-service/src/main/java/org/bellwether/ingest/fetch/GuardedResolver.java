package org.bellwether.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Hands the HTTP client only addresses the policy lets through. Because the client connects to what this returns and asks no further, the
 * address judged is the address connected to, whatever the name resolves to a moment later.
 */
final class GuardedResolver implements DnsResolver {

    private final DnsResolver names;
    private final AddressPolicy policy;

    GuardedResolver(DnsResolver names, AddressPolicy policy) {
        this.names = names;
        this.policy = policy;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        List<InetAddress> allowed = new ArrayList<>();
        String refusal = "it has no address";
        for (InetAddress address : names.resolve(host)) {
            AddressDecision decision = policy.judge(address);
            if (decision.allowed()) {
                allowed.add(address);
            } else {
                refusal = decision.reason();
            }
        }
        if (allowed.isEmpty()) {
            throw new AddressRefusedException(refusal);
        }
        return allowed.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }
}
