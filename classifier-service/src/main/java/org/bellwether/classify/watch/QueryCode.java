package org.bellwether.classify.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.bellwether.classify.match.Pattern;
import org.bellwether.classify.match.Pattern.AnyOf;
import org.bellwether.classify.match.Pattern.Further;
import org.bellwether.classify.match.Pattern.Near;
import org.bellwether.classify.match.Pattern.Prefix;
import org.bellwether.classify.match.Pattern.Sequence;
import org.bellwether.classify.match.Pattern.Unless;
import org.bellwether.classify.match.Pattern.Word;
import org.bellwether.classify.watch.Clause.Scope;

/**
 * A query written as numbers one after the other, words by their {@link Keys}: a query that is looked at is one read of
 * memory then, and not one for each of its words, brackets and letters. {@link QueryRun} runs it.
 *
 * <p>An operation is a head, what it needs ({@link Operation} says what), and its parts one after the other, each with a head of its own.
 */
final class QueryCode {

    /** What is to be done. */
    enum Operation {
        /** Every part holds. */
        ALL,
        /** A part holds, or stands. */
        ANY,
        /** The one part does not hold. */
        NOT,
        /** A key is held. */
        HELD,
        /** A key, of a term. */
        TERM,
        /** The key of the first letters, as many as are looked up, and that of all; the number is how many all are. */
        START,
        /** Parts side by side. */
        SEQUENCE,
        /** The same of nothing but terms. */
        PHRASE,
        /** For each further part its distance, twice, and one more where it is ordered; then the parts. */
        NEAR,
        /** The same of two terms. */
        NEAR_TERMS,
        /** The first part without the second; the number is the distance. */
        UNLESS;

        private static final Operation[] BY_NUMBER = values();
    }

    private static final Scope[] SCOPES = Scope.values();
    private static final int SCOPE_AT = 4;
    private static final int NUMBER_AT = 8;
    private static final int SIZE_AT = 32;

    private long[] code = new long[16];
    private int size;

    private QueryCode() {}

    static long[] of(Clause clause) {
        QueryCode written = new QueryCode();
        written.write(clause);
        return Arrays.copyOf(written.code, written.size);
    }

    static Operation operation(long head) {
        return Operation.BY_NUMBER[(int) head & 15];
    }

    static Scope scope(long head) {
        return SCOPES[(int) (head >>> SCOPE_AT) & 15];
    }

    /** Of parts, unless the operation says otherwise. */
    static int number(long head) {
        return (int) (head >>> NUMBER_AT) & 0xffffff;
    }

    /** Of an operation with all its parts. */
    static int size(long head) {
        return (int) (head >>> SIZE_AT);
    }

    private void write(Clause clause) {
        if (clause instanceof Clause.All all) {
            // Whether a word is there is quickly told; where it stands is asked for last.
            clauses(
                    Operation.ALL,
                    all.clauses().stream()
                            .sorted(Comparator.comparing(QueryCode::isPositional))
                            .toList());
        } else if (clause instanceof Clause.Any any) {
            clauses(Operation.ANY, any.clauses());
        } else if (clause instanceof Clause.Not not) {
            clauses(Operation.NOT, List.of(not.clause()));
        } else if (clause instanceof Clause.Language language) {
            leaf(Operation.HELD, Scope.ANYWHERE, Keys.language(language.tag()));
        } else if (clause instanceof Clause.Source source) {
            leaf(Operation.HELD, Scope.ANYWHERE, Keys.source(source.id()));
        } else {
            Clause.Words words = (Clause.Words) clause;
            write(words.pattern(), words.scope());
        }
    }

    private void write(Pattern pattern, Scope scope) {
        if (pattern instanceof Word word) {
            leaf(Operation.TERM, scope, Keys.term(word.term()));
        } else if (pattern instanceof Prefix prefix) {
            start(prefix.start(), scope);
        } else if (pattern instanceof AnyOf any) {
            patterns(Operation.ANY, any.choices(), scope);
        } else if (pattern instanceof Sequence sequence) {
            patterns(areTerms(sequence.parts()) ? Operation.PHRASE : Operation.SEQUENCE, sequence.parts(), scope);
        } else if (pattern instanceof Near near) {
            near(near, scope);
        } else {
            Unless unless = (Unless) pattern;
            int head = open();
            write(unless.wanted(), scope);
            write(unless.unwanted(), scope);
            close(head, Operation.UNLESS, scope, unless.distance());
        }
    }

    private void clauses(Operation operation, List<Clause> parts) {
        int head = open();
        parts.forEach(this::write);
        close(head, operation, Scope.ANYWHERE, parts.size());
    }

    private void patterns(Operation operation, List<Pattern> parts, Scope scope) {
        int head = open();
        parts.forEach(part -> write(part, scope));
        close(head, operation, scope, parts.size());
    }

    private void near(Near near, Scope scope) {
        int head = open();
        List<Pattern> parts = new ArrayList<>(List.of(near.first()));
        near.others().stream().map(Further::part).forEach(parts::add);
        near.others().forEach(further -> append(2L * further.distance() + (further.ordered() ? 1 : 0)));
        parts.forEach(part -> write(part, scope));
        Operation operation = parts.size() == 2 && areTerms(parts) ? Operation.NEAR_TERMS : Operation.NEAR;
        close(head, operation, scope, parts.size());
    }

    private void leaf(Operation operation, Scope scope, long key) {
        int head = open();
        append(key);
        close(head, operation, scope, 0);
    }

    private void start(String start, Scope scope) {
        int head = open();
        append(Keys.prefix(start, Math.min(start.length(), Keys.LONGEST_PREFIX)));
        append(Keys.prefix(start, start.length()));
        close(head, Operation.START, scope, start.length());
    }

    private static boolean areTerms(List<Pattern> patterns) {
        return patterns.stream().allMatch(Word.class::isInstance);
    }

    private static boolean isPositional(Clause clause) {
        if (clause instanceof Clause.Not not) {
            return isPositional(not.clause());
        }
        return clause instanceof Clause.All
                || clause instanceof Clause.Any
                || (clause instanceof Clause.Words words
                        && !(words.pattern() instanceof Word || words.pattern() instanceof Prefix));
    }

    private int open() {
        append(0);
        return size - 1;
    }

    // The numbers are read by the process that wrote them.
    @SuppressWarnings("EnumOrdinal")
    private void close(int head, Operation operation, Scope scope, int number) {
        code[head] = (long) (size - head) << SIZE_AT
                | (long) number << NUMBER_AT
                | (long) scope.ordinal() << SCOPE_AT
                | operation.ordinal();
    }

    private void append(long number) {
        if (size == code.length) {
            code = Arrays.copyOf(code, size * 2);
        }
        code[size++] = number;
    }
}
