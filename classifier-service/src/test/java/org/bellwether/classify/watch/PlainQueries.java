package org.bellwether.classify.watch;

import java.util.List;
import java.util.stream.Stream;
import org.bellwether.classify.match.PlainPatterns;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.classify.watch.Clause.Scope;

/** Runs every query, each by its definition: an oracle. */
record PlainQueries(AnalysedText title, AnalysedText text, String language, List<String> sources) {

    boolean holds(Clause clause) {
        if (clause instanceof Clause.All all) {
            return all.clauses().stream().allMatch(this::holds);
        }
        if (clause instanceof Clause.Any any) {
            return any.clauses().stream().anyMatch(this::holds);
        }
        if (clause instanceof Clause.Not not) {
            return !holds(not.clause());
        }
        if (clause instanceof Clause.Language wanted) {
            return language.equals(wanted.tag());
        }
        if (clause instanceof Clause.Source source) {
            return sources.contains(source.id());
        }
        Clause.Words words = (Clause.Words) clause;
        return fields(words.scope())
                .anyMatch(field -> !new PlainPatterns(field, position -> 0)
                        .spans(words.pattern())
                        .isEmpty());
    }

    private Stream<AnalysedText> fields(Scope scope) {
        return switch (scope) {
            case ANYWHERE -> Stream.of(title, text);
            case TITLE -> Stream.of(title);
            case TEXT -> Stream.of(text);
        };
    }
}
