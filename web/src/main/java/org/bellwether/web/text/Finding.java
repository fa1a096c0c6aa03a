package org.bellwether.web.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bellwether.events.SourceStatus;
import org.bellwether.events.SourceStatus.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a feed, or worth knowing of it.
 *
 * @param words in the reader's language; empty where there are none for it
 * @param detail as the ingest service says it, in English, with the way out; times are in the reader's zone
 */
public record Finding(String words, String detail) {

    /** Not within an address. */
    private static final Pattern TIME =
            Pattern.compile("(?<![^\\s(])\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z(?![A-Za-z0-9])");

    /** All that a feed reports. */
    public static List<Finding> of(SourceStatus source, FixedWords words, Times times) {
        @Nullable List<Condition> conditions = source.conditions();
        if (conditions == null) {
            return Stream.ofNullable(source.diagnosis())
                    .map(diagnosis -> new Finding("", inZone(diagnosis, times)))
                    .toList();
        }
        return of(conditions, words, times);
    }

    /** Of each condition one. */
    public static List<Finding> of(List<Condition> conditions, FixedWords words, Times times) {
        return conditions.stream()
                .map(condition -> of(condition.code(), inZone(condition.message(), times), words))
                .toList();
    }

    /** One of them by its code. */
    public static Finding of(String code, String detail, FixedWords words) {
        return new Finding(words.find("condition_" + code).orElse(""), detail);
    }

    private static String inZone(String english, Times times) {
        return TIME.matcher(PollReason.withLengths(english))
                .replaceAll(time -> Matcher.quoteReplacement(inZone(time, times)));
    }

    private static String inZone(MatchResult time, Times times) {
        try {
            return times.full(Instant.parse(time.group()));
        } catch (DateTimeException e) {
            return time.group();
        }
    }
}
