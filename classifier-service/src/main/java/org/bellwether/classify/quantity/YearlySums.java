package org.bellwether.classify.quantity;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bellwether.events.Quantity.Kind;

/**
 * Budgets and contributions of a named year: {@code 66.3 trillion won for defense next year}, {@code 2026년 방위비 분담금
 * 1조5192억원}. What is set anew every year is told by the year though no word for "annual" stands there.
 */
final class YearlySums {

    private static final int BEFORE = 120;
    private static final int BEHIND = 90;
    private static final int KOREAN_BEFORE = 44;
    private static final int KOREAN_BEHIND = 24;

    private static final Pattern BUDGETS = Pattern.compile(
            "\\b(?:defen[sc]e|military) (?:budget(?! (?:panel|committee))|spending|outlay|expenditure|plan|cost|request)|\\b(?:on|for) defen[sc]e\\b|\\bcontributions?\\b|\\bseoul(?:'s|’s) share\\b|\\bmilitary(?:'s|’s) request\\b|\\b(?:own|armed) (?:armed )?forces\\b|\\bcost(?:-| )(?:deal|pact|sharing)\\b"
                    + "|\\b(?:host|station|base)(?:ing)? [^,;]{0,20}\\b(?:forces|troops)\\b|\\bspecial measures agreement\\b");

    /** One of these stands in all that {@link #BUDGETS} finds; looked for first, for the pattern is slow. */
    private static final List<String> CLUES =
            List.of("defen", "military", "contribution", "forces", "troops", "cost", "share", "special measures");

    private static final Pattern YEARS =
            Pattern.compile("\\b(?:this|next|(?:the|its) first|the final) year\\b|\\bfor the year\\b|\\bone-year\\b"
                    + "|\\b(?:in|for|fiscal(?: year)?) 20\\d\\d\\b|\\b20\\d\\d defen[sc]e\\b");

    /** {@code 올해 몫 200억 달러}, {@code 내년 총액은 1조5192억원}: the year's share of what is paid by the year. */
    private static final Pattern KOREAN_SHARES =
            Pattern.compile("(?:내년|올해)(?:도|의)? ?(?:관련 )?(?:몫|총액|지출|부담액|분담금|분담액|납부액)(?:은|는|이|인)? ?$");

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
            return KOREAN_SHARES
                            .matcher(Sentences.around(text, start, start, KOREAN_BEFORE, 0))
                            .find()
                    || (KOREAN_YEARS.matcher(korean).find()
                            && KOREAN_BUDGETS.matcher(korean).find());
        }
        String english = Sentences.around(text, start, end, BEFORE, BEHIND).toLowerCase(Locale.ROOT);
        return (english.contains("year") || english.contains("20"))
                && CLUES.stream().anyMatch(english::contains)
                && YEARS.matcher(english).find()
                && BUDGETS.matcher(english).find();
    }
}
