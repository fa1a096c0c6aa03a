package org.bellwether.classify.extract;

import java.util.regex.Pattern;
import org.bellwether.events.Quantity.Qualifier;
import org.jspecify.annotations.Nullable;

/** The words around a figure that say how exact it is and over what time. */
final class Wording {

    private static final int REACH = 28;

    private static final int HEDGE_REACH = 56;

    private static final String NOW = "(?:" + Hedge.PRESENT + "\\s)?$";

    private static final Pattern UP_TO_BEFORE =
            Pattern.compile("(?:" + Hedge.UP_TO + "|최대|최고|많게는|최다)\\s*(?:a |of )?" + NOW, Pattern.CASE_INSENSITIVE);
    private static final Pattern AT_LEAST_BEFORE =
            Pattern.compile("(?:" + Hedge.AT_LEAST + "|최소|적어도|최소한)\\s*(?:a |of )?" + NOW, Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOUT_BEFORE =
            Pattern.compile("(?:" + Hedge.ABOUT + "|(?<![가-힣])약|대략|거의|대략적으로|~)\\s*" + NOW, Pattern.CASE_INSENSITIVE);
    private static final Pattern AT_LEAST_AFTER = Pattern.compile(
            "^\\s*(?:or more|or higher|-plus|\\+|이상|을 넘|를 넘|넘게|초과|을 웃도|를 웃도|을 상회)", Pattern.CASE_INSENSITIVE);
    private static final Pattern UP_TO_AFTER =
            Pattern.compile("^\\s*(?:or less|or fewer|at most|이하|미만|까지|이내)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOUT_AFTER = Pattern.compile("^\\s*(?:or so|가량|안팎|정도|쯤|내외|남짓)");

    private static final Pattern YEAR_AFTER = Pattern.compile(
            "^(?:\\s?\\([^)]{1,30}\\))?[\\s,]*(?:[\\p{L}]{1,12} )?(?:a year|per year|each year|every year|per annum|annually|yearly|annual|/yr|/year|/년)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_BEFORE = Pattern.compile(
            "(?:annual(?:ly)?|yearly|each year|per-year|연간|매년|해마다|한 해|(?<![가-힣])연)\\s*(?:[\\p{L}]{1,14}\\s){0,2}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_AFTER =
            Pattern.compile("^[\\s,]*(?:a month|per month|each month|monthly|/월)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_BEFORE = Pattern.compile("(?:monthly|월평균|매월|매달|(?<![가-힣])월)\\s*(?:약\\s*)?$");

    private Wording() {}

    static Qualifier qualifier(String text, int start, int end, boolean range) {
        if (range) {
            return Qualifier.RANGE;
        }
        String before = before(text, start, HEDGE_REACH);
        String after = after(text, end);
        if (AT_LEAST_BEFORE.matcher(before).find()
                || AT_LEAST_AFTER.matcher(after).find()) {
            return Qualifier.AT_LEAST;
        }
        if (UP_TO_BEFORE.matcher(before).find() || UP_TO_AFTER.matcher(after).find()) {
            return Qualifier.UP_TO;
        }
        return ABOUT_BEFORE.matcher(before).find() || ABOUT_AFTER.matcher(after).find()
                ? Qualifier.ABOUT
                : Qualifier.EXACTLY;
    }

    static @Nullable String per(String text, int start, int end) {
        String before = before(text, start, REACH);
        String after = after(text, end);
        if (YEAR_AFTER.matcher(after).find() || YEAR_BEFORE.matcher(before).find()) {
            return "year";
        }
        return MONTH_AFTER.matcher(after).find() || MONTH_BEFORE.matcher(before).find() ? "month" : null;
    }

    private static String before(String text, int start, int reach) {
        return text.substring(Math.max(0, start - reach), start);
    }

    private static String after(String text, int end) {
        return text.substring(end, Math.min(text.length(), end + REACH + 20));
    }
}
