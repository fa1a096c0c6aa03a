package org.bellwether.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.bellwether.egress.Cidr;
import org.bellwether.standalone.Progress.Row;
import org.bellwether.standalone.demo.DemoFeeds;
import org.bellwether.standalone.inbox.Inbox;
import org.bellwether.standalone.inbox.InboxMessage;
import org.bellwether.standalone.narration.Narrator;
import org.bellwether.standalone.process.Death;
import org.bellwether.standalone.process.ServiceProcesses;
import org.bellwether.standalone.process.ServiceSpec;
import org.bellwether.standalone.stack.Backbone;
import org.bellwether.standalone.stack.DataDirectory;
import org.bellwether.standalone.stack.FileChecks;
import org.bellwether.standalone.stack.Ports;
import org.bellwether.standalone.stack.Refusal;
import org.bellwether.standalone.stack.Services;
import org.bellwether.standalone.stack.Settings;

/** Runs the whole stack from start to stop. */
final class Launcher {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(20);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(5);
    private static final Duration HEARD_LATE = Duration.ofMillis(300);

    private final Plan plan;
    private final Ports ports;
    private final Progress progress;
    private final PrintStream errors;
    private final InstantSource clock;
    private final Closing closing = new Closing();
    private final ReentrantLock starting = new ReentrantLock();
    private volatile boolean filesKept;

    Launcher(Plan plan, Progress progress, PrintStream errors, InstantSource clock) {
        this.plan = plan;
        this.ports = plan.ports();
        this.progress = progress;
        this.errors = errors;
        this.clock = clock;
    }

    /**
     * Starts everything and stays until a service ends or {@link #stop()} is called from another thread.
     *
     * @return the exit code
     * @throws Refusal when it cannot start, with the way out
     */
    int run() throws InterruptedException {
        try {
            Services.NAMES.forEach(plan.installation()::jar);
            ports.requireFree();
            new FileChecks(plan.installation()).require(plan.settings());
            return watch(startAll());
        } catch (RuntimeException e) {
            if (isStopping()) {
                return 0;
            }
            throw e;
        }
    }

