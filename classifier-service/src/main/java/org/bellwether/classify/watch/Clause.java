package org.bellwether.classify.watch;

import java.util.List;
import org.bellwether.classify.match.Pattern;

/** A query as a tree. */
public sealed interface Clause {

    /** Which fields words are looked for in. */
    enum Scope {
        ANYWHERE,
        TITLE,
        TEXT
    }

    /** All of them hold. */
    record All(List<Clause> clauses) implements Clause {
        public All {
            clauses = List.copyOf(clauses);
        }
    }

    /** At least one holds. */
    record Any(List<Clause> clauses) implements Clause {
        public Any {
            clauses = List.copyOf(clauses);
        }
    }

    /** It does not hold. */
    record Not(Clause clause) implements Clause {}

    /** The pattern stands in one of the fields; full stops do not part what is near, as they do in a taxonomy. */
    record Words(Pattern pattern, Scope scope) implements Clause {}

    /** The item is in this language, a lower-case BCP 47 tag or the beginning of one. */
    record Language(String tag) implements Clause {}

    /** The item comes from this publisher or owner, by its id in lower case. */
    record Source(String id) implements Clause {}
}
