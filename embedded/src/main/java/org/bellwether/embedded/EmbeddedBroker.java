package org.bellwether.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/** One Kafka node, broker and KRaft controller in one, with its log under {@code directory}. */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String CLUSTER_ID = "QmVsbHdldGhlckRlbW8xMA";

    private final Path directory;
    private final Address address;
    private final int controllerPort;
    private KafkaRaftServer server;

    /**
     * Formats the directory where it is new, and starts.
     *
     * @param directory kept between starts
     * @param address where clients connect
     * @param controllerPort on the loopback interface
     * @throws IOException when the directory cannot be written
     */
    public static EmbeddedBroker start(Path directory, Address address, int controllerPort) throws IOException {
        return new EmbeddedBroker(directory, address, controllerPort);
    }

    private EmbeddedBroker(Path directory, Address address, int controllerPort) throws IOException {
        this.directory = directory;
        this.address = address;
        this.controllerPort = controllerPort;
        Files.createDirectories(directory);
        format();
        this.server = boot();
    }

    /** {@code host:port} for clients. */
    public String bootstrapServers() {
        return address.reachable();
    }

    /** Stops as a crash of the process would look to clients, keeping the log; {@link #restart()} goes on from it. */
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Starts again on the same log and port. */
    public void restart() {
        server = boot();
    }

    @Override
    public void close() {
        stop();
    }

    private KafkaRaftServer boot() {
        KafkaRaftServer booted = new KafkaRaftServer(new KafkaConfig(properties()), Time.SYSTEM);
        boolean started = false;
        try {
            booted.startup();
            started = true;
            return booted;
        } finally {
            // Not by a catch: Scala throws checked exceptions undeclared. The controller may run while the broker does
            // not.
            if (!started) {
                booted.shutdown();
            }
        }
    }

    private void format() throws IOException {
        Path config = directory.resolve("server.properties");
        StringWriter text = new StringWriter();
        properties().store(text, "written at each start");
        Files.writeString(config, text.toString());
        try (PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            String[] format = {"format", "--ignore-formatted", "-t", CLUSTER_ID, "-c", config.toString()};
            int result = StorageTool.execute(format, quiet);
            if (result != 0) {
                throw new IOException("the broker's directory cannot be formatted: " + directory);
            }
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        String controller = "127.0.0.1:" + controllerPort;
        properties.put("node.id", "1");
        properties.put("process.roles", "broker,controller");
        properties.put("listeners", "CLIENTS://" + address.bound() + ",CONTROLLER://" + controller);
        properties.put("advertised.listeners", "CLIENTS://" + address.reachable());
        properties.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "CLIENTS");
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("controller.quorum.voters", "1@" + controller);
        properties.put("log.dirs", directory.resolve("log").toString());
        properties.put("auto.create.topics.enable", "false");
        // One node: nothing to replicate to.
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        // Small machine: few internal partitions and threads, no wait for more group members.
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "2");
        properties.put("log.cleaner.dedupe.buffer.size", String.valueOf(8 * 1024 * 1024));
        properties.put("group.initial.rebalance.delay.ms", "0");
        return properties;
    }
}
