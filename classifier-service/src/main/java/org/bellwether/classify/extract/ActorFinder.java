package org.bellwether.classify.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bellwether.classify.match.Span;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.ActorRule;
import org.bellwether.classify.taxonomy.Taxonomy.Cues;
import org.bellwether.events.ActorMention;
import org.bellwether.events.ActorMention.Role;
import org.bellwether.events.TextField;

/**
 * Finds who is named, and who speaks to whom: English shows it by the verb that follows a name or stands before it,
 * Korean by the particle after it.
 */
public final class ActorFinder {

    private static final int VERB_REACH = 2;
    private static final int MOST_PER_FIELD = 100;
    private final Taxonomy taxonomy;

    public ActorFinder(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** The first mention of each actor in each role and field, in reading order. */
    public List<ActorMention> find(List<Field> fields) {
        List<ActorMention> mentions = new ArrayList<>();
        for (Field field : fields) {
            List<Named> named = named(field);
            Cued cued = new Cued(field, taxonomy.cues());
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < named.size(); i++) {
                Named one = named.get(i);
                Role role = role(one.span(), field, cued, next(named, i, field));
                if (seen.add(one.id() + role) && mentions.size() < MOST_PER_FIELD) {
                    int start = field.text().start(one.span().first());
                    mentions.add(new ActorMention(
                            one.id(),
                            role,
                            field.name(),
                            start,
                            field.text().end(one.span().last())));
                }
            }
        }
        return mentions;
    }

    private record Named(String id, Span span) {}

    /** Longer names first, so that a ministry is not also its capital. */
    private List<Named> named(Field field) {
        List<Named> all = new ArrayList<>();
        for (ActorRule actor : taxonomy.actors()) {
            for (Span span : field.spans(actor.patterns())) {
                all.add(new Named(actor.id(), span));
            }
        }
        all.sort(Comparator.comparingInt(
                (Named one) -> one.span().first() - one.span().last()));
        List<Named> kept = new ArrayList<>();
        boolean[] taken = new boolean[field.text().size()];
        for (Named one : all) {
            if (!taken[one.span().first()] && !taken[one.span().last()]) {
                for (int i = one.span().first(); i <= one.span().last(); i++) {
                    taken[i] = true;
                }
                kept.add(one);
            }
        }
        kept.sort(Comparator.comparing(Named::span));
        return kept;
    }

    /** Where another actor is named next; an actor's own office is none ({@code 위성락 국가안보실장}). */
    private static KoreanRoles.Next next(List<Named> named, int index, Field field) {
        Named own = named.get(index);
        for (Named other : named.subList(index + 1, named.size())) {
            if (!other.id().equals(own.id())) {
                Span span = other.span();
                return new KoreanRoles.Next(
                        field.text().start(span.first()), field.text().end(span.last()));
            }
        }
        int end = field.text().original().length();
        return new KoreanRoles.Next(end, end);
    }

    private static Role role(Span span, Field field, Cued cued, KoreanRoles.Next next) {
        if (!isAscii(field.text().original(), field.text().start(span.first()))) {
            boolean opensTitle = field.name() == TextField.TITLE && span.first() == 0;
            return KoreanRoles.role(field.text().original(), field.text().end(span.last()), next, opensTitle);
        }
        if (cued.isAuthor(span)) {
            return Role.SPEAKER;
        }
        if (cued.isAddressed(span)) {
            return Role.TARGET;
        }
        String after = rest(field, span);
        return cued.speaks(span) || after.startsWith(": ") ? Role.SPEAKER : Role.MENTIONED;
    }

    /** Where a field's English cues stand. */
    private record Cued(List<Span> speaks, List<Span> toward, List<Span> by) {

        Cued(Field field, Cues cues) {
            this(field.spans(cues.speaks()), field.spans(cues.toward()), field.spans(cues.by()));
        }

        /** Stronger than a verb of address, {@code pressed by Beijing}. */
        boolean isAuthor(Span name) {
            return by.stream().anyMatch(cue -> isWithin(name.first() - cue.last() - 1, 0));
        }

        boolean isAddressed(Span name) {
            return toward.stream().anyMatch(cue -> isWithin(name.first() - cue.last() - 1, 1));
        }

        boolean speaks(Span name) {
            return speaks.stream().anyMatch(cue -> isWithin(cue.first() - name.last() - 1, VERB_REACH));
        }

        private static boolean isWithin(int terms, int most) {
            return terms >= 0 && terms <= most;
        }
    }

    private static String rest(Field field, Span span) {
        String original = field.text().original();
        int end = field.text().end(span.last());
        return original.substring(end, Math.min(original.length(), end + 8));
    }

    private static boolean isAscii(String text, int offset) {
        return text.charAt(offset) < 0x250;
    }
}
