package org.bellwether.alert.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.testkit.Fixtures.NOON;
import static org.bellwether.testkit.Fixtures.taggedItem;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.bellwether.alert.indicator.Indicators;
import org.bellwether.alert.indicator.IndicatorsYaml;
import org.bellwether.alert.ops.StageLag;
import org.bellwether.events.Act;
import org.bellwether.events.Alert;
import org.bellwether.events.Alert.Transition;
import org.bellwether.events.IndicatorState;
import org.bellwether.events.TaggedItem;
import org.bellwether.events.Topic;
import org.bellwether.messaging.DeadLetter;
import org.bellwether.messaging.EventJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertTopologyTest {

    private static final String INDICATOR = "red-line";

    private static final String YAML = """
            indicators:
              - id: red-line
                name: {en: Agreement on submarines, ko: 핵추진 잠수함 합의}
                description: {en: One is reported., ko: 합의가 보도됩니다.}
                severity: warning
                rule:
                  type: distinct-publishers
                  issues: [nuclear-submarines]
                  acts: [agreement]
                  at-least: 1
                  window: PT24H
            """;
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path stateDir;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> tagged;

    @BeforeEach
    void start() {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        Indicators indicators = IndicatorsYaml.read("test", YAML);
        // The driver has one partition of each topic, so only indicators of task 0 are alive in it.
        assertThat(IndicatorPartitions.of(INDICATOR)).isZero();
        driver = new TopologyTestDriver(
                AlertTopology.of(
                        indicators, new TopologyReports(indicators, meters, new StageLag(meters), deadLetters::add)),
                config,
                NOON);
        tagged = driver.createInputTopic(
                Topic.NEWS_TAGGED.topicName(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void firesOnceAndResolvesByTheWallClock() {
        pipe(item("a", 1, NOON, Act.AGREEMENT));
        pipe(item("b", 1, NOON, Act.AGREEMENT));
        assertThat(alerts()).extracting(Alert::transition).containsExactly(Transition.FIRED);

        driver.advanceWallClockTime(HOUR.multipliedBy(23));
        assertThat(alerts()).isEmpty();
        driver.advanceWallClockTime(HOUR.multipliedBy(2));
        assertThat(alerts()).extracting(Alert::transition).containsExactly(Transition.RESOLVED);
        assertThat(meters.counter("bellwether.alerts", "indicator", INDICATOR, "transition", "fired")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void afterALongStopAnEpisodeHasRunOutAndWasNotTakenBack() {
        pipe(item("a", 1, NOON, Act.AGREEMENT));
        driver.advanceWallClockTime(Duration.ofDays(60));

        List<Alert> alerts = alerts();
        assertThat(alerts).extracting(Alert::transition).containsExactly(Transition.FIRED, Transition.RESOLVED);
        assertThat(alerts.get(1).reason().en()).startsWith("nothing more that meets the condition");
    }

    @Test
    void carriesCloudEventHeadersUnderTheIndicatorsKey() {
        pipe(item("a", 1, NOON, Act.AGREEMENT));

        TestRecord<String, byte[]> alert = read(Topic.ALERTS.topicName()).get(0);

        assertThat(alert.key()).isEqualTo(INDICATOR);
        Map<String, String> headers = headers(alert);
        Alert body = EventJson.read(alert.value(), Alert.class);
        assertThat(headers).containsEntry("ce_id", body.id()).containsEntry("ce_type", "org.bellwether.Alert.v1");
    }

    @Test
    void duplicatesChangeNothing() {
        TaggedItem item = item("a", 1, NOON, Act.AGREEMENT);
        pipe(item);
        pipe(item);
        pipe(item);

        assertThat(alerts()).hasSize(1);
    }

    @Test
    void aNewVersionThatTakesItBackResolves() {
        pipe(item("a", 1, NOON, Act.AGREEMENT));
        pipe(item("a", 2, NOON, Act.DENIAL));
        driver.advanceWallClockTime(Duration.ofSeconds(2));

        assertThat(alerts()).extracting(Alert::transition).containsExactly(Transition.FIRED, Transition.RESOLVED);
    }

    @Test
    void anOlderVersionAfterwardsDoesNotBringItBack() {
        pipe(item("a", 2, NOON, Act.DENIAL));
        pipe(item("a", 1, NOON, Act.AGREEMENT));

        assertThat(alerts()).isEmpty();
    }

    @Test
    void whatAnEpisodeThatIsOverCountedDoesNotFireAgainWhenItIsTaggedAnew() {
        pipe(item("a", 1, NOON, Act.AGREEMENT));
        driver.advanceWallClockTime(HOUR.multipliedBy(25));
        assertThat(alerts()).extracting(Alert::transition).containsExactly(Transition.FIRED, Transition.RESOLVED);

        pipe(taggedItem()
                .id("a")
                .publisher("a", "a")
                .title("Agreed at last")
                .tag("nuclear-submarines", Act.AGREEMENT)
                .tag("nuclear-latency", Act.AGREEMENT)
                .taggedAfter(HOUR.multipliedBy(25))
                .build());
        driver.advanceWallClockTime(HOUR);

        assertThat(alerts()).isEmpty();
    }

    @Test
    void whatAnOpenEpisodeCountedStaysCountedWhenItIsTaggedAnew() {
        pipe(item("a", 1, NOON, Act.AGREEMENT));
        pipe(taggedItem()
                .id("a")
                .publisher("a", "a")
                .tag("nuclear-submarines", Act.AGREEMENT)
                .taggedAfter(HOUR)
                .build());
        driver.advanceWallClockTime(HOUR);

        assertThat(alerts()).extracting(Alert::transition).containsExactly(Transition.FIRED);
        assertThat(states().get(INDICATOR).items()).hasSize(1);
    }

    @Test
    void readsAnOutOfOrderBacklogJustTheSame() {
        pipe(item("b", 1, NOON.minus(HOUR), Act.AGREEMENT));
        pipe(item("a", 1, NOON.minus(HOUR.multipliedBy(3)), Act.AGREEMENT));

        assertThat(alerts()).extracting(Alert::transition).containsExactly(Transition.FIRED);
    }

    @Test
    void tellsWhereEachIndicatorStandsBeforeAnyNews() {
        driver.advanceWallClockTime(Duration.ofSeconds(2));

        Map<String, IndicatorState> states = states();
        assertThat(states).containsKey(INDICATOR);
        assertThat(states.get(INDICATOR).status()).isEqualTo(IndicatorState.Status.WATCHING);
        assertThat(states.get(INDICATOR).reason().en()).startsWith("Does not hold");
    }

    @Test
    void tellsThatItFiresAndWhy() {
        pipe(item("a", 1, NOON, Act.AGREEMENT));

        IndicatorState state = states().get(INDICATOR);
        assertThat(state.status()).isEqualTo(IndicatorState.Status.FIRING);
        assertThat(state.episode()).isEqualTo(1);
        assertThat(state.items()).extracting(item -> item.itemId()).containsExactly("a");
        assertThat(state.reason().ko()).startsWith("조건 충족");
    }

    @Test
    void whatCannotBeReadIsPutAsideAsItCameAndTheLineGoesOn() {
        tagged.pipeInput("k".getBytes(StandardCharsets.UTF_8), "{not json".getBytes(StandardCharsets.UTF_8));
        tagged.pipeInput(new TestRecord<>("k".getBytes(StandardCharsets.UTF_8), null));
        pipe(item("a", 1, NOON, Act.AGREEMENT));

        List<TestRecord<String, byte[]>> letters = read(Topic.NEWS_TAGGED.deadLetters());
        assertThat(letters).hasSize(2);
        assertThat(letters.get(0).value()).asString().isEqualTo("{not json");
        assertThat(headers(letters.get(0)))
                .containsEntry(DeadLetter.TOPIC, "news.tagged")
                .containsEntry(DeadLetter.OFFSET, "0")
                .hasEntrySatisfying(
                        DeadLetter.REASON, reason -> assertThat(reason).contains("not a tagged item: "));
        assertThat(deadLetters).hasSize(2);
        assertThat(alerts()).hasSize(1);
    }

    private void pipe(TaggedItem item) {
        tagged.pipeInput(item.item().id().getBytes(StandardCharsets.UTF_8), EventJson.write(item));
    }

    private static TaggedItem item(String id, int version, Instant published, Act act) {
        return taggedItem()
                .id(id)
                .version(version)
                .publisher(id, id)
                .published(published)
                .tag("nuclear-submarines", act)
                .build();
    }

    private List<Alert> alerts() {
        return read(Topic.ALERTS.topicName()).stream()
                .map(record -> EventJson.read(record.value(), Alert.class))
                .filter(alert -> alert.indicatorId().equals(INDICATOR))
                .toList();
    }

    private Map<String, IndicatorState> states() {
        return read(Topic.INDICATORS.topicName()).stream()
                .map(record -> EventJson.read(record.value(), IndicatorState.class))
                .collect(Collectors.toMap(IndicatorState::indicatorId, state -> state, (older, newer) -> newer));
    }

    private List<TestRecord<String, byte[]>> read(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private static Map<String, String> headers(TestRecord<String, byte[]> record) {
        return Arrays.stream(record.getHeaders().toArray())
                .collect(Collectors.toMap(
                        header -> header.key(), header -> new String(header.value(), StandardCharsets.UTF_8)));
    }
}
