package org.bellwether.classify.quantity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bellwether.events.Quantity.Qualifier;
import org.jspecify.annotations.Nullable;

/** English words around a figure that say how exact it is. */
final class EnglishHedges {

    private static final int LONGEST_PHRASE = 4;
    private static final int MOST_PASSED = 6;
    private static final int MOST_CAPPED = 6;

    private static final Map<String, Qualifier> BEFORE = phrases(
            Map.of(
                    Qualifier.ABOUT,
                    "about|around|roughly|approximately|approx|nearly|almost|an estimated|an expected|estimated|some|close to|perhaps|possibly|maybe|"
                            + "near|nearing|approaching|circa|estimated cost of|estimated at|something like|in the region of|"
                            + "in the neighborhood of|on the order of|as few as some|reportedly|estimate of|estimates of",
                    // "Fewer than" names a bound that is not reached; the contract has no nearer word for it than a
                    // highest figure.
                    Qualifier.UP_TO,
                    "up to|as much as|as many as|as high as|at most|no more than|not more than|none above|none over|none more than|no higher than|a maximum of|maximum of|"
                            + "capped at|cap of|ceiling of|limit of|limited to|fewer than|less than|lower than|under|below|beneath|"
                            + "not exceeding|not exceed|not to exceed|never exceed|maximum|up to a|not above|not over|no greater than|"
                            + "could reach|may reach|might reach|could be worth|could hit|never went beyond|not go beyond|never rose above|never exceeded|just shy of|shy of|just short of|little short of|well short of|far short of|falls short of|as long as",
                    Qualifier.AT_LEAST,
                    "at least|more than|over|no fewer than|no less than|no lower than|not less than|not fewer than|not lower than|"
                            + "not below|a minimum of|minimum of|exceeding|exceed|exceeds|exceeded|upwards of|upward of|above|"
                            + "in excess of|as few as|as little as|as low as|north of|greater than|higher than|top|tops|topped|topping|"
                            + "surpass|surpasses|surpassed|surpassing|past|passed|pass|passes|passing|crossed|crosses|crossing|beyond|well past|not under|bigger than|larger than"));

    private static final Set<String> PASSED = Set.of(
            "just",
            "only",
            "well",
            "far",
            "slightly",
            "a",
            "an",
            "little",
            "another",
            "additional",
            "further",
            "extra",
            "combined",
            "record",
            "total",
            "whopping",
            "mere",
            "net",
            "even",
            "initial",
            "average",
            "estimated");

    private static final Set<String> PRESENT = Set.of("current", "currently", "existing", "present", "today's");
    private static final Set<String> OWN = Set.of("the", "its", "their");
    private static final Set<String> LEVELS = Set.of("level", "strength", "total", "figure", "number", "size");

    /** What a quarrel is over is no smaller than the figure. */
    private static final Set<String> QUARRELS = Set.of(
            "dispute",
            "row",
            "talks",
            "fight",
            "spat",
            "concern",
            "concerns",
            "feud",
            "clash",
            "anger",
            "debate",
            "deal",
            "deadlock",
            "standoff",
            "haggle",
            "haggling",
            "wrangle",
            "wrangling",
            "fears",
            "negotiations",
            "agonize",
            "uproar",
            "anxiety",
            "protest",
            "protests",
            "worries",
            "discord",
            "tension",
            "tensions",
            "questions",
            "outcry",
            "bargaining");

    private static final Set<String> HANDED = Set.of(
            "hand", "handed", "hands", "handing", "turn", "turned", "turning", "take", "took", "taken", "carried",
            "sign", "signed");
    /** What is passed may be a bill: {@code passed a $40 billion package}. */
    private static final Set<String> LEGISLATURES = Set.of(
            "senate", "house", "congress", "assembly", "parliament", "committee", "lawmakers", "panel", "bundestag");

    private static final Set<String> LAWS = Set.of("pass", "passed", "passes", "passing");

    private static final Set<String> SIGNED = Set.of("sign", "signed", "signs", "signing");
    private static final Set<String> CAPS = Set.of("cap", "caps", "capped", "capping", "limit", "limits", "limiting");

    private static final Set<String> DATED = Set.of(
            "in", "since", "by", "from", "until", "till", "of", "for", "through", "to", "the", "year", "its", "and",
            "fy");

    private EnglishHedges() {}

    /** The nearest hedge among the words before a figure, nearest first. */
    static Optional<Qualifier> before(List<Word> words) {
        int at = passed(words, 0);
        if (at < 0) {
            return isCapped(words) ? Optional.of(Qualifier.UP_TO) : Optional.empty();
        }
        if (isOfAnotherWord(words, at)) {
            return Optional.empty();
        }
        Optional<Qualifier> hedge = Optional.ofNullable(longest(words, at));
        boolean denied = hedge.filter(Qualifier.AT_LEAST::equals).isPresent()
                && Bounds.isDenied(words, at + phraseLength(words, at));
        return denied ? Optional.of(Qualifier.UP_TO) : hedge;
    }

