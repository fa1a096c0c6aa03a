package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Signs and words of percent and percentage points. */
final class Percents {

    private static final List<String> SIGNS =
            List.of("%포인트", "% 포인트", "%p", "%P", "%", "％", "퍼센트포인트", "퍼센트", "프로", "﹪");
    private static final int PER_CENT = 2;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private static final Set<String> SIDES = Set.of("behind", "with");
    private static final Set<String> WHOM = Set.of("you", "him", "her", "us", "me", "them", "it");

    private static final Set<String> SURE = Set.of(
            "open",
            "sure",
            "certain",
            "confident",
            "committed",
            "right",
            "true",
            "correct",
            "clear",
            "ready",
            "serious",
            "convinced",
            "supportive",
            "loyal",
            "wrong",
            "honest",
            "agree",
            "safe",
            "accurate");

    private Percents() {}

    /** What follows a number, with a space or a hyphen between or none. */
    static Optional<Mark> after(String text, Numeral number) {
        int at = Letters.pastSpace(text, number.end());
        if (Letters.at(text, at) == '-') {
            at++;
        }
        if (Letters.isLatin(Letters.at(text, at))) {
            return inWords(text, at, number);
        }
        for (String sign : SIGNS) {
            int end = at + sign.length();
            if (text.startsWith(sign, at) && isWhole(text, end, sign)) {
                Measure measure = isWholly(text, number, end) ? Measure.OTHER : Measure.PERCENT;
                return Optional.of(new Mark(number.start(), end, measure));
            }
        }
        return Optional.empty();
    }

    /** A programme and a professional begin like the spoken word for percent; English {@code %p} ends there. */
    private static boolean isWhole(String text, int end, String sign) {
        char next = Letters.at(text, end);
        return switch (sign) {
            case "프로" -> !Letters.isHangul(next) || "를가는의에도나까로".indexOf(next) >= 0;
            case "%p", "%P" -> !Letters.isLatin(next);
            default -> true;
        };
    }

    private static Optional<Mark> inWords(String text, int at, Numeral number) {
        List<Word> words = Word.after(text, at, PER_CENT);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Word first = words.get(0);
        String second = words.size() < PER_CENT ? "" : words.get(1).text();
        int end = switch (first.text()) {
            case "percent", "pct", "pc" -> first.end();
            case "per" -> second.equals("cent") ? words.get(1).end() : at;
            case "percentage" ->
                second.equals("point") || second.equals("points") ? words.get(1).end() : at;
            default -> at;
        };
        if (end == at) {
            return Optional.empty();
        }
        Measure measure = isWholly(text, number, end) ? Measure.OTHER : Measure.PERCENT;
        return Optional.of(new Mark(number.start(), end, measure));
    }

    /** {@code 100 percent behind you}: a turn of phrase. */
    private static boolean isWholly(String text, Numeral number, int end) {
        if (number.value().compareTo(WHOLE) != 0) {
            return false;
        }
        List<Word> behind = Word.after(text, end, 2);
        String next = behind.isEmpty() ? "" : behind.get(0).text();
        return SIDES.contains(next)
                ? behind.size() > 1 && WHOM.contains(behind.get(1).text())
                : SURE.contains(next);
    }
}
