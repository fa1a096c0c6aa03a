package org.bellwether.ingest.parse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as programs put them together wrongly, or people put them down, brought into a form that {@link Dates} knows. */
final class DateSpellings {

    private static final Pattern WEEKDAY = Pattern.compile(
            "^(?:mon|tue|wed|thu|fri|sat|sun|월|화|수|목|금|토|일|[月火水木金土日](?=[,\\s]))\\p{L}*\\.?\\s?,?\\s*(?=\\S)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY_WEEKDAY = Pattern.compile(
            "^\\p{L}[\\p{L}\\p{M}]+(?:\\.?,\\s*(?=\\d)|\\.?\\s+(?=\\d{1,2}\\.?\\s+\\p{L}{3}))",
            Pattern.CASE_INSENSITIVE);

    /** RFC 2822 §3.2.3 lets them stand anywhere. */
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

    private static final Pattern WEEKDAY_OF_EAST_ASIA = Pattern.compile(
            "\\(?[월화수목금토일]요일\\)?,?|\\([월화수목금토일]\\)" + "|\\(?[月火水木金土日]曜日?\\)?,?|\\([月火水木金土日]\\)|(?:星期|周|週)[一二三四五六日天]");
    private static final Pattern DATE_OF_EAST_ASIA =
            Pattern.compile("(\\d{2,4})[년年]\\s*(\\d{1,2})[월月]\\s*(\\d{1,2})[일日]");
    private static final Pattern YEAR_LAST_OF_EAST_ASIA =
            Pattern.compile("(\\d{1,2})[월月]\\s*(\\d{1,2})[일日],?\\s*(\\d{4})(?!\\d)[년年]?");

    /** Behind a time without an offset such a comment is its zone. */
    private static final Pattern BRACKETED_ZONE = Pattern.compile(
            "(?<=\\d:\\d{2})(?<![+-]\\d{1,2}:\\d{2}) ?\\(([a-z]{2,5}(?: ?[+-]\\d{1,2}(?::?\\d{2})?)?)\\)$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FULL_WIDTH = Pattern.compile("[\\uFF01-\\uFF5E]");
    private static final int FULL_WIDTH_FROM_ASCII = 0xFEE0;

    private static final Pattern MONTH_OF_EAST_ASIA = Pattern.compile("(\\d{1,2})[월月]");

    /** The forms try white space in many ways, which takes for ever where there is much of it. */
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u3000]+");

    private static final String AFTER_DAY = "(?<=\\d{4},? |-\\d{2}[ T])";
    private static final String AFTER_TIME = "(?=$|Z| ?[+-]\\d| [a-z])";
    private static final Map<Pattern, String> MENDS = mends();

    private DateSpellings() {}

    /** Without what says nothing new: the day of the week, comments, and the words for year, month and day in East Asia. */
    static String normalised(String stated) {
        String text = SPACES.matcher(stated.strip()).replaceAll(" ");
        text = FULL_WIDTH
                .matcher(text)
                .replaceAll(wide ->
                        Matcher.quoteReplacement(Character.toString(wide.group().charAt(0) - FULL_WIDTH_FROM_ASCII)));
        text = WEEKDAY_OF_EAST_ASIA.matcher(text).replaceAll("");
        text = DATE_OF_EAST_ASIA.matcher(text).replaceAll("$1-$2-$3 ");
        text = YEAR_LAST_OF_EAST_ASIA.matcher(text).replaceAll("$3-$1-$2 ");
        text = MONTH_OF_EAST_ASIA.matcher(text).replaceAll("$1");
        text = BRACKETED_ZONE.matcher(text).replaceFirst(" $1");
        text = text.indexOf('(') < 0
                ? text
                : COMMENT.matcher(text).replaceAll(" ").strip();
        text = WEEKDAY.matcher(text).replaceFirst("");
        text = ANY_WEEKDAY.matcher(text).replaceFirst("");
        return text.strip();
    }

    /** The text itself where it is spelt in none of these ways. */
    static String mended(String text) {
        String mended = text;
        for (Map.Entry<Pattern, String> mend : MENDS.entrySet()) {
            mended = mend.getKey().matcher(mended).replaceFirst(mend.getValue());
        }
        return mended;
    }

    private static Map<Pattern, String> mends() {
        Map<Pattern, String> mends = new LinkedHashMap<>();
        // What it is the date of.
        put(mends, "^(?:기사\\s?)?(?:입력|등록|작성|수정|승인|게시|발행)(?:일시|일자|시간|일)?\\s*:?\\s*(?=\\d)", "");
        // All in one word.
        put(mends, "^(\\d{1,2})([a-z]{3,9})(\\d{4})", "$1 $2 $3");
        // The time first.
        put(
                mends,
                "^((?:(?:오전|오후|午前|午後|上午|下午) ?)?\\d{1,2}(?::\\d{2}){1,2}(?: ?[ap]m)?),? "
                        + "(\\d{4}[-./] ?\\d{1,2}[-./] ?\\d{1,2}\\.?)(?=$| )",
                "$2 $1");
        put(mends, "^(\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[ap]m)?),? (?:on )?(.{0,40}?\\d{4})(?!\\d)", "$2 $1");
        // Something drawn between the day and the time.
        put(mends, "(?<=\\d\\.?) ?[/|] (?=(?:오전 ?|오후 ?)?\\d{1,2}:\\d{2})", " ");
        // The midnight of a day, and then the time.
        put(mends, "(?<=\\d )00:00:00(?:\\.0+)? (?=\\d{1,2}:\\d{2})", "");
        // With points or dashes where colons belong.
        put(mends, AFTER_DAY + "(\\d{1,2})\\.(\\d{2})\\.(\\d{2})" + AFTER_TIME, "$1:$2:$3");
        put(mends, AFTER_DAY + "(\\d{1,2})\\.(\\d{2})" + AFTER_TIME, "$1:$2");
        put(mends, "(?<=-\\d{2}T)(\\d{2})-(\\d{2})-(\\d{2})", "$1:$2:$3");
        // Only the hour.
        put(mends, "(?<=\\d{4} |-\\d{2}T)(\\d{2})(?=Z$| ?[+-]\\d{2}:?\\d{2}$)", "$1:00");
        // An offset with too much before it, after it or in it, or too little.
        put(mends, "(?<=\\d) ?:(?=[+-]\\d{2}:?\\d{2}$)", "");
        put(mends, "([+-])0(?=\\d{2}:\\d{2}$)", "$1");
        put(mends, "--(?=\\d{2}:?\\d{2}$)", "-");
        put(mends, "(?<=[+-]\\d{2}:?\\d{2}) ?(?:Z|:00)$", "");
        put(mends, "(?<=:\\d{2}:\\d{2}):00$", "");
        put(mends, "(?<=:\\d{2}) 00(?:00)?$", " Z");
        return mends;
    }

    private static void put(Map<Pattern, String> mends, String wrong, String right) {
        mends.put(Pattern.compile(wrong, Pattern.CASE_INSENSITIVE), right);
    }
}
