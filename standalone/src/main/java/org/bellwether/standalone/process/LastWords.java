package org.bellwether.standalone.process;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process that ended said last, without the frames of stack traces and the prefixes of its log. */
final class LastWords {

    // 2026-11-20 12:00:00,000 ERROR [logger] (thread) message
    private static final Pattern LOGGED =
            Pattern.compile("^\\d{4}-\\d\\d-\\d\\d \\S+ +(?<level>[A-Z]+) +\\[[^]]*] \\([^)]*\\) (?<words>.*)$");
    private static final Pattern FRAME = Pattern.compile("^\\s+(at |\\.\\.\\. \\d+ ).*|^\\s*$");
    private static final Pattern CAUSE = Pattern.compile("^(\\s*Caused by|\\s*Suppressed|\\s*Resulted in): .*");

    private static final int BY_SIGNAL = 128;

    private LastWords() {}

    /**
     * What says most about why: the signal that ended it, else the first error logged, else the last thing printed
     * without a log prefix.
     */
    static String reason(int exitCode, List<String> lines) {
        return switch (exitCode) {
            // Whatever it logged before has nothing to do with that.
            case BY_SIGNAL + 9 -> "it was killed (SIGKILL), by somebody or by the system for want of memory";
            case BY_SIGNAL + 15 -> "somebody told it to stop (SIGTERM)";
            default -> reason(lines);
        };
    }

    private static String reason(List<String> lines) {
        String plain = "";
        String error = "";
        String logged = "";
        for (String line : lines) {
            Matcher matcher = LOGGED.matcher(line);
            if (matcher.matches()) {
                logged = matcher.group("words");
                boolean bad = matcher.group("level").equals("ERROR")
                        || matcher.group("level").equals("FATAL");
                error = bad && error.isEmpty() ? logged : error;
            } else if (!FRAME.matcher(line).matches() && !CAUSE.matcher(line).matches()) {
                plain = line.strip();
            }
        }
        String said = error.isEmpty() ? plain : error;
        said = said.isEmpty() ? logged : said;
        return said.isEmpty() ? "it said nothing" : said;
    }

    /** The last lines worth reading, oldest first. */
    static List<String> tail(List<String> lines, int most) {
        List<String> telling =
                lines.stream().filter(line -> !FRAME.matcher(line).matches()).toList();
        return telling.subList(Math.max(0, telling.size() - most), telling.size());
    }
}
