package org.bellwether.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses the poller may connect to: those on the public Internet (IANA special-purpose address registries, RFC 6890), and the
 * blocks an operator allows. Whoever can name a feed could otherwise have the service read the network it stands in.
 */
public final class AddressPolicy {

    private record Special(Cidr block, String what) {}

    private static final List<Special> SPECIAL = List.of(
            special("0.0.0.0/8", "an unspecified address (RFC 1122)"),
            special("10.0.0.0/8", "a private address (RFC 1918)"),
            special("100.64.0.0/10", "a carrier-grade NAT address (RFC 6598)"),
            special("127.0.0.0/8", "a loopback address (RFC 1122)"),
            special("169.254.0.0/16", "a link-local address (RFC 3927)"),
            special("172.16.0.0/12", "a private address (RFC 1918)"),
            special("192.0.0.0/24", "a protocol assignment (RFC 6890)"),
            special("192.0.2.0/24", "a documentation address (RFC 5737)"),
            special("192.88.99.0/24", "a reserved address (RFC 7526)"),
            special("192.168.0.0/16", "a private address (RFC 1918)"),
            special("198.18.0.0/15", "a benchmarking address (RFC 2544)"),
            special("198.51.100.0/24", "a documentation address (RFC 5737)"),
            special("203.0.113.0/24", "a documentation address (RFC 5737)"),
            special("224.0.0.0/4", "a multicast address (RFC 1112)"),
            special("255.255.255.255/32", "the broadcast address (RFC 919)"),
            special("240.0.0.0/4", "a reserved address (RFC 1112)"),
            special("::/128", "an unspecified address (RFC 4291)"),
            special("::1/128", "a loopback address (RFC 4291)"),
            special("100::/64", "a discard address (RFC 6666)"),
            special("2001:2::/48", "a benchmarking address (RFC 5180)"),
            special("2001:10::/28", "a reserved address (RFC 4843)"),
            special("2001:20::/28", "a reserved address (RFC 7343)"),
            special("2001:db8::/32", "a documentation address (RFC 3849)"),
            special("3fff::/20", "a documentation address (RFC 9637)"),
            special("5f00::/16", "a reserved address (RFC 9602)"),
            special("fc00::/7", "a unique local address (RFC 4193)"),
            special("fe80::/10", "a link-local address (RFC 4291)"),
            special("fec0::/10", "a site-local address (RFC 3879)"),
            special("ff00::/8", "a multicast address (RFC 4291)"));

    private static final Cidr MAPPED = Cidr.parse("::ffff:0:0:0/96");
    private static final Cidr COMPATIBLE = Cidr.parse("::/96");
    private static final Cidr NAT64 = Cidr.parse("64:ff9b::/96");
    private static final Cidr LOCAL_NAT64 = Cidr.parse("64:ff9b:1::/48");
    private static final Cidr SIX_TO_FOUR = Cidr.parse("2002::/16");
    private static final Cidr TEREDO = Cidr.parse("2001::/32");
    private static final Cidr GLOBAL_UNICAST = Cidr.parse("2000::/3");

    private final List<Cidr> allowed;

    /**
     * Makes a policy.
     *
     * @param allowed blocks that may be connected to although they are not public
     */
    public AddressPolicy(List<Cidr> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Judges one resolved address. */
    public AddressDecision judge(InetAddress address) {
        String shown = address.getHostAddress();
        Optional<Cidr> allowing =
                allowed.stream().filter(block -> block.contains(address)).findFirst();
        if (allowing.isPresent()) {
            return new AddressDecision(true, shown + " is allowed by configuration");
        }
        Optional<Special> special =
                SPECIAL.stream().filter(s -> s.block().contains(address)).findFirst();
        if (special.isPresent()) {
            return new AddressDecision(false, shown + " is " + special.get().what());
        }
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return new AddressDecision(true, shown + " is a public address");
        }
        return judgeIpv6(shown, bytes);
    }

    private AddressDecision judgeIpv6(String shown, byte[] bytes) {
        List<byte[]> embedded = embedded(bytes);
        for (byte[] ipv4 : embedded) {
            AddressDecision inner = judge(ipv4(ipv4));
            if (!inner.allowed()) {
                return new AddressDecision(false, shown + " leads to an IPv4 address, and " + inner.reason());
            }
        }
        if (embedded.isEmpty() && !GLOBAL_UNICAST.contains(bytes)) {
            return new AddressDecision(false, shown + " is not a global unicast address (RFC 4291)");
        }
        return new AddressDecision(true, shown + " is a public address");
    }

    /** The IPv4 addresses to which a packet for this IPv6 address would be translated or tunnelled. */
    private static List<byte[]> embedded(byte[] b) {
        if (COMPATIBLE.contains(b) || NAT64.contains(b) || isMapped(b)) {
            return List.of(Arrays.copyOfRange(b, 12, 16));
        }
        if (SIX_TO_FOUR.contains(b)) {
            return List.of(Arrays.copyOfRange(b, 2, 6));
        }
        if (TEREDO.contains(b)) {
            // RFC 4380 §4: the server in clear, the client's address with all bits flipped.
            byte[] client = {(byte) ~b[12], (byte) ~b[13], (byte) ~b[14], (byte) ~b[15]};
            return List.of(Arrays.copyOfRange(b, 4, 8), client);
        }
        if (LOCAL_NAT64.contains(b)) {
            return localNat64(b);
        }
        return List.of();
    }

    /** RFC 8215 leaves the length of the prefix to the site, so each place of RFC 6052 §2.2 that is filled is judged. */
    private static List<byte[]> localNat64(byte[] b) {
        List<byte[]> places = new ArrayList<>();
        byte[] after48 = {b[6], b[7], b[9], b[10]};
        byte[] after96 = Arrays.copyOfRange(b, 12, 16);
        for (byte[] place : List.of(after48, after96)) {
            if (!Arrays.equals(place, new byte[4])) {
                places.add(place);
            }
        }
        return places.isEmpty() ? List.of(new byte[4]) : places;
    }

    private static boolean isMapped(byte[] b) {
        // Both ::ffff:a.b.c.d (RFC 4291) and ::ffff:0:a.b.c.d (RFC 2765) have been used for this.
        boolean standard = b[10] == (byte) 0xFF && b[11] == (byte) 0xFF;
        for (int i = 0; i < 10; i++) {
            standard &= b[i] == 0;
        }
        return standard || MAPPED.contains(b);
    }

    private static InetAddress ipv4(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("An IPv4 address has four bytes", e);
        }
    }

    private static Special special(String block, String what) {
        return new Special(Cidr.parse(block), what);
    }
}
