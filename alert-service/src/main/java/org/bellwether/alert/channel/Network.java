package org.bellwether.alert.channel;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A CIDR network (RFC 4632, RFC 4291).
 *
 * @param base any address of it
 * @param prefix leading bits that count
 */
record Network(InetAddress base, int prefix) {

    private static final String LITERAL = "[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*";

    static boolean looksLike(String entry) {
        return entry.contains("/") || isLiteral(entry.strip());
    }

    /** Whether the host is an address already, which is not looked up. */
    static boolean isLiteral(String host) {
        return host.matches(LITERAL);
    }

    /** @throws IllegalArgumentException when the literal is no address */
    static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an IP address: " + literal, e);
        }
    }

    /** @throws IllegalArgumentException when the entry is no address and no network */
    static Network parse(String entry) {
        String[] parts = entry.strip().split("/", 2);
        if (!isLiteral(parts[0])) {
            throw new IllegalArgumentException("bellwether.delivery.allow: not a network: " + entry);
        }
        InetAddress base = address(parts[0]);
        int bits = base.getAddress().length * Byte.SIZE;
        int prefix = parts.length == 1 ? bits : prefix(parts[1], entry);
        if (prefix > bits) {
            throw new IllegalArgumentException("bellwether.delivery.allow: not a network: " + entry);
        }
        return new Network(base, prefix);
    }

    private static int prefix(String digits, String entry) {
        if (!digits.matches("\\d{1,3}")) {
            throw new IllegalArgumentException("bellwether.delivery.allow: not a network: " + entry);
        }
        return Integer.parseInt(digits);
    }

    boolean contains(InetAddress address) {
        byte[] mine = base.getAddress();
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((mine[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
