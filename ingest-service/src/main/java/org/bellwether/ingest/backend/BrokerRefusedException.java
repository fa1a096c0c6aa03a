package org.bellwether.ingest.backend;

/** Kafka is there and will not take what it is sent, whatever it is: this service may not write there, for one. */
public final class BrokerRefusedException extends RefusedException {
    private static final long serialVersionUID = 1L;

    public BrokerRefusedException(Throwable cause) {
        super("broker", "the rights of this service on the topics, and the broker's own log", cause);
    }
}
