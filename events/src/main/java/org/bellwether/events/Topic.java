package org.bellwether.events;

import java.time.Duration;
import java.util.Optional;

/**
 * The topics: the only contract between the services.
 *
 * <p>A record that a consumer cannot process goes, with its cause as headers, to the topic's {@link #deadLetters()}.
 */
public enum Topic {
    NEWS_ITEMS("news.items", NewsItem.class, Duration.ofDays(30)),
    NEWS_TAGGED("news.tagged", TaggedItem.class, Duration.ofDays(30)),
    ALERTS("alerts", Alert.class, Duration.ofDays(90)),
    INDICATORS("indicators", IndicatorState.class),
    SOURCES("sources", SourceStatus.class),
    WATCHES("watches", Watch.class),
    ISSUES("issues", Issue.class);

    /** Partitions of every topic unless ops created it with more. */
    public static final int PARTITIONS = 4;

    /** How long dead letters wait to be looked at. */
    public static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);

    private final String topicName;
    private final Class<?> record;
    private final Optional<Duration> retention;

    Topic(String topicName, Class<?> record, Duration retention) {
        this.topicName = topicName;
        this.record = record;
        this.retention = Optional.of(retention);
    }

    Topic(String topicName, Class<?> record) {
        this.topicName = topicName;
        this.record = record;
        this.retention = Optional.empty();
    }

    /** Name in Kafka. */
    public String topicName() {
        return topicName;
    }

    /** Type of its records. */
    public Class<?> recordType() {
        return record;
    }

    /** How long records are kept; empty for a compacted topic, which keeps the last of each key. */
    public Optional<Duration> retention() {
        return retention;
    }

    /** Name of the topic for what could not be processed. */
    public String deadLetters() {
        return topicName + ".dlq";
    }

    /** CloudEvents {@code type} of its records: {@code org.bellwether.<record>.v1}. */
    public String eventType() {
        return "org.bellwether." + record.getSimpleName() + ".v1";
    }
}