    /** Stops everything in order: services, broker, store, feeds, inbox. Calls after the first do nothing. */
    void stop() {
        if (!closing.begin()) {
            return;
        }
        progress.hush();
        boolean alone = false;
        try {
            // What is just being started is closed too, and nothing is started in what has been closed.
            alone = starting.tryLock(LONGEST_STEP.toSeconds(), TimeUnit.SECONDS);
            if (!closing.isEmpty()) {
                progress.sayStopping("stopping");
            }
            closing.run(e -> errors.println("bellwether: while stopping: " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (alone) {
                starting.unlock();
            }
        }
    }

    private record Started(
            DataDirectory data, Inbox inbox, CompletableFuture<Backbone> backbone, ServiceProcesses services) {}

    private Started startAll() {
        starting.lock();
        try {
            DataDirectory data = openData();
            Inbox inbox = startInbox();
            Settings settings = plan.demoFeeds() ? startDemoFeeds(data) : plan.settings();
            CompletableFuture<Backbone> backbone = startBackbone(data);
            ServiceProcesses services = startServices(new Services(plan.installation(), data, ports, settings).all());
            return new Started(data, inbox, backbone, services);
        } catch (IOException e) {
            throw new Refusal("the stack does not start: " + e.getMessage(), e);
        } finally {
            starting.unlock();
        }
    }

    private int watch(Started started) throws InterruptedException {
        Optional<Death> death = awaitReady(started.services(), started.backbone());
        if (death.isPresent()) {
            return ended(death.get(), false);
        }
        progress.say("ready");
        progress.table(rows(started.inbox(), started.data()));
        startNarrator(started.data());
        return ended(started.services().awaitDeath(), true);
    }

    /** Whatever fails while stopping was asked for; a Ctrl-C may end a child a moment before it is heard of here. */
    private boolean isStopping() throws InterruptedException {
        return closing.beginsWithin(HEARD_LATE);
    }

    private void unlessStopping() {
        if (closing.hasBegun()) {
            throw new Refusal("stopped while starting");
        }
    }

    private DataDirectory openData() {
        unlessStopping();
        DataDirectory data = plan.dataDirectory().map(DataDirectory::open).orElseGet(DataDirectory::temporary);
        closing.add(() -> {
            if (filesKept) {
                data.closeAndKeep();
            } else {
                data.close();
            }
            progress.sayStopping("stopped");
        });
        unlessStopping();
        data.stopLeftovers().forEach(name -> progress.say("stopped " + name + ", left running by an earlier launcher"));
        try {
            closing.add(Logs.to(data.logs()));
        } catch (IOException e) {
            throw new Refusal(
                    "the data directory " + data.path() + " cannot be written; name another with --data-dir", e);
        }
        return data;
    }

    private Inbox startInbox() throws IOException {
        unlessStopping();
        Inbox inbox = Inbox.start(ports.inbox(), ports.smtp(), clock, this::tellArrival);
        closing.add(inbox::close);
        progress.say("inbox accepts mail and posts");
        return inbox;
    }

    private Settings startDemoFeeds(DataDirectory data) throws IOException {
        unlessStopping();
        DemoFeeds feeds = DemoFeeds.start(ports.feeds(), clock);
        closing.add(feeds::close);
        progress.say("demo feeds are served at " + feeds.index());
        Path catalogue = feeds.writeCatalogue(data.path());
        Settings asked = plan.settings();
        List<Cidr> allowed = new ArrayList<>(asked.fetchAllow());
        allowed.add(Cidr.of(InetAddress.getByName(feeds.index().getHost())));
        return new Settings(
                Optional.of(catalogue),
                asked.taxonomy(),
                asked.indicators(),
                asked.pollInterval(),
                allowed,
                asked.subscriptions(),
                asked.mailCaught());
    }

    /** Broker and store start while the services' own JVMs do. */
    private CompletableFuture<Backbone> startBackbone(DataDirectory data) {
        unlessStopping();
        progress.say("starting Kafka, the store and " + Services.NAMES.size() + " services");
        CompletableFuture<Backbone> backbone = CompletableFuture.supplyAsync(() -> {
            try {
                return Backbone.start(
                        data.kafka(), ports.kafka(), ports.kafkaController(), data.store(), ports.store());
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
        closing.add(() -> stop(backbone));
        return backbone;
    }

    /** One that is just starting is waited for: files could not be removed while it makes them. */
    private void stop(CompletableFuture<Backbone> backbone) {
        if (backbone.isCompletedExceptionally()) {
            return;
        }
        progress.sayStopping("stopping Kafka and the store");
        try {
            backbone.get(LONGEST_STEP.toSeconds(), TimeUnit.SECONDS).close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // It has not started, or is left to the end of this JVM.
            return;
        }
    }

    private ServiceProcesses startServices(List<ServiceSpec> specs) throws IOException {
        unlessStopping();
        ServiceProcesses services = new ServiceProcesses();
        closing.add(() -> services.stop(name -> progress.sayStopping("stopping " + name)));
        services.start(specs);
        return services;
    }

    private Optional<Death> awaitReady(ServiceProcesses services, CompletableFuture<Backbone> backbone)
            throws InterruptedException {
        try {
            backbone.join();
            progress.say("Kafka and the store are ready");
            return services.awaitReady(LONGEST_START, BETWEEN_WORDS, clock, new Waiting());
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new Refusal("Kafka or the store does not start: " + cause.getMessage(), e);
        } catch (TimeoutException e) {
            filesKept = true;
            throw new Refusal("not ready within " + LONGEST_START.toMinutes() + " minutes: " + e.getMessage(), e);
        }
    }

    private void startNarrator(DataDirectory data) {
        Narrator narrator = Narrator.start(ports.kafka().reachable(), data.isTemporary(), progress::say);
        closing.add(narrator::close);
    }

    private int ended(Death death, boolean lastLines) throws InterruptedException {
        if (isStopping()) {
            return 0;
        }
        filesKept = true;
        errors.println("bellwether: " + death.service() + " ended with exit code " + death.exitCode() + ": "
                + death.reason() + " (log: " + death.log() + ")");
        if (lastLines) {
            death.lastLines().forEach(line -> errors.println("  | " + line));
        }
        return 1;
    }

    private List<Row> rows(Inbox inbox, DataDirectory data) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("console", "http://" + ports.alert().reachable() + "/"));
        rows.add(new Row("inbox", inbox.page().toString()));
        rows.add(new Row("feeds", "http://" + ports.ingest().reachable() + "/api/feeds"));
        if (plan.demoFeeds()) {
            rows.add(new Row("demo feeds", "http://" + ports.feeds().reachable() + "/"));
        }
        rows.add(new Row("metrics", "http://" + ports.ingest().reachable() + "/q/metrics (ingest)"));
        rows.add(new Row("", "http://" + ports.classifier().reachable() + "/q/metrics (classifier)"));
        rows.add(new Row("", "http://" + ports.alert().reachable() + "/q/metrics (alert)"));
        rows.add(new Row("Kafka", ports.kafka().reachable()));
        rows.add(new Row("store", "mongodb://" + ports.store().reachable()));
        rows.add(new Row("data", data.path() + (data.isTemporary() ? " (removed at the end)" : "")));
        rows.add(new Row("logs", data.logs().toString()));
        rows.add(new Row("stop", "Ctrl-C"));
        return rows;
    }

    private void tellArrival(InboxMessage message) {
        String what = switch (message.kind()) {
            case EMAIL -> "an email arrived";
            case SLACK -> "a Slack message arrived";
            case WEBHOOK -> "a webhook post arrived";
        };
        progress.say(what + ": " + message.subject().lines().findFirst().orElse(""));
    }

    private final class Waiting implements ServiceProcesses.Witness {

        @Override
        public void ready(String service) {
            progress.say(service + " is ready");
        }

        @Override
        public void waiting(Map<String, String> reasons) {
            progress.say(reasons.entrySet().stream()
                    .map(entry -> entry.getKey() + " (" + entry.getValue().toLowerCase(Locale.ROOT) + ")")
                    .collect(Collectors.joining(", ", "waiting for ", "")));
        }
    }
}
