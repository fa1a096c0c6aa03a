package org.bellwether.alert.indicator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bellwether.events.TaggedItem;

/** A condition over a sliding window of event time. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DistinctPublishers.class, name = "distinct-publishers"),
    @JsonSubTypes.Type(value = QuantityThreshold.class, name = "quantity"),
    @JsonSubTypes.Type(value = Together.class, name = "together")
})
public sealed interface Rule permits DistinctPublishers, QuantityThreshold, Together {

    /** Length of the window. */
    Duration window();

    /** Issues it watches, each once. */
    List<String> issues();

    /** What the item says to this rule; empty when nothing. Uncertain tags and denials say nothing. */
    Optional<Observation> observe(TaggedItem item);

    /** For each condition the publishers it takes, from 1: with fewer owners on record no window can satisfy it. */
    List<Integer> publishersNeeded();

    /** Whether the observations of one window satisfy it: what {@link #judge} finds, without the words. */
    boolean holds(List<Observation> inWindow);

    /** Judges the observations of one window, in order of event time. */
    Finding judge(List<Observation> inWindow);
}
