package org.bellwether.alert.indicator;

import java.time.Duration;
import org.bellwether.web.text.Language;
import org.bellwether.web.text.Lengths;

/** Counts and lengths of time as both languages write them. */
final class Words {
    private Words() {}

    static String english(Duration length) {
        if (inDays(length)) {
            return length.toDays() + " days";
        }
        return inHours(length) ? length.toHours() + " hours" : Lengths.of(length, Language.EN);
    }

    static String korean(Duration length) {
        if (inDays(length)) {
            return length.toDays() + "일";
        }
        return inHours(length) ? length.toHours() + "시간" : Lengths.of(length, Language.KO);
    }

    static String publishers(int count) {
        return count == 1 ? "1 independent publisher" : count + " independent publishers";
    }

    private static boolean inDays(Duration length) {
        return length.compareTo(Duration.ofDays(2)) > 0 && length.equals(Duration.ofDays(length.toDays()));
    }

    /** One hour is said as any other length is. */
    private static boolean inHours(Duration length) {
        return length.toHours() > 1 && length.equals(Duration.ofHours(length.toHours()));
    }
}
