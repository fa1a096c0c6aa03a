package org.bellwether.alert.indicator;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bellwether.events.Act;
import org.bellwether.events.ActorMention;
import org.bellwether.events.Tag;
import org.bellwether.events.TaggedItem;

/**
 * Which items speak to a condition.
 *
 * @param issues a certain tag of one of these
 * @param acts with one of these acts; empty for any but a denial
 * @param speakers where the text shows who speaks, one of these; empty for anyone
 */
public record Signal(List<String> issues, Set<Act> acts, Set<String> speakers) {

    public Signal {
        issues = List.copyOf(issues);
        acts = Set.copyOf(acts);
        speakers = Set.copyOf(speakers);
    }

    /** Any act on one issue. */
    public static Signal on(String issue) {
        return new Signal(List.of(issue), Set.of(), Set.of());
    }

    /** The strongest tag that makes the item a signal. */
    Optional<Tag> in(TaggedItem item) {
        if (!spokenByOneOfThem(item)) {
            return Optional.empty();
        }
        return item.tags().stream()
                .filter(tag -> !tag.uncertain() && issues.contains(tag.issue()) && counts(tag.act()))
                .findFirst();
    }

    private boolean counts(Act act) {
        return act != Act.DENIAL && (acts.isEmpty() || acts.contains(act));
    }

    private boolean spokenByOneOfThem(TaggedItem item) {
        if (speakers.isEmpty()) {
            return true;
        }
        List<String> heard = item.actors().stream()
                .filter(actor -> actor.role() == ActorMention.Role.SPEAKER)
                .map(ActorMention::id)
                .toList();
        return heard.isEmpty() || heard.stream().anyMatch(speakers::contains);
    }
}
