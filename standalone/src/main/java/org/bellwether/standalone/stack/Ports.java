package org.bellwether.standalone.stack;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bellwether.embedded.Address;

/**
 * The stack's nine ports in a row.
 *
 * @param bind interface to listen on
 * @param base the first
 */
public record Ports(String bind, int base) {

    private static final int HIGHEST_BASE = 65_535 - 8;

    /** Refuses a base whose row would leave the range of ports. */
    public Ports {
        if (base < 1 || base > HIGHEST_BASE) {
            throw new Refusal(
                    "--port-base " + base + ": must be between 1 and " + HIGHEST_BASE + ", for nine ports in a row");
        }
    }

    /** Console and alert-service. */
    public Address alert() {
        return at(0);
    }

    /** Ingest-service. */
    public Address ingest() {
        return at(1);
    }

    /** Classifier-service. */
    public Address classifier() {
        return at(2);
    }

    /** The inbox's pages and hooks. */
    public Address inbox() {
        return at(3);
    }

    /** Demo feeds. */
    public Address feeds() {
        return at(4);
    }

    /** Kafka's clients. */
    public Address kafka() {
        return at(5);
    }

    /** Kafka's controller, on the loopback interface only. */
    public int kafkaController() {
        return base + 6;
    }

    /** The store. */
    public Address store() {
        return at(7);
    }

    /** The inbox's mail. */
    public Address smtp() {
        return at(8);
    }

    /** Refuses when one of them cannot be had, naming it and what it is for. */
    public void requireFree() {
        Map<String, Address> uses = new LinkedHashMap<>();
        uses.put("the console and alert-service", alert());
        uses.put("ingest-service", ingest());
        uses.put("classifier-service", classifier());
        uses.put("the inbox", inbox());
        uses.put("the demo feeds", feeds());
        uses.put("Kafka", kafka());
        uses.put("Kafka's controller", Address.loopback(kafkaController()));
        uses.put("the store", store());
        uses.put("the inbox's SMTP", smtp());
        uses.forEach(this::requireFree);
    }

    private void requireFree(String use, Address address) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            InetSocketAddress wanted = new InetSocketAddress(address.host(), address.port());
            if (wanted.isUnresolved()) {
                throw new Refusal("--bind " + bind + ": no such host; give an address of this machine");
            }
            probe.bind(wanted);
        } catch (BindException e) {
            throw refusal(use, address, e);
        } catch (IOException e) {
            throw new Refusal("port " + address.port() + " for " + use + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private Refusal refusal(String use, Address address, BindException e) {
        String reason = String.valueOf(e.getMessage());
        if (reason.contains("assign requested address")) {
            return new Refusal("--bind " + bind + ": not an address of this machine", e);
        }
        if (reason.contains("Permission denied")) {
            return new Refusal(
                    "port " + address.port() + " for " + use
                            + " needs more rights; choose another row with --port-base, such as 8080",
                    e);
        }
        return new Refusal(
                "port " + address.port() + " for " + use
                        + " is taken; stop what listens there or choose another row with --port-base",
                e);
    }

    private Address at(int offset) {
        return new Address(bind, base + offset);
    }
}
