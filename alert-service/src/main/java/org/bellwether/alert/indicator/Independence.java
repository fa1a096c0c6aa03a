package org.bellwether.alert.indicator;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many independent voices observations hold: papers of one owner are one voice, and a story that several papers carry
 * is one voice too. That is the largest number of pairs of an owner and a story with no owner and no story in two of them
 * (a bipartite matching, found by augmenting paths: Kuhn 1955). More observations never make it smaller.
 */
final class Independence {

    private final Map<String, Set<String>> storiesByOwner = new LinkedHashMap<>();
    private final Map<String, String> ownerOfStory = new HashMap<>();

    private Independence() {}

    static int voices(List<Observation> observations) {
        return count(Integer.MAX_VALUE, observations);
    }

    /** Whether there are that many voices. */
    static boolean reaches(int atLeast, List<Observation> observations) {
        return observations.size() >= atLeast && count(atLeast, observations) == atLeast;
    }

    /** Counts no further than {@code most}. */
    private static int count(int most, List<Observation> observations) {
        Independence independence = new Independence();
        for (Observation observation : observations) {
            independence
                    .storiesByOwner
                    .computeIfAbsent(observation.owner(), owner -> new LinkedHashSet<>())
                    .add(observation.storyId());
        }
        return (int) independence.storiesByOwner.keySet().stream()
                .filter(owner -> independence.findsStory(owner, new HashSet<>()))
                .limit(most)
                .count();
    }

    private boolean findsStory(String owner, Set<String> tried) {
        for (String story : storiesByOwner.getOrDefault(owner, Set.of())) {
            if (tried.add(story)) {
                String other = ownerOfStory.get(story);
                if (other == null || findsStory(other, tried)) {
                    ownerOfStory.put(story, owner);
                    return true;
                }
            }
        }
        return false;
    }
}
