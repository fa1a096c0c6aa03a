package org.bellwether.classify.impact;

import java.util.List;
import org.bellwether.settings.Fault;

/** What came of trying a draft. */
public sealed interface ImpactOutcome {

    /** It was held against the taxonomy in force. */
    record Studied(Impact impact) implements ImpactOutcome {}

    /** It is no taxonomy that could be in force. */
    record Refused(List<Fault> faults) implements ImpactOutcome {}

    /** Another draft is being tried. */
    record Busy() implements ImpactOutcome {}
}
