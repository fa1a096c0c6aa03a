package org.bellwether.standalone.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.embedded.Address;
import org.bellwether.standalone.process.ServiceSpec;

/** The three services as processes, each configured by environment variables only. */
public final class Services {

    /** In the order of an item's way. */
    public static final List<String> NAMES = List.of("ingest-service", "classifier-service", "alert-service");

    // The classifier holds the Korean dictionaries, the alert-service the windows of its topology.
    private static final Map<String, String> HEAP =
            Map.of("ingest-service", "192m", "classifier-service", "384m", "alert-service", "256m");

    private final Installation installation;
    private final DataDirectory data;
    private final Ports ports;
    private final Settings settings;

    public Services(Installation installation, DataDirectory data, Ports ports, Settings settings) {
        this.installation = installation;
        this.data = data;
        this.ports = ports;
        this.settings = settings;
    }

    /** All three in the order of an item's way, which is the order in which they are to be stopped. */
    public List<ServiceSpec> all() {
        return List.of(ingest(), classifier(), alert());
    }

    /** Feeds to items. */
    public ServiceSpec ingest() {
        Map<String, String> environment = common(ports.ingest());
        settings.feeds().ifPresent(file -> environment.put("BELLWETHER_CATALOGUE", absolute(file)));
        // Somebody watches: no feed slows down because it is quiet.
        settings.pollInterval()
                .ifPresent(often -> Stream.of("INTERVAL", "FASTEST", "SLOWEST")
                        .forEach(bound -> environment.put("BELLWETHER_POLL_" + bound, often.toString())));
        if (!settings.fetchAllow().isEmpty()) {
            environment.put("BELLWETHER_FETCH_ALLOW", list(settings.fetchAllow().stream()));
        }
        return spec("ingest-service", ports.ingest(), environment);
    }

    /** Items to tagged items. */
    public ServiceSpec classifier() {
        Map<String, String> environment = common(ports.classifier());
        settings.taxonomy().ifPresent(file -> environment.put("BELLWETHER_TAXONOMY", absolute(file)));
        return spec("classifier-service", ports.classifier(), environment);
    }

    /** Tagged items to alerts and messages. */
    public ServiceSpec alert() {
        Map<String, String> environment = common(ports.alert());
        settings.indicators().ifPresent(file -> environment.put("BELLWETHER_INDICATORS", absolute(file)));
        if (!isGiven("BELLWETHER_PUBLIC_URL")) {
            environment.put("BELLWETHER_PUBLIC_URL", "http://" + ports.alert().reachable());
        }
        if (!settings.subscriptions().isEmpty()) {
            environment.put("BELLWETHER_SUBSCRIPTIONS_PRESET", list(settings.subscriptions().stream()));
        }
        environment.put("BELLWETHER_DELIVERY_ALLOW", list(deliveryAllowed()));
        if (settings.mailCaught() || !isGiven("QUARKUS_MAILER_HOST")) {
            environment.put("QUARKUS_MAILER_HOST", hostOf(ports.smtp()));
            environment.put("QUARKUS_MAILER_PORT", Integer.toString(ports.smtp().port()));
            environment.put("QUARKUS_MAILER_FROM", "Bellwether <alerts@bellwether.example>");
        }
        return spec("alert-service", ports.alert(), environment);
    }

    private Map<String, String> common(Address address) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", ports.kafka().reachable());
        environment.put(
                "QUARKUS_MONGODB_CONNECTION_STRING",
                // The embedded store knows no retryable writes.
                "mongodb://" + ports.store().reachable() + "/?retryWrites=false");
        environment.put("QUARKUS_HTTP_HOST", address.host());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(address.port()));
        environment.put("QUARKUS_BANNER_ENABLED", "false");
        // glibc gives each thread an arena of its own otherwise, which a small machine pays for in resident memory.
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }

    /** Whoever starts the stack names these targets himself, so they may be private; the inbox always is. */
    private Stream<String> deliveryAllowed() {
        List<String> allowed = new ArrayList<>();
        allowed.add(hostOf(ports.inbox()));
        settings.subscriptions().stream()
                .flatMap(subscription -> subscription.host().stream())
                .forEach(allowed::add);
        return allowed.stream().distinct();
    }

    private ServiceSpec spec(String name, Address address, Map<String, String> environment) {
        Path work = data.work(name);
        List<String> command = List.of(
                Java.PROGRAM,
                "-Xmx" + HEAP.get(name),
                "-XX:+UseSerialGC",
                Java.FAST_START,
                "-Xss512k",
                "-XX:+ExitOnOutOfMemoryError",
                // Native libraries and Kafka Streams' state go where this stack's files are, not where another's may
                // be.
                "-Djava.io.tmpdir=" + work,
                "-jar",
                installation.jar(name).toString());
        return new ServiceSpec(
                name,
                command,
                environment,
                work,
                data.logs().resolve(name + ".log"),
                data.pids().resolve(name + ".pid"),
                URI.create("http://" + address.reachable() + "/q/health/ready"));
    }

    /** Whether whoever starts the stack has said so himself; the services inherit it. */
    private static boolean isGiven(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }

    private static String hostOf(Address address) {
        String reachable = address.reachable();
        return reachable
                .substring(0, reachable.lastIndexOf(':'))
                .replace("[", "")
                .replace("]", "");
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    /** SmallRye Config splits lists at commas that no backslash stands before. */
    private static String list(Stream<?> values) {
        return values.map(Object::toString)
                .map(value -> value.replace(",", "\\,"))
                .collect(Collectors.joining(","));
    }
}
