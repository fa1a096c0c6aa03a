package org.bellwether.web.text;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.events.SourceStatus;
import org.bellwether.events.SourceStatus.PollCause;
import org.jspecify.annotations.Nullable;

/**
 * Why a feed is polled next when it is: in the reader's words where the cause is known here, else as the ingest service says
 * it in English, with lengths of time in words.
 *
 * @param words possibly empty
 * @param language they are in
 */
public record PollReason(String words, Language language) {

    private static final Pattern LENGTH =
            Pattern.compile("\\bP(?:\\d+D)?(?:T(?:\\d+(?:\\.\\d+)?[HMS])+)?(?![A-Za-z0-9])");

    /** Why the feed is. */
    public static PollReason of(SourceStatus source, FixedWords words) {
        String given = source.nextPollReason() == null ? "" : source.nextPollReason();
        return of(source.nextPollCause(), source.consecutiveFailures(), given, words);
    }

    /**
     * Why a feed is.
     *
     * @param failures of its polls in a row
     * @param given the same reason in English
     */
    public static PollReason of(@Nullable PollCause cause, int failures, String given, FixedWords words) {
        if (cause != null) {
            String length = cause.length() == null ? "" : inWords(cause.length(), words.language());
            Optional<String> known = words.find("poll_" + cause.code(), length, failures);
            if (known.isPresent()) {
                return new PollReason(known.get(), words.language());
            }
        }
        return new PollReason(withLengths(given), Language.EN);
    }

    /** What the ingest service says in English, with lengths of time in words. */
    static String withLengths(String english) {
        return LENGTH.matcher(english).replaceAll(PollReason::inEnglish);
    }

    private static String inEnglish(MatchResult length) {
        return Matcher.quoteReplacement(inWords(length.group(), Language.EN));
    }

    private static String inWords(String iso, Language language) {
        try {
            return Lengths.of(Duration.parse(iso.toUpperCase(Locale.ROOT)), language);
        } catch (DateTimeParseException e) {
            return iso;
        }
    }
}
