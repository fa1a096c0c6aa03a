package org.bellwether.web.text;

import java.util.List;
import java.util.stream.Stream;
import org.bellwether.events.SourceStatus;
import org.bellwether.events.SourceStatus.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a feed, or worth knowing of it.
 *
 * @param words in the reader's language; empty where there are none for it
 * @param detail as the ingest service says it, in English, with the way out
 */
public record Finding(String words, String detail) {

    /** All that a feed reports. */
    public static List<Finding> of(SourceStatus source, FixedWords words) {
        @Nullable List<Condition> conditions = source.conditions();
        if (conditions == null) {
            return Stream.ofNullable(source.diagnosis())
                    .map(diagnosis -> new Finding("", diagnosis))
                    .toList();
        }
        return of(conditions, words);
    }

    /** Of each condition one. */
    public static List<Finding> of(List<Condition> conditions, FixedWords words) {
        return conditions.stream()
                .map(condition -> of(condition.code(), condition.message(), words))
                .toList();
    }

    /** One of them by its code. */
    public static Finding of(String code, String detail, FixedWords words) {
        return new Finding(words.find("condition_" + code).orElse(""), detail);
    }
}