    /** {@code the row over $5 billion}, {@code turned over 55 boxes}, {@code signed up to}: no word of exactness. */
    private static boolean isOfAnotherWord(List<Word> words, int at) {
        String hedge = words.get(at).text();
        String previous = at + 1 < words.size() ? words.get(at + 1).text() : "";
        String farther = at + 2 < words.size() ? words.get(at + 2).text() : "";
        return (hedge.equals("over") && (QUARRELS.contains(previous) || HANDED.contains(previous)))
                || (LAWS.contains(hedge) && (at > 0 || LEGISLATURES.contains(previous)))
                || (hedge.equals("to") && previous.equals("up") && SIGNED.contains(farther));
    }

    /** {@code cap the yearly outlay at $20 billion}. */
    private static boolean isCapped(List<Word> words) {
        int at = ownPassed(words);
        return at < words.size()
                && words.get(at).text().equals("at")
                && words.subList(at + 1, Math.min(words.size(), at + MOST_CAPPED)).stream()
                        .anyMatch(word -> CAPS.contains(word.text()));
    }

    /** What follows a figure: {@code or more}, {@code or so}. */
    static Optional<Qualifier> after(String text, int end) {
        List<Word> words = Word.after(text, end, 3);
        boolean another = words.size() > 2 && words.get(2).text().equals("than");
        if (words.size() < 2 || another) {
            return Optional.empty();
        }
        return switch (words.get(0).text() + " " + words.get(1).text()) {
            case "or more", "or higher", "or above", "and above", "and up", "or greater", "and more" ->
                Optional.of(Qualifier.AT_LEAST);
            case "or less", "or fewer", "or lower", "or below", "at most" -> Optional.of(Qualifier.UP_TO);
            case "or so", "or thereabouts" -> Optional.of(Qualifier.ABOUT);
            default -> Optional.empty();
        };
    }

    /** How many of the words before a figure, nearest first, belong to its hedges. */
    static int length(List<Word> words) {
        int at = 0;
        int end = 0;
        while (at >= 0 && at < words.size()) {
            at = passed(words, at);
            if (at < 0) {
                break;
            }
            at += phraseLength(words, at);
            end = at;
        }
        return Math.max(end, ownPassed(words));
    }

    /** Whether words before a second figure are hedges all. */
    static boolean areHedges(List<Word> words) {
        return words.isEmpty() || length(words) >= words.size();
    }

    /** Whether a number of four digits behind this word is a year. */
    static boolean isOfDates(String previous) {
        return DATED.contains(previous);
    }

    private static int ownPassed(List<Word> words) {
        int at = 0;
        while (at < words.size() && isPassed(words, at)) {
            at++;
        }
        return at;
    }

    /** The place of the first hedge behind words that say nothing on exactness; -1 for none. */
    private static int passed(List<Word> words, int from) {
        int at = from;
        while (at < words.size() && at - from <= MOST_PASSED) {
            if (phraseLength(words, at) > 0) {
                return at;
            }
            if (!isPassed(words, at)) {
                return -1;
            }
            at++;
        }
        return -1;
    }

    private static boolean isPassed(List<Word> words, int at) {
        String word = words.get(at).text();
        String nearer = at == 0 ? "" : words.get(at - 1).text();
        String farther = at + 1 < words.size() ? words.get(at + 1).text() : "";
        return PASSED.contains(word)
                || PRESENT.contains(word)
                || (OWN.contains(word) && PRESENT.contains(nearer))
                || (word.equals("of") && (LEVELS.contains(farther) || PASSED.contains(farther)))
                || (LEVELS.contains(word) && nearer.equals("of"));
    }

    private static int phraseLength(List<Word> words, int at) {
        for (int length = Math.min(LONGEST_PHRASE, words.size() - at); length > 0; length--) {
            if (BEFORE.containsKey(phrase(words, at, length))) {
                return length;
            }
        }
        return 0;
    }

    private static @Nullable Qualifier longest(List<Word> words, int at) {
        int length = phraseLength(words, at);
        return length == 0 ? null : BEFORE.get(phrase(words, at, length));
    }

    private static String phrase(List<Word> words, int at, int length) {
        if (length == 1) {
            return words.get(at).text();
        }
        StringBuilder phrase = new StringBuilder();
        for (int i = at + length - 1; i >= at; i--) {
            phrase.append(words.get(i).text()).append(i > at ? " " : "");
        }
        return phrase.toString();
    }

    private static Map<String, Qualifier> phrases(Map<Qualifier, String> lists) {
        Map<String, Qualifier> phrases = new HashMap<>();
        lists.forEach((qualifier, list) -> {
            for (String phrase : list.split("\\|", -1)) {
                phrases.put(phrase, qualifier);
            }
        });
        return Map.copyOf(phrases);
    }
}
