package org.bellwether.classify.taxonomy;

import java.util.List;

/** A taxonomy that is refused, with everything found wrong in it. */
public final class InvalidTaxonomyException extends Exception {
    private static final long serialVersionUID = 1L;

    // Exceptions are serialisable by inheritance only; nobody serialises this one.
    private final transient List<Violation> violations;

    public InvalidTaxonomyException(List<Violation> violations) {
        super(violations.get(0) + (violations.size() > 1 ? " (and " + (violations.size() - 1) + " more)" : ""));
        this.violations = List.copyOf(violations);
    }

    /** In the order of the file. */
    public List<Violation> violations() {
        return violations;
    }
}
