package org.bellwether.classify.quantity;

import java.util.List;
import java.util.Set;

/** Troop levels below which none may be taken: as exact as they are written, though a word for less stands beside them. */
final class TroopFloors {

    private static final int REACH = 14;
    private static final int BEFORE = 110;

    /** Behind these the number is said to be less, not to be what must not be passed. */
    private static final Set<String> STATES = Set.of(
            "to", "at", "is", "was", "are", "were", "be", "been", "remain", "remains", "stay", "stays", "stood", "well",
            "now", "far");

    private static final Set<String> CHANGES = Set.of(
            "cut",
            "cuts",
            "cutting",
            "reduce",
            "reduces",
            "reducing",
            "reduction",
            "bring",
            "bringing",
            "draw",
            "drawing",
            "drawdown",
            "take",
            "taking",
            "go",
            "going",
            "fall",
            "falls",
            "falling",
            "drop",
            "drops",
            "dropping",
            "dip",
            "shrink",
            "lower",
            "lowering",
            "trim",
            "slash");

    private static final Set<String> FORBIDDEN = Set.of(
            "bar",
            "bars",
            "barred",
            "barring",
            "ban",
            "bans",
            "restrict",
            "restricts",
            "prohibit",
            "prohibits",
            "block",
            "blocks",
            "keep",
            "freeze",
            "freezes",
            "forbid",
            "forbids",
            "funds",
            "not",
            "without",
            "floor");

    private static final List<String> BELOW = List.of("밑으로", "아래로", "미만으로", "이하로", "미만", "밑도는");
    private static final List<String> LESS = List.of("줄", "감축", "내려", "내리", "낮", "떨어", "못", "감군", "감소");

    private TroopFloors() {}

    /** Whether the figure, with these words before it (nearest first), is such a level. */
    static boolean isOne(String text, Figure figure, List<Word> before) {
        return (isEnglish(before) && isFloor(text, figure)) || isKorean(text, figure.end());
    }

    /** The level that the law names, or one below which something is said not to be done. */
    private static boolean isFloor(String text, Figure figure) {
        return figure.value().compareTo(Military.LEVEL_OF_USFK) == 0
                || Word.hasAny(text, figure.start() - BEFORE, figure.start(), FORBIDDEN);
    }

    /** {@code cut forces below 28,500}; but {@code bring them to below 24,000} and {@code fewer than 10,000}. */
    private static boolean isEnglish(List<Word> before) {
        if (before.size() < 2) {
            return false;
        }
        String word = before.get(0).text();
        String previous = before.get(1).text();
        boolean change = before.stream().anyMatch(at -> CHANGES.contains(at.text()));
        return switch (word) {
            case "below", "beneath" -> !STATES.contains(previous) && !previous.equals("not");
            case "under" -> change && !STATES.contains(previous) && !previous.equals("not");
            default -> false;
        };
    }

    private static int pastParticle(String text, int end) {
        return "을를".indexOf(Letters.at(text, end)) >= 0 ? Letters.pastSpace(text, end + 1) : end;
    }

    /** {@code 2만8500명 밑으로 못 줄인다}. */
    private static boolean isKorean(String text, int end) {
        int from = Letters.pastSpace(text, end);
        for (String below : BELOW) {
            if (text.startsWith(below, from) || text.startsWith(below, pastParticle(text, end))) {
                int at = from + below.length();
                String behind = text.substring(at, Math.min(text.length(), at + REACH));
                return LESS.stream().anyMatch(behind::contains);
            }
        }
        return false;
    }
}
