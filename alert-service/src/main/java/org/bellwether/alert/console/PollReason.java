package org.bellwether.alert.console;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.alert.text.Language;
import org.bellwether.alert.text.Lengths;
import org.bellwether.alert.text.Words;
import org.bellwether.events.SourceStatus;

/**
 * Why a feed is polled next when it is. The ingest service says so in English, with lengths of time in ISO 8601; the
 * reasons it has are known here in the reader's words, any other is shown as it is with its lengths in words.
 *
 * @param words possibly empty
 * @param language they are in
 */
record PollReason(String words, Language language) {

    private static final Pattern LENGTH =
            Pattern.compile("\\bP(?:\\d+D)?(?:T(?:\\d+(?:\\.\\d+)?[HMS])+)?(?![A-Za-z0-9])");
    private static final List<Known> KNOWN = List.of(
            new Known("poll_first", Pattern.compile("first poll")),
            new Known("poll_resumed", Pattern.compile("every (?<length>P\\S+), last polled before the restart")),
            new Known("poll_every", Pattern.compile("every (?<length>P\\S+)")),
            new Known("poll_asked", Pattern.compile("the server asked to wait (?<length>P\\S+) \\(.*\\)")),
            new Known("poll_waits", Pattern.compile("waits (?<length>P\\S+) after .*")));

    /** A reason the ingest service has, and the key of our words for it. */
    private record Known(String key, Pattern pattern) {}

    static PollReason of(SourceStatus source, Language language) {
        String given = source.nextPollReason() == null ? "" : source.nextPollReason();
        for (Known known : KNOWN) {
            Matcher matcher = known.pattern().matcher(given);
            if (matcher.matches()) {
                String length = matcher.groupCount() == 0 ? "" : inWords(matcher.group("length"), language);
                return new PollReason(
                        Words.in(language).of(known.key(), length, source.consecutiveFailures()), language);
            }
        }
        return new PollReason(LENGTH.matcher(given).replaceAll(PollReason::inEnglish), Language.EN);
    }

    private static String inEnglish(MatchResult length) {
        return Matcher.quoteReplacement(inWords(length.group(), Language.EN));
    }

    private static String inWords(String iso, Language language) {
        try {
            return Lengths.of(Duration.parse(iso.toUpperCase(Locale.ROOT)), language);
        } catch (DateTimeException e) {
            return iso;
        }
    }
}
