package org.bellwether.classify.quantity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bellwether.events.Quantity.Kind;
import org.bellwether.events.Quantity.Qualifier;

/**
 * What English says of a figure's exactness beside the hedges that touch it: {@code the $20 billion yearly cap},
 * {@code 6,000 soldiers, maybe more}, {@code no increase shall be more than five percent}.
 */
final class Bounds {

    private static final int WORDS_TO_CAP = 4;
    private static final int WORDS_BEHIND = 3;
    /** Words from a modal back to the negation that its subject begins with. */
    private static final int LONGEST_SUBJECT = 4;

    private static final Set<String> CAPS = Set.of("cap", "ceiling", "limit", "maximum");

    /** What may stand between a sum and the cap that it is. */
    private static final Set<String> OF_CAPS = Set.of(
            "yearly",
            "annual",
            "annually",
            "investment",
            "spending",
            "cash",
            "funding",
            "cost",
            "debt",
            "lending",
            "monthly",
            "price",
            "aid",
            "loan",
            "budget",
            "a",
            "year",
            "a-year");

    private static final Set<String> PERHAPS = Set.of("maybe", "perhaps", "possibly", "probably", "or", "even", "if");

    private static final Set<String> NEGATIONS = Set.of("no", "none", "neither", "nothing", "nobody");
    private static final Set<String> NOT = Set.of("not", "never");
    private static final Set<String> MODALS = Set.of("may", "shall", "can", "will", "must", "should", "could", "would");

    /** Behind these and an article a number says of what kind a thing is: {@code under a 25 percent tariff}. */
    private static final Set<String> PLACES = Set.of("under", "over", "above", "beyond", "past", "below", "beneath");

    private static final Set<String> KINDS = Set.of(
            "deal",
            "contract",
            "plan",
            "pact",
            "agreement",
            "program",
            "programme",
            "package",
            "order",
            "tariff",
            "tariffs",
            "pledge",
            "bill",
            "fund",
            "sale",
            "demand");

    private Bounds() {}

    /** A sum that is itself a cap; rates are told of as ceilings exactly. */
    static Optional<Qualifier> ofCap(String text, Figure figure, Measure measure) {
        if (measure.kind() != Kind.MONEY) {
            return Optional.empty();
        }
        for (Word word : Word.after(text, figure.end(), WORDS_TO_CAP)) {
            if (CAPS.contains(word.text())) {
                return Optional.of(Qualifier.UP_TO);
            }
            if (!OF_CAPS.contains(word.text())) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** {@code maybe more}, {@code or close to it} behind a comma. */
    static Optional<Qualifier> behindComma(String text, int end) {
        int from = pastNoun(text, end);
        if (Letters.at(text, from) != ',') {
            return Optional.empty();
        }
        List<Word> words = Word.after(text, from + 1, WORDS_BEHIND);
        int at = 0;
        while (at < words.size() && PERHAPS.contains(words.get(at).text())) {
            at++;
        }
        if (at == 0 || at >= words.size()) {
            return Optional.empty();
        }
        boolean closed = at + 1 == words.size();
        return switch (words.get(at).text()) {
            case "more", "higher", "worse" -> closed ? Optional.of(Qualifier.AT_LEAST) : Optional.empty();
            case "less", "fewer", "lower" -> closed ? Optional.of(Qualifier.UP_TO) : Optional.empty();
            case "close", "thereabouts" -> Optional.of(Qualifier.ABOUT);
            default -> Optional.empty();
        };
    }

    /** Whether the hedge at this place denies its bound: {@code none may be above}, {@code no rise shall be more than}. */
    static boolean isDenied(List<Word> words, int hedgeEnd) {
        int at = hedgeEnd < words.size() && words.get(hedgeEnd).text().equals("be") ? hedgeEnd + 1 : hedgeEnd;
        boolean not = at < words.size() && NOT.contains(words.get(at).text());
        int modal = not ? at + 1 : at;
        if (modal >= words.size() || !MODALS.contains(words.get(modal).text())) {
            return false;
        }
        return not
                || words.subList(modal + 1, Math.min(words.size(), modal + 1 + LONGEST_SUBJECT)).stream()
                        .anyMatch(word -> NEGATIONS.contains(word.text()));
    }

    /** {@code under a 25 percent tariff}: the kind of thing, not a bound; words nearest first. */
    static boolean isKind(List<Word> words, String text, Figure figure) {
        boolean article = words.size() > 1
                && words.get(0).text().equals("a")
                && PLACES.contains(words.get(1).text());
        boolean bare = !words.isEmpty() && PLACES.contains(words.get(0).text());
        List<Word> behind = article || bare ? Word.after(text, figure.end(), 1) : List.of();
        return !behind.isEmpty()
                && (article
                        ? !Nouns.isStop(behind.get(0).text())
                        : KINDS.contains(behind.get(0).text()));
    }

    /** Behind the noun that is counted, where it is no part of the figure. */
    private static int pastNoun(String text, int end) {
        if (Letters.at(text, end) == ',') {
            return end;
        }
        List<Word> noun = Word.after(text, end, 1);
        return noun.isEmpty() || !Nouns.isCountable(noun.get(0))
                ? end
                : noun.get(0).end();
    }
}
