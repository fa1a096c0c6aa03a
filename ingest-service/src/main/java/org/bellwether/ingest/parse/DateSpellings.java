package org.bellwether.ingest.parse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Dates as programs put them together wrongly, or people put them down, brought into a form that {@link Dates} knows. */
final class DateSpellings {

    private static final String AFTER_DAY = "(?<=\\d{4},? |-\\d{2}[ T])";
    private static final String AFTER_TIME = "(?=$|Z| ?[+-]\\d| [a-z])";
    private static final Map<Pattern, String> MENDS = mends();

    private DateSpellings() {}

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
        // The time first.
        put(mends, "^(\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[ap]m)?),? (?:on )?(.{0,40}?\\d{4})(?!\\d)", "$2 $1");
        // The midnight of a day, and then the time.
        put(mends, "(?<=\\d )00:00:00(?:\\.0+)? (?=\\d{1,2}:\\d{2})", "");
        // With points or dashes where colons belong.
        put(mends, AFTER_DAY + "(\\d{1,2})\\.(\\d{2})\\.(\\d{2})" + AFTER_TIME, "$1:$2:$3");
        put(mends, AFTER_DAY + "(\\d{1,2})\\.(\\d{2})" + AFTER_TIME, "$1:$2");
        put(mends, "(?<=-\\d{2}T)(\\d{2})-(\\d{2})-(\\d{2})", "$1:$2:$3");
        // Only the hour.
        put(mends, "(?<=\\d{4} )(\\d{2})(?= [+-]\\d{2}:?\\d{2}$)", "$1:00");
        // An offset with too much before it, after it or in it, or too little.
        put(mends, "(?<=\\d) ?:(?=[+-]\\d{2}:?\\d{2}$)", "");
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
