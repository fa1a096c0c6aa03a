package org.bellwether.standalone;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bellwether.standalone.stack.Installation;
import org.bellwether.standalone.stack.Ports;
import org.bellwether.standalone.stack.Settings;
import org.bellwether.standalone.stack.Subscription;
import org.bellwether.standalone.stack.Subscription.Channel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bellwether demo}: a week on the desk within a minute. */
@Command(
        name = "demo",
        description =
                "Plays a week of made-up news: feeds are polled, items tagged, indicators trip, an email and a Slack"
                        + " message arrive in the inbox. Needs no network and leaves nothing behind.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(2);

    @Mixin
    private final StackOptions options = new StackOptions();

    @Override
    public Integer call() throws InterruptedException {
        return Main.launch(plan(Installation.ofThisBuild()));
    }

    Plan plan(Installation installation) {
        options.requireFiles();
        Ports ports = options.ports();
        Settings settings = new Settings(
                options.feeds,
                options.taxonomy,
                options.indicators,
                Optional.of(POLL_INTERVAL),
                options.allowed(),
                subscriptions(ports),
                true);
        return new Plan(installation, ports, settings, options.dataDirectory, options.feeds.isEmpty());
    }

    /** The desk's own always, so that an email and a Slack message arrive whatever else was asked for. */
    private List<Subscription> subscriptions(Ports ports) {
        return Stream.concat(deskOf(ports).stream(), options.subscriptions().stream())
                .distinct()
                .toList();
    }

    private static List<Subscription> deskOf(Ports ports) {
        return List.of(
                new Subscription(Channel.EMAIL, "desk@bellwether.example"),
                new Subscription(Channel.SLACK, "http://" + ports.inbox().reachable() + "/hooks/desk"));
    }
}
