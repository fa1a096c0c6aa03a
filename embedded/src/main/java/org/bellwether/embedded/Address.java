package org.bellwether.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Where a server listens.
 *
 * @param host interface to bind, {@code 0.0.0.0} for all
 * @param port to bind
 */
public record Address(String host, int port) {

    /** The loopback interface, where nobody else reaches it. */
    public static Address loopback(int port) {
        return new Address("127.0.0.1", port);
    }

    /** A loopback port that was free a moment ago. */
    public static Address free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return loopback(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    /** {@code host:port} to bind. */
    public String bound() {
        return bracketed(host) + ":" + port;
    }

    /** {@code host:port} that a client on this machine connects to. */
    public String reachable() {
        String reached = switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::" -> "::1";
            default -> host;
        };
        return bracketed(reached) + ":" + port;
    }

    /** RFC 3986 §3.2.2: an IPv6 address in front of a port stands in brackets. */
    private static String bracketed(String name) {
        return name.contains(":") ? "[" + name + "]" : name;
    }
}
