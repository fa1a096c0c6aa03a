package org.bellwether.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A block of addresses (RFC 4632, RFC 4291 §2.3), such as {@code 10.0.0.0/8} or {@code fc00::/7}; a bare address is a block of one.
 *
 * @param network lower-case hex of the network address, 8 or 32 digits, bits beyond the prefix cleared
 * @param prefix leading bits that count
 */
public record Cidr(String network, int prefix) {

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    /**
     * Reads a block.
     *
     * @throws IllegalArgumentException when the text is none, saying why and what one looks like
     */
    public static Cidr parse(String text) {
        String stated = text.strip();
        int slash = stated.indexOf('/');
        byte[] address = address(slash < 0 ? stated : stated.substring(0, slash), text);
        int bits = address.length * 8;
        int prefix = slash < 0 ? bits : prefix(stated.substring(slash + 1), bits, text);
        byte[] network = masked(address, prefix);
        if (!Arrays.equals(network, address)) {
            throw invalid(text, "the address has bits set beyond its /" + prefix);
        }
        return new Cidr(HexFormat.of().formatHex(network), prefix);
    }

    /** Whether the address lies in this block; an IPv6 block holds no IPv4 address and the reverse. */
    public boolean contains(InetAddress address) {
        return contains(address.getAddress());
    }

    boolean contains(byte[] address) {
        return address.length * 2 == network.length()
                && HexFormat.of().formatHex(masked(address, prefix)).equals(network);
    }

    private static byte[] address(String text, String whole) {
        // Only literals get to the resolver, so that parsing never asks the network.
        if (!ADDRESS.matcher(text).matches()) {
            throw invalid(whole, "\"" + text + "\" is not an IP address");
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            throw invalid(whole, "\"" + text + "\" is not an IP address");
        }
    }

    private static int prefix(String text, int bits, String whole) {
        try {
            int prefix = Integer.parseInt(text);
            if (prefix >= 0 && prefix <= bits) {
                return prefix;
            }
        } catch (NumberFormatException e) {
            throw invalid(whole, "\"" + text + "\" is not a number");
        }
        throw invalid(whole, "the prefix must be between 0 and " + bits);
    }

    private static byte[] masked(byte[] address, int prefix) {
        byte[] masked = address.clone();
        for (int i = 0; i < masked.length; i++) {
            int keep = Math.max(0, Math.min(8, prefix - i * 8));
            masked[i] &= (byte) (0xFF << (8 - keep));
        }
        return masked;
    }

    private static IllegalArgumentException invalid(String text, String reason) {
        return new IllegalArgumentException("Not an address block: \"" + text + "\": " + reason
                + ". Give one as 192.0.2.0/24, 2001:db8::/32 or a single address.");
    }
}
