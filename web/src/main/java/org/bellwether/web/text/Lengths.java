package org.bellwether.web.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lengths of time as each language writes them: {@code 1 h 30 min} and {@code 1시간 30분}. */
public final class Lengths {

    private static final List<String> ENGLISH = List.of(" d", " h", " min", " s");
    private static final List<String> KOREAN = List.of("일", "시간", "분", "초");
    private static final int MILLIS = 1_000;

    private Lengths() {}

    /** The two largest parts that are not zero; what is shorter than a second in decimals. */
    public static String of(Duration length, Language language) {
        List<String> units = language == Language.KO ? KOREAN : ENGLISH;
        List<Long> parts = List.of(length.toDays(), (long) length.toHoursPart(), (long) length.toMinutesPart(), (long)
                length.toSecondsPart());
        List<String> said = new ArrayList<>();
        for (int i = 0; i < parts.size() && said.size() < 2; i++) {
            if (parts.get(i) > 0) {
                said.add(parts.get(i) + units.get(i));
            }
        }
        return said.isEmpty()
                ? (double) length.toMillis() / MILLIS + units.get(units.size() - 1)
                : String.join(" ", said);
    }
}
