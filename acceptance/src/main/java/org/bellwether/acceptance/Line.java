package org.bellwether.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bellwether.egress.Cidr;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedBroker;
import org.bellwether.embedded.EmbeddedStore;
import org.bellwether.standalone.inbox.Inbox;
import org.bellwether.standalone.inbox.InboxMessage;
import org.bellwether.standalone.process.Readiness;
import org.bellwether.standalone.process.ServiceProcess;
import org.bellwether.standalone.process.ServiceSpec;
import org.bellwether.standalone.stack.DataDirectory;
import org.bellwether.standalone.stack.Installation;
import org.bellwether.standalone.stack.Ports;
import org.bellwether.standalone.stack.Services;
import org.bellwether.standalone.stack.Settings;
import org.bellwether.standalone.stack.Subscription;
import org.bellwether.testkit.FeedServer;
import org.bson.Document;

/** One running line; every part can be stopped, killed and started again. */
public final class Line implements AutoCloseable {

    public static final String INGEST = "ingest-service";
    public static final String CLASSIFIER = "classifier-service";
    public static final String ALERT = "alert-service";

    /** What a line listens on, in a row: see {@link Ports}. */
    private static final int PORTS = 9;

    private static final String TEMPORARY = "-Djava.io.tmpdir=";

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final Ports ports;
    private final DataDirectory data;
    private final EmbeddedBroker broker;
    private final EmbeddedStore store;
    private final Inbox inbox;
    private final MongoClient mongo;
    private final Map<String, ServiceSpec> specs = new LinkedHashMap<>();
    private final Map<String, ServiceProcess> services = new LinkedHashMap<>();

    /** A line that polls the server's feeds as often as {@code interval} says (ISO-8601), ready to work. */
    public static Line start(Path directory, FeedServer feeds, String interval) throws IOException {
        return start(directory, feeds, interval, Optional.empty());
    }

    /** The same with indicators of the test's own. */
    public static Line start(Path directory, FeedServer feeds, String interval, Optional<Path> indicators)
            throws IOException {
        Line line = new Line(directory, feeds.catalogue(interval), indicators);
        line.startServices();
        line.awaitReady();
        return line;
    }

    /** A line whose services are not started yet. */
    public Line(Path directory, String catalogue, Optional<Path> indicators) throws IOException {
        this.ports = new Ports("127.0.0.1", Address.free(PORTS).port());
        this.data = DataDirectory.open(directory);
        Path feeds = Files.writeString(directory.resolve("catalogue.yaml"), catalogue);
        this.broker = EmbeddedBroker.start(directory.resolve("kafka"), ports.kafka(), ports.kafkaController());
        this.store = EmbeddedStore.start(directory.resolve("store"), ports.store());
        this.inbox = Inbox.start(ports.inbox(), ports.smtp(), InstantSource.system(), message -> {});
        this.mongo = MongoClients.create(store.connectionString() + "/?retryWrites=false");
        Settings settings = new Settings(
                Optional.of(feeds),
                Optional.empty(),
                indicators,
                Optional.empty(),
                List.of(Cidr.parse("127.0.0.1/32")),
                List.of(
                        Subscription.parse("email:desk@example.org"),
                        Subscription.parse(
                                "slack:http://127.0.0.1:" + ports.inbox().port() + "/hooks/desk")),
                true);
        for (ServiceSpec spec : new Services(Installation.ofThisBuild(), data, ports, settings).all()) {
            specs.put(spec.name(), spec);
        }
    }

    public void startServices() throws IOException {
        for (ServiceSpec spec : specs.values()) {
            services.put(spec.name(), ServiceProcess.start(spec));
        }
    }

    /**
     * Starts the ingest-service as one of several instances that share the line's feeds.
     *
     * @param instance its name
     * @param environment over what the line gives it
     */
    public ServiceProcess startIngest(String instance, Map<String, String> environment) throws IOException {
        ServiceSpec usual = Objects.requireNonNull(specs.get(INGEST));
        Address address = Address.free();
        Path work = data.work(instance);
        Map<String, String> all = new LinkedHashMap<>(usual.environment());
        all.put("QUARKUS_HTTP_PORT", Integer.toString(address.port()));
        all.put("BELLWETHER_INSTANCE", instance);
        all.putAll(environment);
        ServiceProcess service = ServiceProcess.start(new ServiceSpec(
                instance,
                usual.command().stream()
                        .map(part -> part.startsWith(TEMPORARY) ? TEMPORARY + work : part)
                        .toList(),
                all,
                work,
                data.logs().resolve(instance + ".log"),
                data.pids().resolve(instance + ".pid"),
                URI.create("http://" + address.reachable() + usual.readiness().getPath())));
        services.put(instance, service);
        return service;
    }

    public void awaitReady() {
        services.values()
                .forEach(service -> await().atMost(READY_WITHIN)
                        .untilAsserted(() -> assertThat(service.readiness())
                                .as(service.name())
                                .isInstanceOf(Readiness.Ready.class)));
    }

    /** The service of that name, to be killed and started again. */
    public ServiceProcess service(String name) {
        return Objects.requireNonNull(services.get(name), () -> name + " is not started");
    }

    public List<ServiceProcess> services() {
        return List.copyOf(services.values());
    }

    public EmbeddedBroker broker() {
        return broker;
    }

    public EmbeddedStore store() {
        return store;
    }

    public Ports ports() {
        return ports;
    }

    /** What the inbox holds of that kind, newest first. */
    public List<InboxMessage> messages(InboxMessage.Kind kind) {
        return inbox.messages().stream()
                .filter(message -> message.kind() == kind)
                .toList();
    }

    public MongoCollection<Document> collection(String database, String name) {
        return mongo.getDatabase(database).getCollection(name);
    }

    public MongoCollection<Document> archivedItems() {
        return collection("bellwether-alert", "items");
    }

    public MongoCollection<Document> deliveries() {
        return collection("bellwether-alert", "deliveries");
    }

    /** Every committed record of a topic so far. */
    public TopicReader topic(String name) {
        return new TopicReader(broker.bootstrapServers(), name);
    }

    @Override
    public void close() {
        services.values().forEach(service -> service.stop(Duration.ofSeconds(8)));
        mongo.close();
        inbox.close();
        broker.close();
        store.close();
        data.close();
    }
}
