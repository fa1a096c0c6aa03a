package org.bellwether.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bellwether.egress.Cidr;
import org.bellwether.standalone.stack.Ports;
import org.bellwether.standalone.stack.Refusal;
import org.bellwether.standalone.stack.Subscription;
import picocli.CommandLine.Option;

/** The options that {@code demo} and {@code up} share. */
final class StackOptions {

    @Option(
            names = "--data-dir",
            paramLabel = "<dir>",
            description =
                    "Where state and logs are kept. Default: ./data; for demo a temporary directory, removed at the"
                            + " end.")
    Optional<Path> dataDirectory = Optional.empty();

    @Option(
            names = "--feeds",
            paramLabel = "<file>",
            description = "Feed catalogue (YAML) in place of the shipped one.")
    Optional<Path> feeds = Optional.empty();

    @Option(names = "--taxonomy", paramLabel = "<file>", description = "Taxonomy (YAML) in place of the shipped one.")
    Optional<Path> taxonomy = Optional.empty();

    @Option(
            names = "--indicators",
            paramLabel = "<file>",
            description = "Indicators (YAML) in place of the shipped ones.")
    Optional<Path> indicators = Optional.empty();

    @Option(
            names = "--port-base",
            paramLabel = "<port>",
            defaultValue = "8080",
            description = "First of nine ports in a row: console, ingest, classifier, inbox, demo feeds, Kafka, its"
                    + " controller, store, SMTP. Default: ${DEFAULT-VALUE}.")
    int portBase;

    @Option(
            names = "--bind",
            paramLabel = "<address>",
            defaultValue = "127.0.0.1",
            description =
                    "Address to listen on. Default: ${DEFAULT-VALUE}, which only this machine reaches; with another,"
                            + " set BELLWETHER_PUBLIC_URL to what others call the console, for links in messages.")
    String bind = "127.0.0.1";

    @Option(
            names = "--fetch-allow",
            paramLabel = "<cidr>",
            description = "Private addresses that feeds may be read from, such as 127.0.0.1/32. May be repeated.")
    List<String> fetchAllow = new ArrayList<>();

    @Option(
            names = "--subscribe",
            paramLabel = "<channel:target>",
            description =
                    "A confirmed subscription to all alerts: email:<address>, slack:<url> or webhook:<url>. May be"
                            + " repeated. demo has one by email and one by Slack, both to the inbox, and adds these.")
    List<String> subscribe = new ArrayList<>();

    Ports ports() {
        return new Ports(bind, portBase);
    }

    List<Cidr> allowed() {
        return fetchAllow.stream().map(StackOptions::block).toList();
    }

    private static Cidr block(String text) {
        String refusal = "--fetch-allow " + text + ": not a block of addresses such as 127.0.0.1/32";
        // A bare address is a block too, but here it is rather a network whose prefix was forgotten.
        if (!text.contains("/")) {
            throw new Refusal(refusal);
        }
        try {
            return Cidr.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(refusal);
        }
    }

    List<Subscription> subscriptions() {
        return subscribe.stream().map(Subscription::parse).toList();
    }

    /** Refuses files that are not there before anything has started. */
    void requireFiles() {
        // An unset variable of a shell script comes as this, and would be the directory one stands in.
        if (dataDirectory.filter(directory -> directory.toString().isBlank()).isPresent()) {
            throw new Refusal("--data-dir: is empty; name a directory or leave the option out");
        }
        feeds.ifPresent(file -> requireReadable("--feeds", file));
        taxonomy.ifPresent(file -> requireReadable("--taxonomy", file));
        indicators.ifPresent(file -> requireReadable("--indicators", file));
    }

    private static void requireReadable(String option, Path file) {
        if (Files.isDirectory(file)) {
            throw new Refusal(option + " " + file + ": is a directory; name the file in it");
        }
        if (!Files.exists(file)) {
            throw new Refusal(option + " " + file + ": no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new Refusal(option + " " + file + ": is not a regular file");
        }
        if (!Files.isReadable(file)) {
            throw new Refusal(option + " " + file + ": cannot be read");
        }
    }
}
