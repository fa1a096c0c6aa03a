package org.bellwether.classify.quantity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Korean words before a figure that say over what time it is told: {@code 연간}, {@code 한 해}, {@code 월}. */
final class KoreanPeriods {

    private static final String YEAR = "year";
    private static final String MONTH = "month";
    private static final int NEAR = 3;
    private static final Set<String> EVERY_YEAR = Set.of("매년", "해마다", "매해");
    private static final Set<String> YEARLY = Set.of("연간", "연평균", "연간으로", "1년에", "년에", "연간으로는");
    private static final int REACH = 5;

    private KoreanPeriods() {}

    /** {@code year}, {@code month}, or nothing. */
    static Optional<String> before(String text, int start, Measure measure) {
        List<String> words = Eojeols.before(text, start, REACH);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean near = i <= NEAR;
            if (EVERY_YEAR.contains(word)
                    || (near && YEARLY.contains(word))
                    || (i <= 1 && isOfTheYear(words, i, measure))) {
                return Optional.of(YEAR);
            }
            if ((near && (word.equals("매달") || word.equals("매월") || word.equals("다달이") || word.equals("월평균")))
                    || (i <= 1 && word.equals("월"))) {
                return Optional.of(MONTH);
            }
            if (near
                    && (word.equals("해") || word.equals("해에") || word.equals("달에"))
                    && i + 1 < words.size()
                    && words.get(i + 1).equals("한")
                    && !(i + 2 < words.size() && words.get(i + 2).equals("지난"))) {
                return Optional.of(word.startsWith("달") ? MONTH : YEAR);
            }
            if (hasDigit(word)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** {@code 연 2.5%} of a rate of interest is no sum by the year. */
    private static boolean isOfTheYear(List<String> words, int at, Measure measure) {
        boolean interest = measure.equals(Measure.PERCENT)
                && words.stream().anyMatch(word -> word.contains("금리") || word.contains("이자") || word.contains("대출"));
        return (words.get(at).equals("연") || words.get(at).equals("年")) && !interest;
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
