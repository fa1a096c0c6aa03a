package org.bellwether.alert.indicator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What one indicator has read lately, one version per item, in order of event time. Not safe for use by several threads.
 */
public final class Observations {

    private record Position(Instant at, String itemId) implements Comparable<Position> {
        private static final Comparator<Position> ORDER =
                Comparator.comparing(Position::at).thenComparing(Position::itemId);

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<String, Reading> byItem = new HashMap<>();
    private final TreeMap<Position, Observation> inOrder = new TreeMap<>();
    /** By condition, how many observations of each owner there are. */
    private final Map<Integer, Map<String, Integer>> owners = new HashMap<>();

    private long revision;

    public Observations(Collection<Reading> readings) {
        readings.forEach(this::put);
    }

    /**
     * Takes a reading in, in place of an earlier version of its item, or an earlier reading of that version.
     *
     * @return whether that changed anything: a repeated, outdated or late one does not, nor one with nothing to take back
     */
    public boolean take(Reading reading) {
        Reading known = byItem.get(reading.itemId());
        boolean outdated = known != null && reading.isOutdatedBy(known);
        boolean idle = known == null && (reading.late() || reading.tellsNothing());
        if (outdated || idle || reading.saysTheSameAs(known)) {
            return false;
        }
        put(reading);
        return true;
    }

    /** Forgets what happened, or was taken back, before that time; returns the items. */
    public List<String> forgetBefore(Instant horizon) {
        List<String> forgotten = byItem.values().stream()
                .filter(reading -> when(reading).isBefore(horizon))
                .map(Reading::itemId)
                .toList();
        for (String itemId : forgotten) {
            Optional.ofNullable(byItem.remove(itemId)).ifPresent(this::unlist);
            revision++;
        }
        return forgotten;
    }

    /** Every item that is remembered. */
    public List<String> itemIds() {
        return List.copyOf(byItem.keySet());
    }

    /** Another number whenever anything was taken in or forgotten. */
    long revision() {
        return revision;
    }

    /** Whether as many owners as that speak to each condition, at any time that is remembered. */
    boolean haveOwners(List<Integer> neededByCondition) {
        return IntStream.range(0, neededByCondition.size())
                .allMatch(i -> owners.getOrDefault(i, Map.of()).size() >= neededByCondition.get(i));
    }

    /** Those after {@code from} up to and including {@code to}, in order. */
    List<Observation> within(Instant from, Instant to) {
        // Position ids are never empty, so an empty one comes before all of its instant.
        Position first = new Position(from.plusNanos(1), "");
        Position behind = new Position(to.plusNanos(1), "");
        return first.compareTo(behind) >= 0
                ? List.of()
                : new ArrayList<>(inOrder.subMap(first, true, behind, false).values());
    }

    /** Event times after {@code from} up to and including {@code to}, each once, ascending. */
    List<Instant> times(Instant from, Instant to) {
        return within(from, to).stream().map(Observation::at).distinct().toList();
    }

    private void put(Reading reading) {
        revision++;
        Reading earlier = byItem.put(reading.itemId(), reading);
        if (earlier != null) {
            unlist(earlier);
        }
        Observation observation = reading.observation();
        if (observation != null) {
            inOrder.put(new Position(observation.at(), reading.itemId()), observation);
            for (Integer condition : observation.conditions()) {
                owners.computeIfAbsent(condition, none -> new HashMap<>()).merge(observation.owner(), 1, Integer::sum);
            }
        }
    }

    private void unlist(Reading reading) {
        Observation observation = reading.observation();
        if (observation != null) {
            inOrder.remove(new Position(observation.at(), reading.itemId()));
            for (Integer condition : observation.conditions()) {
                owners.computeIfAbsent(condition, none -> new HashMap<>())
                        .computeIfPresent(observation.owner(), (owner, count) -> count == 1 ? null : count - 1);
            }
        }
    }

    private static Instant when(Reading reading) {
        Observation observation = reading.observation();
        return observation == null ? reading.fetched() : observation.at();
    }
}
