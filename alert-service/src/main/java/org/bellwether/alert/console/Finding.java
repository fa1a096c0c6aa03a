package org.bellwether.alert.console;

import java.util.List;
import java.util.stream.Stream;
import org.bellwether.alert.text.Language;
import org.bellwether.alert.text.Words;
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

    static List<Finding> of(SourceStatus source, Language language) {
        @Nullable List<Condition> conditions = source.conditions();
        if (conditions == null) {
            return Stream.ofNullable(source.diagnosis())
                    .map(diagnosis -> new Finding("", diagnosis))
                    .toList();
        }
        return conditions.stream()
                .map(condition -> new Finding(
                        Words.in(language).find("condition_" + condition.code()).orElse(""), condition.message()))
                .toList();
    }
}
