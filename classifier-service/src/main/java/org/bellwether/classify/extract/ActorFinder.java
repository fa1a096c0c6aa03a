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
    private static final List<String> KOREAN_TOWARD =
            List.of("에 대해", "에게", "에 ", "에,", "에…", "측에 ", "을 향해", "를 향해", "을 상대로", "를 상대로", "더러", "한테");
    private static final List<String> KOREAN_SPEAKS =
            List.of("은 ", "는 ", "이 ", "가 ", " \"", " “", ", \"", ", “", "측은 ", "측이 ");

    private final Taxonomy taxonomy;

    public ActorFinder(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** The first mention of each actor in each role and field, in reading order. */
    public List<ActorMention> find(List<Field> fields) {
        List<ActorMention> mentions = new ArrayList<>();
        for (Field field : fields) {
            List<Named> named = named(field);
            Set<String> seen = new HashSet<>();
            for (Named one : named) {
                Role role = role(one.span(), field);
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

    private Role role(Span span, Field field) {
        String after = rest(field, span);
        boolean korean = span.last() >= 0
                && !isAscii(field.text().original(), field.text().start(span.first()));
        if (korean) {
            if (KOREAN_TOWARD.stream().anyMatch(after::startsWith)) {
                return Role.TARGET;
            }
            boolean speaks = KOREAN_SPEAKS.stream().anyMatch(after::startsWith)
                    || (field.name() == TextField.TITLE && span.first() == 0 && after.startsWith(", "));
            return speaks ? Role.SPEAKER : Role.MENTIONED;
        }
        if (isNear(field.spans(taxonomy.cues().toward()), span, false)) {
            return Role.TARGET;
        }
        return isNear(field.spans(taxonomy.cues().speaks()), span, true) || after.startsWith(": ")
                ? Role.SPEAKER
                : Role.MENTIONED;
    }

    private static boolean isNear(List<Span> cues, Span name, boolean behind) {
        return cues.stream().anyMatch(cue -> {
            int gap = behind ? cue.first() - name.last() - 1 : name.first() - cue.last() - 1;
            return gap >= 0 && gap <= (behind ? VERB_REACH : 1);
        });
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
