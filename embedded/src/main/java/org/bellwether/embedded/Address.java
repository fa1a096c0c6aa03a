package org.bellwether.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Where a server listens.
 *
 * @param host interface to bind, {@code 0.0.0.0} for all
 * @param port to bind
 */
public record Address(String host, int port) {

    private static final int ATTEMPTS = 200;

    // Each process looks through one of sixteen ranges, chosen by its id, and begins anywhere in it: two that run side
    // by
    // side seldom meet, and where they do, the port that one has bound is not free for the other.
    private static final int OWN_PORTS = 1_000;
    private static final int OWN_FIRST = 16_000 + (int) (ProcessHandle.current().pid() % 16) * OWN_PORTS;

    /** Where in the range the last row ended: no port comes again before all others have been looked at. */
    private static final AtomicInteger LOOKED_AT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(OWN_PORTS));

    /** The loopback interface, where nobody else reaches it. */
    public static Address loopback(int port) {
        return new Address("127.0.0.1", port);
    }

    /** A loopback port that was free a moment ago. */
    public static Address free() {
        return free(1);
    }

    /**
     * The first of so many loopback ports in a row that were free a moment ago. They are not of the ports that the system
     * gives to outgoing connections (from 32768 on Linux, from 49152 by RFC 6335): one of those may be taken by any client
     * before it is bound, or while its server is away, even by a client of that very server.
     *
     * @param inARow from 1 to 1000
     * @throws IllegalStateException when there is no such row
     */
    public static Address free(int inARow) {
        if (inARow < 1 || inARow > OWN_PORTS) {
            throw new IllegalArgumentException(
                    inARow + " ports in a row: from 1 to " + OWN_PORTS + " can be looked for");
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int end = LOOKED_AT.updateAndGet(last -> last + inARow > OWN_PORTS ? inARow : last + inARow);
            int first = OWN_FIRST + end - inARow;
            if (areFree(first, inARow)) {
                return loopback(first);
            }
        }
        throw new IllegalStateException("no " + inARow + " free ports in a row");
    }

    private static boolean areFree(int first, int inARow) {
        return IntStream.range(first, first + inARow).allMatch(Address::isFree);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
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
