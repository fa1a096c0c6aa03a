package org.bellwether.classify.quantity;

import java.util.regex.Pattern;
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

    private static final Pattern BUDGETS = Pattern.compile(
            "\\bdefen[sc]e (?:budget(?! (?:panel|committee))|spending|outlay|expenditure|plan|cost)|\\b(?:on|for) defen[sc]e\\b|\\bcontributions? for\\b"
                    + "|\\bhost(?:ing)? [^,;]{0,20}\\b(?:forces|troops)\\b|\\bspecial measures agreement\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern YEARS = Pattern.compile(
            "\\b(?:this|next) year\\b|\\b(?:in|for|fiscal(?: year)?) 20\\d\\d\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern KOREAN_BUDGETS = Pattern.compile("국방 ?예산|국방비|방위비|분담금|주둔비용|협력기금");

    /** {@code 2030년엔}, {@code 2030년까지}: what is foretold for a year, or summed up by it, is not that year's. */
    private static final Pattern KOREAN_YEARS = Pattern.compile("내년|올해|(?<!\\d)20\\d\\d년(?!엔|에는|까지|부터|이후)");

    private YearlySums() {}

    /** Whether the figure is such a sum. */
    static boolean isOne(String text, int start, int end, Measure measure) {
        if (measure.kind() != Kind.MONEY) {
            return false;
        }
        if (Letters.isHangul(Letters.at(text, end - 1))) {
            String korean = Sentences.around(text, start, end, KOREAN_BEFORE, KOREAN_BEHIND);
            return KOREAN_YEARS.matcher(korean).find()
                    && KOREAN_BUDGETS.matcher(korean).find();
        }
        String english = Sentences.around(text, start, end, BEFORE, BEHIND);
        return YEARS.matcher(english).find() && BUDGETS.matcher(english).find();
    }
}
