package org.bellwether.classify.extract;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.events.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A figure as one of the {@link QuantityPatterns} reads it.
 *
 * @param about whether the form itself says it is approximate ({@code 1만여 명})
 */
record Form(
        int start,
        int end,
        Quantity.Kind kind,
        String unit,
        BigDecimal value,
        Optional<BigDecimal> valueTo,
        boolean about) {

    static final String SCALE = "[\\s-]?(?:trillion|billion|million|thousand|tn|bn|mn|k|m|b)(?!\\p{L})";
    static final String SEPARATOR = "\\s?[-–—~∼〜]\\s?|\\s(?:to|and)\\s|에서\\s?|부터\\s?";
    /** Where the unit stands behind the second figure: {@code $3 billion to more than 20 companies} is no range. */
    static final String HEDGED_SEPARATOR = "\\s?[-–—~∼〜]\\s?|" + Hedge.TO + "|" + Hedge.AND + "|에서\\s?|부터\\s?";

    static final String PERCENT_SIGN = "%p|%|percentage points?|percent|per cent|pct|퍼센트포인트|퍼센트|프로(?![가-힣])";
    static final String SOLDIERS =
            "troops|soldiers|personnel|service ?members|servicemen|GIs|combatants|forces|military personnel|marines";
    static final String NOT_BEFORE_TROOPS =
            "(?:percent|years?|months?|days?|weeks?|hours?|won|dollars?|billion|trillion|km|miles|kilometers|missiles|"
                    + "shells|rounds|drones|after|before|in|on|when|as|said|and|to|from|for|with|that|which|while)(?!\\p{L})";

    /** A number that no year is written like. */
    static final String THOUSANDS = "\\d{1,3},\\d{3}";

    /** What a number near the word "troops" may count instead of them. */
    static final String NOT_A_HEADCOUNT =
            "%|(?:percent|per cent|pct|won|dollars?|USD|KRW|euros?|yen|billion|million|trillion|miles?|km|kilomet(?:er|re)s?|"
                    + "met(?:er|re)s?|feet|foot|ft|acres|hours?|minutes?|days?|weeks?|months?|years?|tons?|tonnes?|"
                    + "barrels|homes|houses|households|families|villages|towns|sites|locations|places|targets|"
                    + "civilians|residents|refugees|missiles|rockets|shells|rounds|drones|vehicles|tanks|sorties)(?!\\p{L})";

    private static final String UP_TO_FIVE_WORDS = "(?:'s)?(?:[\\s-][\\p{L}.]{1,16}+){0,5}?";

    /** What leads to the figure of a troop level. */
    static final String TROOPS_AT = "(?:(?:troops?|soldiers|USFK|U\\.?S\\.? Forces Korea)" + UP_TO_FIVE_WORDS
            + "\\s(?:(?:to|of|at|below|above|from|than|under|by)\\s(?:between\\s)?|between\\s)"
            // Forces do much to many things; what they go down or up from is their number.
            + "|(?:U\\.?S\\.?|American)\\s(?:military\\s)?forces" + UP_TO_FIVE_WORDS + "\\sfrom\\s)" + Hedge.ANY;

    /** What must hold behind it. */
    static final String OF_TROOPS = "(?![\\d,.]*\\d|[\\s-]?(?:" + NOT_A_HEADCOUNT + "))";

    private static final String SOLDIER_CONTEXT = "(?s).*(?:미군|병력|병사|장병|군인|파병|북한군|국군|군대|주둔|감축|증원|철수|용병|전사|사상자).*";
    private static final int CONTEXT = 40;
    private static final Pattern BETWEEN = Pattern.compile(Hedge.BETWEEN + "$", Pattern.CASE_INSENSITIVE);
    private static final int BETWEEN_REACH = 80;

    /**
     * Groups {@code a}, {@code sa} (scale), {@code sep}, {@code b}, {@code sb}. A sum and a sum are two unless "between"
     * stands before them, and so are troops on both sides of a dash where the second are fewer ({@code to 24,000 – 4,500
     * fewer than today}); then only the first is read here.
     */
    static Form english(Matcher m, String text, Quantity.Kind kind, String unit) {
        String scale = group(m, "sa");
        String to = m.group("b");
        boolean range = to != null && isRange(m, text, kind, to);
        String firstScale = scale.isEmpty() && range ? group(m, "sb") : scale;
        boolean numberOnly = m.start("a") > m.start() && kind == Quantity.Kind.TROOPS;
        int endOfFirst = Math.max(m.end("a"), m.end("sa"));
        int end = numberOnly && to != null && range ? m.end("b") : m.end();
        return new Form(
                numberOnly ? m.start("a") : m.start(),
                to != null && !range ? endOfFirst : end,
                kind,
                unit,
                Numbers.english(m.group("a"), firstScale),
                range && to != null ? Optional.of(Numbers.english(to, group(m, "sb"))) : Optional.empty(),
                false);
    }

    /** Groups {@code a}, {@code b}, {@code about}, {@code unit}; {@code 5~10억} means the first in 억 too. */
    static Form korean(Matcher m, String text) {
        String a = m.group("a");
        String b = m.group("b");
        boolean unitsShared = b != null && Numbers.trailingUnits(a).isBlank() && m.start("sep") == m.end("a");
        char unit = m.group("unit").charAt(0);
        Quantity.Kind kind = "원달불弗".indexOf(unit) >= 0
                ? Quantity.Kind.MONEY
                : unit == '명' && isOfSoldiers(m, text) ? Quantity.Kind.TROOPS : Quantity.Kind.COUNT;
        return new Form(
                m.start(),
                m.end(),
                kind,
                unit == '원' ? "KRW" : kind == Quantity.Kind.MONEY ? "USD" : unit == '명' ? "people" : "count",
                Numbers.korean(unitsShared && b != null ? a + Numbers.trailingUnits(b) : a),
                b == null ? Optional.empty() : Optional.of(Numbers.korean(b)),
                m.group("about") != null);
    }

    private static String group(Matcher m, String name) {
        @Nullable String group = m.group(name);
        return group == null ? "" : group;
    }

    private static boolean isRange(Matcher m, String text, Quantity.Kind kind, String to) {
        String separator = group(m, "sep").strip().toLowerCase(Locale.ROOT);
        if (separator.startsWith("and")) {
            return isBetween(m, text);
        }
        boolean dash = separator.length() == 1 && "-–—".contains(separator);
        boolean sameScale = group(m, "sa").equals(group(m, "sb"));
        return !(dash && sameScale && kind == Quantity.Kind.TROOPS)
                || Numbers.english(m.group("a"), "").compareTo(Numbers.english(to, "")) < 0;
    }

    private static boolean isBetween(Matcher m, String text) {
        String before = text.substring(Math.max(0, m.start("a") - BETWEEN_REACH), m.start("a"));
        return BETWEEN.matcher(before).find();
    }

    private static boolean isOfSoldiers(Matcher m, String text) {
        String around = text.substring(Math.max(0, m.start() - CONTEXT), Math.min(text.length(), m.end() + CONTEXT));
        return around.matches(SOLDIER_CONTEXT);
    }
}
