package org.bellwether.standalone;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bellwether.standalone.stack.Installation;
import org.bellwether.standalone.stack.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bellwether up}: the live catalogue, state kept. */
@Command(
        name = "up",
        description = "Watches the live feeds; keeps its state in a data directory. Mail is caught by the inbox unless"
                + " QUARKUS_MAILER_HOST names a mail server.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Mixin
    private final StackOptions options = new StackOptions();

    @Override
    public Integer call() throws InterruptedException {
        return Main.launch(plan(Installation.ofThisBuild()));
    }

    Plan plan(Installation installation) {
        options.requireFiles();
        Settings settings = new Settings(
                options.feeds,
                options.taxonomy,
                options.indicators,
                Optional.empty(),
                options.allowed(),
                options.subscriptions(),
                false);
        return new Plan(
                installation,
                options.ports(),
                settings,
                Optional.of(options.dataDirectory.orElse(Path.of("data"))),
                false);
    }
}
