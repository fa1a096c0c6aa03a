package org.bellwether.standalone.stack;

import java.util.regex.Pattern;

/**
 * A block of addresses as {@code 127.0.0.1/32} or {@code fd00::/8} (RFC 4632, RFC 4291 §2.3).
 *
 * @param text as given
 */
public record Cidr(String text) {

    private static final Pattern V4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*/(\\d{1,3})");

    /** Reads what stands on the command line. */
    public static Cidr parse(String text) {
        var v4 = V4.matcher(text);
        var v6 = V6.matcher(text);
        boolean good;
        if (v4.matches()) {
            good = Integer.parseInt(v4.group(5)) <= 32;
            for (int octet = 1; octet <= 4; octet++) {
                good &= Integer.parseInt(v4.group(octet)) <= 255;
            }
        } else {
            good = v6.matches() && Integer.parseInt(v6.group(1)) <= 128;
        }
        if (!good) {
            throw new Refusal("--fetch-allow " + text + ": not a block of addresses such as 127.0.0.1/32");
        }
        return new Cidr(text);
    }

    /** The block of just that address. */
    public static Cidr of(String address) {
        return new Cidr(address + (address.contains(":") ? "/128" : "/32"));
    }

    @Override
    public String toString() {
        return text;
    }
}
