package org.bellwether.ingest.push;

import java.util.List;
import org.bellwether.events.SourceStatus.Condition;

/**
 * What a feed's subscription means for its polling.
 *
 * @param pushed whether pushes work, so that it needs to be polled but seldom
 * @param conditions what is wrong with its pushes, if anything
 */
public record Standing(boolean pushed, List<Condition> conditions) {

    /** It is polled, and nothing else is known. */
    public static final Standing POLLED = new Standing(false, List.of());

    public Standing {
        conditions = List.copyOf(conditions);
    }
}
