package org.bellwether.ingest.fetch;

import java.net.InetAddress;
import java.util.List;

/** Which addresses the poller may connect to. */
public final class AddressPolicy {

    private final List<Cidr> allowed;

    public AddressPolicy(List<Cidr> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Judges one resolved address. */
    public AddressDecision judge(InetAddress address) {
        return new AddressDecision(allowed.stream().anyMatch(block -> block.contains(address)), "");
    }
}
