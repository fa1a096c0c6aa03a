package org.bellwether.classify.watch;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bellwether.classify.match.Pattern;
import org.bellwether.classify.match.Pattern.AnyOf;
import org.bellwether.classify.match.Pattern.Further;
import org.bellwether.classify.match.Pattern.Near;
import org.bellwether.classify.match.Pattern.Prefix;
import org.bellwether.classify.match.Pattern.Sequence;
import org.bellwether.classify.match.Pattern.Unless;
import org.bellwether.classify.match.Pattern.Word;
import org.bellwether.classify.watch.Clause.Scope;

/**
 * What an item must hold for a query to match.
 *
 * @param routes an item that matches holds the key of at least one; none where the query can match an item that holds
 *     nothing it names
 * @param sure {@link Keys} that every item that matches holds, with the share of items that hold them
 * @param implied more such, that follow from those: the first letters of a word; of choices, they may be what is common
 */
record Required(List<Route> routes, Map<Long, Double> sure, Map<Long, Double> implied) {

    /**
     * One way to match: the key to file it under, and whatever else an item holds that matches this way.
     *
     * @param share of items that hold the key
     */
    record Route(long key, double share, Map<Long, Double> sure) {

        private Route with(Map<Long, Double> more) {
            Map<Long, Double> all = new HashMap<>(sure);
            all.putAll(more);
            return new Route(key, share, all);
        }

        /** {@link Marks} of the rarest things beside the key; where there are none, of the key itself. */
        long marks() {
            List<Long> rarest = sure.entrySet().stream()
                    .filter(entry -> entry.getKey() != key)
                    .sorted(Map.Entry.<Long, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .limit(Marks.MOST)
                    .toList();
            return Marks.all(rarest.isEmpty() ? List.of(key) : rarest);
        }
    }

    private static final Required NOTHING = new Required(List.of(), Map.of(), Map.of());
    private static final double PAIR_OF_RARER = 0.2;

    static Required of(Clause clause) {
        if (clause instanceof Clause.All all) {
            return all(all.clauses().stream().map(Required::of).toList());
        }
        if (clause instanceof Clause.Any any) {
            return any(any.clauses().stream().map(Required::of).toList());
        }
        if (clause instanceof Clause.Words words) {
            return of(words.pattern(), words.scope());
        }
        if (clause instanceof Clause.Language language) {
            return one(Keys.language(language.tag()), TermRarity.LANGUAGE);
        }
        if (clause instanceof Clause.Source source) {
            return one(Keys.source(source.id()), TermRarity.SOURCE);
        }
        return NOTHING;
    }

    boolean isNothing() {
        return routes.isEmpty();
    }

    private static Required of(Pattern pattern, Scope scope) {
        if (pattern instanceof Word word) {
            return word(word.term(), scope);
        }
        if (pattern instanceof Prefix prefix) {
            return prefix(prefix.start());
        }
        if (pattern instanceof AnyOf any) {
            return any(any.choices().stream().map(choice -> of(choice, scope)).toList());
        }
        if (pattern instanceof Sequence sequence) {
            return sequence(sequence.parts(), scope);
        }
        if (pattern instanceof Near near) {
            return all(Stream.concat(
                            Stream.of(near.first()), near.others().stream().map(Further::part))
                    .map(part -> of(part, scope))
                    .toList());
        }
        return of(((Unless) pattern).wanted(), scope);
    }

    private static Required one(long key, double share) {
        return one(key, share, Map.of());
    }

    private static Required one(long key, double share, Map<Long, Double> implied) {
        Map<Long, Double> sure = Map.of(key, share);
        return new Required(List.of(new Route(key, share, sure)), sure, implied);
    }

    private static Required word(String term, Scope scope) {
        double share = TermRarity.of(term);
        long key = Keys.term(term);
        Required anywhere = one(key, share, beginnings(term));
        return scope == Scope.TITLE ? anywhere.and(Map.of(Keys.titled(key), share * TermRarity.IN_TITLE)) : anywhere;
    }

    /** One letter, as the end of a phrase may come out, is no key. */
    private static Required prefix(String start) {
        if (start.length() < Keys.SHORTEST_PREFIX) {
            return NOTHING;
        }
        int letters = Math.min(start.length(), Keys.LONGEST_PREFIX);
        return one(Keys.prefix(start, letters), TermRarity.ofPrefix(start), beginnings(start));
    }

    private static Map<Long, Double> beginnings(String term) {
        Map<Long, Double> beginnings = new HashMap<>();
        for (int length = Keys.SHORTEST_PREFIX; length <= Math.min(term.length(), Keys.LONGEST_PREFIX); length++) {
            beginnings.put(Keys.prefix(term, length), TermRarity.ofPrefix(term.substring(0, length)));
        }
        return beginnings;
    }

    private static Required sequence(List<Pattern> parts, Scope scope) {
        Map<Long, Double> pairs = new HashMap<>();
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i - 1) instanceof Word left && parts.get(i) instanceof Word right) {
                double rarer = Math.min(TermRarity.of(left.term()), TermRarity.of(right.term()));
                pairs.put(Keys.pair(Keys.term(left.term()), Keys.term(right.term())), rarer * PAIR_OF_RARER);
            }
        }
        return all(parts.stream().map(part -> of(part, scope)).toList()).and(pairs);
    }

    private Required and(Map<Long, Double> more) {
        Map<Long, Double> all = new HashMap<>(sure);
        all.putAll(more);
        return new Required(routes.stream().map(route -> route.with(more)).toList(), all, implied);
    }

    /** Any of several alternatives of one part is enough to find it by; the part that the fewest items hold is taken. */
    private static Required all(List<Required> parts) {
        Map<Long, Double> sure = new HashMap<>();
        parts.forEach(part -> sure.putAll(part.sure));
        List<Route> rarest = parts.stream()
                .filter(part -> !part.isNothing())
                .min(Comparator.comparingDouble(Required::share))
                .orElse(NOTHING)
                .routes;
        Map<Long, Double> implied = new HashMap<>();
        parts.forEach(part -> implied.putAll(part.implied));
        return new Required(rarest.stream().map(route -> route.with(sure)).toList(), sure, implied);
    }

    private static Required any(List<Required> choices) {
        if (choices.stream().anyMatch(Required::isNothing)) {
            return NOTHING;
        }
        Map<Long, Double> common = new HashMap<>(choices.get(0).held());
        choices.forEach(choice -> common.keySet().retainAll(choice.held().keySet()));
        Map<Long, Double> sure = new HashMap<>(common);
        sure.keySet().retainAll(choices.get(0).sure.keySet());
        common.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .ifPresent(rarest -> sure.put(rarest.getKey(), rarest.getValue()));
        List<Route> routes = choices.stream()
                .flatMap(choice -> choice.routes.stream().map(route -> route.with(sure)))
                .toList();
        return new Required(routes, sure, common);
    }

    private Map<Long, Double> held() {
        Map<Long, Double> held = new HashMap<>(implied);
        held.putAll(sure);
        return held;
    }

    private double share() {
        return routes.stream().mapToDouble(Route::share).sum();
    }
}
