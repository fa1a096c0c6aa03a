package org.bellwether.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Of a name's addresses the first few. The client tries one after the other, and to cut off the one does not keep it from the next: a name with
 * a hundred silent ones would take a hundred times as long as connecting may.
 *
 * @param most as many as can be tried while an exchange may last
 */
record FirstAddresses(DnsResolver names, int most) implements DnsResolver {

    static FirstAddresses of(DnsResolver names, FetchLimits limits) {
        return new FirstAddresses(names, (int) Math.max(1, limits.total().dividedBy(limits.connect())));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = names.resolve(host);
        return all.length <= most ? all : Arrays.copyOf(all, most);
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }
}
