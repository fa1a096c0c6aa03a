package org.bellwether.classify.quantity;

import java.util.List;
import org.bellwether.events.Quantity.Kind;

/**
 * Budgets and contributions of a named year: {@code 66.3 trillion won for defense next year}, {@code 2026년 방위비 분담금
 * 1조5192억원}. What is set anew every year is told by the year though no word for "annual" stands there.
 */
final class YearlySums {

    private static final int BEFORE = 80;
    private static final int BEHIND = 50;
    private static final int KOREAN_BEFORE = 36;
    private static final int KOREAN_BEHIND = 24;

    private static final List<String> BUDGETS = List.of(
            "defense budget",
            "defence budget",
            "defense spending",
            "defence spending",
            "defense outlay",
            "defence outlay",
            "on defense",
            "on defence",
            "for defense",
            "contribution for 20",
            "hosting U.S. forces",
            "Special Measures Agreement",
            "Defense Budget");

    private static final List<String> YEARS = List.of("this year", "next year", "in 20", "for 20", "fiscal 20");

    private static final List<String> KOREAN_BUDGETS =
            List.of("국방예산", "국방 예산", "국방비", "방위비 협정", "방위비 분담금", "분담금", "방위비", "주둔비용", "협력기금");

    private static final List<String> KOREAN_YEARS = List.of("내년", "올해", "2025년", "2026년", "2027년");

    private YearlySums() {}

    /** Whether the figure is such a sum. */
    static boolean isOne(String text, int start, int end, Measure measure) {
        if (measure.kind() != Kind.MONEY) {
            return false;
        }
        if (Letters.isHangul(Letters.at(text, end - 1))) {
            String korean = sentence(text, start - KOREAN_BEFORE, start, end, end + KOREAN_BEHIND);
            return hasAny(korean, KOREAN_YEARS) && hasAny(korean, KOREAN_BUDGETS);
        }
        String english = sentence(text, start - BEFORE, start, end, end + BEHIND);
        return hasAny(english, YEARS) && hasAny(english, BUDGETS);
    }

    private static boolean hasAny(String around, List<String> words) {
        return words.stream().anyMatch(around::contains);
    }

    /** What stands around the figure in its sentence. */
    private static String sentence(String text, int from, int start, int end, int to) {
        int first = start;
        while (first > Math.max(0, from) && !isEnd(text, first - 1)) {
            first--;
        }
        int last = end;
        while (last < Math.min(text.length(), to) && !isEnd(text, last)) {
            last++;
        }
        return text.substring(first, last);
    }

    private static boolean isEnd(String text, int at) {
        char c = text.charAt(at);
        return c == '\n' || ((c == '.' || c == '?' || c == '!') && Letters.isSpace(Letters.at(text, at + 1)));
    }
}
