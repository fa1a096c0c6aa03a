package org.bellwether.alert.channel;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Tells addresses on the public internet from all others (IANA special-purpose address registries, RFC 6890). */
final class PublicAddress {

    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8",
                    "100.64.0.0/10", // carrier-grade NAT
                    "127.0.0.0/8",
                    "169.254.0.0/16", // link-local, cloud metadata
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3", // multicast, reserved, broadcast
                    "::/96", // unspecified, loopback, IPv4-compatible
                    "::ffff:0:0:0/96", // IPv4-translated
                    "64:ff9b::/96", // NAT64 reaches IPv4, private too
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23", // Teredo among them
                    "2001:db8::/32",
                    "2002::/16", // 6to4
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/9", // link-local, site-local
                    "ff00::/8")
            .map(Network::parse)
            .toList();

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return SPECIAL.stream().noneMatch(network -> network.contains(address));
    }
}
