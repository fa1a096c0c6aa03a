package org.bellwether.web.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
 * @param detail with the way out and with times in the reader's zone: in the reader's language where there are words for it,
 *     else as the ingest service says it, in English
 * @param language of the detail
 */
public record Finding(String words, String detail, Language language) {

    /** Not within an address. */
    private static final Pattern TIME =
            Pattern.compile("(?<![^\\s(])\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z(?![A-Za-z0-9])");

    /** With a detail in English. */
    public Finding(String words, String detail) {
        this(words, detail, Language.EN);
    }

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
        return conditions.stream().map(condition -> of(condition, words, times)).toList();
    }

    /** One of them by its code. */
    public static Finding of(String code, String detail, FixedWords words) {
        return new Finding(words.find("condition_" + code).orElse(""), detail);
    }

    private static Finding of(Condition condition, FixedWords words, Times times) {
        @Nullable List<String> figures = condition.figures();
        if (figures != null) {
            Object[] said = figures.stream()
                    .map(figure -> said(figure, words.language(), times))
                    .toArray();
            // Of one code there may be more to tell or less: how much says which of its sentences it is.
            Optional<String> detail = words.find("detail_" + condition.code() + "_" + said.length, said);
            if (detail.isPresent()) {
                String known = words.find("condition_" + condition.code()).orElse("");
                return new Finding(known, detail.get(), words.language());
            }
        }
        return of(condition.code(), inZone(condition.message(), times), words);
    }

    private static String said(String figure, Language language, Times times) {
        try {
            return figure.startsWith("P") ? Lengths.of(Duration.parse(figure), language) : inZone(figure, times);
        } catch (DateTimeException e) {
            return figure;
        }
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

    /** BCP 47 of the detail. */
    public String lang() {
        return language.tag();
    }
}
