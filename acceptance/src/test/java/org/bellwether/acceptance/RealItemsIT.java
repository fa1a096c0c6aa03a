package org.bellwether.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellwether.events.Alert;
import org.bellwether.events.Tag;
import org.bellwether.events.TaggedItem;
import org.bellwether.standalone.stack.Installation;
import org.bellwether.testkit.FeedServer;
import org.bellwether.testkit.LocalFeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The labelled real items, served as feeds, go through the whole line; what came of it is printed. The items are years
 * old, so the shipped indicators are run with a lateness that lets them count.
 */
class RealItemsIT {

    private static final Path DATA = Installation.ofThisBuild()
            .root()
            .resolve("../shared/data/real-items.jsonl")
            .normalize();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void goThroughTheLineAndAreTaggedMuchAsAPersonWould(@TempDir Path directory) throws Exception {
        assumeTrue(Files.isReadable(DATA), "the labelled real items are not beside this checkout");
        Map<String, JsonNode> labelled = labelled();
        try (FeedServer server = FeedServer.start()) {
            serve(server, labelled);
            try (Line line = Line.start(directory, server, "PT2S", Optional.of(patientIndicators(directory)))) {
                await().atMost(Duration.ofSeconds(90))
                        .untilAsserted(() ->
                                assertThat(line.topic("news.tagged").records()).hasSize(labelled.size()));
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(line.archivedItems().countDocuments())
                                .isEqualTo(labelled.size()));

                Agreement agreement = compare(line.topic("news.tagged").read(TaggedItem.class), labelled);

                report(agreement, line.topic("alerts").read(Alert.class));
                assertThat(agreement.precision()).isGreaterThan(0.6);
                assertThat(agreement.recall()).isGreaterThan(0.6);
            }
        }
    }

    private static Map<String, JsonNode> labelled() throws IOException {
        Map<String, JsonNode> labelled = new HashMap<>();
        for (String line : Files.readAllLines(DATA)) {
            JsonNode item = JSON.readTree(line);
            labelled.put(item.get("id").asText(), item);
        }
        return labelled;
    }

    private static void serve(FeedServer server, Map<String, JsonNode> labelled) {
        Map<String, List<LocalFeed.Entry>> bySource = new TreeMap<>();
        labelled.values()
                .forEach(item -> bySource.computeIfAbsent(item.get("source").asText(), source -> new ArrayList<>())
                        .add(new LocalFeed.Entry(
                                item.get("id").asText(),
                                item.get("title").asText(),
                                item.get("text").asText(),
                                LocalDate.parse(item.get("date").asText())
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant())));
        bySource.forEach((source, entries) -> server.feed(source).publish(entries));
    }

    private static Path patientIndicators(Path directory) throws IOException {
        String shipped = Files.readString(
                Installation.ofThisBuild().root().resolve("alert-service/src/main/resources/indicators.yaml"));
        String patient = shipped.replaceAll("(?m)^(    severity: .*)$", "$1\n    lateness: P10000D");
        return Files.writeString(directory.resolve("indicators.yaml"), patient);
    }

    private static Agreement compare(List<TaggedItem> tagged, Map<String, JsonNode> labelled) {
        Agreement agreement = new Agreement();
        for (TaggedItem item : tagged) {
            String url = item.item().url();
            JsonNode label = labelled.get(url.substring(url.lastIndexOf('/') + 1));
            Set<String> found = item.tags().stream()
                    .filter(tag -> !tag.uncertain())
                    .map(Tag::issue)
                    .collect(Collectors.toSet());
            agreement.add(texts(label.get("issues")), texts(label.get("unsure")), found);
        }
        return agreement;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new java.util.HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static void report(Agreement agreement, List<Alert> alerts) {
        System.out.println(agreement);
        alerts.stream()
                .collect(Collectors.groupingBy(
                        alert -> alert.indicatorId() + " " + alert.transition(), TreeMap::new, Collectors.counting()))
                .forEach((transition, count) -> System.out.println("  " + transition + ": " + count));
    }
}
