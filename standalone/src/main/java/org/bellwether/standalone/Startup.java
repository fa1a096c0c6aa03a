package org.bellwether.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bellwether.egress.Cidr;
import org.bellwether.standalone.demo.DemoFeeds;
import org.bellwether.standalone.inbox.Inbox;
import org.bellwether.standalone.inbox.InboxMessage;
import org.bellwether.standalone.process.ServiceProcesses;
import org.bellwether.standalone.process.ServiceSpec;
import org.bellwether.standalone.stack.Backbone;
import org.bellwether.standalone.stack.DataDirectory;
import org.bellwether.standalone.stack.Ports;
import org.bellwether.standalone.stack.Refusal;
import org.bellwether.standalone.stack.Services;
import org.bellwether.standalone.stack.Settings;

/** Starts the parts of the stack one after the other, and has each closed when the stack is. */
final class Startup {

    /** How long what is just being started is waited for when the stack is to stop. */
    static final Duration LONGEST_STEP = Duration.ofSeconds(20);

    private final Plan plan;
    private final Ports ports;
    private final Progress progress;
    private final InstantSource clock;
    private final Closing closing;

    /** Begins nothing more once the closing has begun. */
    Startup(Plan plan, Progress progress, InstantSource clock, Closing closing) {
        this.plan = plan;
        this.ports = plan.ports();
        this.progress = progress;
        this.clock = clock;
        this.closing = closing;
    }

    /**
     * What has been started.
     *
     * @param data where it keeps its files
     * @param inbox where messages arrive
     * @param backbone Kafka and the store, which are still starting
     * @param services still starting too
     */
    record Started(DataDirectory data, Inbox inbox, CompletableFuture<Backbone> backbone, ServiceProcesses services) {}

    /**
     * Starts all without waiting until it can work.
     *
     * @throws Refusal when a part cannot be started, or the stack is to stop
     */
    Started start() {
        try {
            DataDirectory data = openData();
            Inbox inbox = startInbox();
            Settings settings = plan.demoFeeds() ? startDemoFeeds(data) : plan.settings();
            CompletableFuture<Backbone> backbone = startBackbone(data);
            ServiceProcesses services = startServices(new Services(plan.installation(), data, ports, settings).all());
            return new Started(data, inbox, backbone, services);
        } catch (IOException e) {
            throw new Refusal("the stack does not start: " + e.getMessage(), e);
        }
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
            data.close();
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

    private void tellArrival(InboxMessage message) {
        String what = switch (message.kind()) {
            case EMAIL -> "an email arrived";
            case SLACK -> "a Slack message arrived";
            case WEBHOOK -> "a webhook post arrived";
        };
        progress.say(what + ": " + message.subject().lines().findFirst().orElse(""));
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
}
