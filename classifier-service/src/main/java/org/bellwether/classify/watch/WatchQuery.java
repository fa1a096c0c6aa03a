package org.bellwether.classify.watch;

import org.bellwether.classify.match.Pattern;
import org.bellwether.classify.match.Pattern.AnyOf;
import org.bellwether.classify.match.Pattern.Near;
import org.bellwether.classify.match.Pattern.Prefix;
import org.bellwether.classify.match.Pattern.Sequence;
import org.bellwether.classify.match.Pattern.Unless;
import org.bellwether.classify.match.Pattern.Word;
import org.bellwether.classify.match.Proximity;
import org.bellwether.classify.match.Spans;
import org.bellwether.classify.watch.Clause.Scope;

/** A query that has been read ({@link WatchParser}). Immutable. */
public final class WatchQuery {

    private final String source;
    private final Clause clause;

    /** The clause must require something: {@link Required#isNothing} tells. */
    WatchQuery(String source, Clause clause) {
        this.source = source;
        this.clause = clause;
    }

    /** As it was written. */
    public String source() {
        return source;
    }

    /** As it was understood. */
    public Clause clause() {
        return clause;
    }

    /** Whether the item is what the query asks for. */
    public boolean matches(WatchedItem item) {
        return holds(clause, item);
    }

    private static boolean holds(Clause clause, WatchedItem item) {
        if (clause instanceof Clause.Words words) {
            return stands(words.pattern(), item, words.scope());
        }
        if (clause instanceof Clause.All all) {
            for (Clause each : all.clauses()) {
                if (!holds(each, item)) {
                    return false;
                }
            }
            return true;
        }
        if (clause instanceof Clause.Any any) {
            for (Clause each : any.clauses()) {
                if (holds(each, item)) {
                    return true;
                }
            }
            return false;
        }
        if (clause instanceof Clause.Not not) {
            return !holds(not.clause(), item);
        }
        if (clause instanceof Clause.Language language) {
            return item.languages().contains(language.tag());
        }
        return item.sources().contains(((Clause.Source) clause).id());
    }

    /** Asks for places only where all parts are there at all. */
    private static boolean stands(Pattern pattern, WatchedItem item, Scope scope) {
        if (pattern instanceof Word word) {
            return item.has(word.term(), scope);
        }
        if (pattern instanceof Prefix prefix) {
            return item.hasStart(prefix.start(), scope);
        }
        if (pattern instanceof AnyOf any) {
            for (Pattern choice : any.choices()) {
                if (stands(choice, item, scope)) {
                    return true;
                }
            }
            return false;
        }
        if (pattern instanceof Sequence sequence) {
            for (Pattern part : sequence.parts()) {
                if (!stands(part, item, scope)) {
                    return false;
                }
            }
        }
        return !spans(pattern, item, scope).isEmpty();
    }

    private static Spans spans(Pattern pattern, WatchedItem item, Scope scope) {
        if (pattern instanceof Word word) {
            return item.spans(word.term(), scope);
        }
        if (pattern instanceof Prefix prefix) {
            return item.startingWith(prefix.start(), scope);
        }
        if (pattern instanceof AnyOf any) {
            return Spans.union(any.choices().stream()
                    .map(choice -> spans(choice, item, scope))
                    .toArray(Spans[]::new));
        }
        if (pattern instanceof Sequence sequence) {
            Spans joined = spans(sequence.parts().get(0), item, scope);
            for (int i = 1; i < sequence.parts().size() && !joined.isEmpty(); i++) {
                joined = joined.followedBy(spans(sequence.parts().get(i), item, scope));
            }
            return joined;
        }
        if (pattern instanceof Near near) {
            return together(near, item, scope);
        }
        Unless unless = (Unless) pattern;
        return spans(unless.wanted(), item, scope).awayFrom(spans(unless.unwanted(), item, scope), unless.distance());
    }

    private static Spans together(Near near, WatchedItem item, Scope scope) {
        int count = near.others().size() + 1;
        Spans[] parts = new Spans[count];
        int[] distances = new int[count];
        boolean[] ordered = new boolean[count];
        parts[0] = spans(near.first(), item, scope);
        for (int i = 1; i < count && !parts[i - 1].isEmpty(); i++) {
            Pattern.Further further = near.others().get(i - 1);
            parts[i] = spans(further.part(), item, scope);
            distances[i] = further.distance();
            ordered[i] = further.ordered();
            if (parts[i].isEmpty()) {
                return Spans.NONE;
            }
        }
        return parts[0].isEmpty() ? Spans.NONE : Proximity.join(parts, distances, ordered, position -> 0);
    }
}
