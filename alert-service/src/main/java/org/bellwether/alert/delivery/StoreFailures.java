package org.bellwether.alert.delivery;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import java.util.Set;

/** Which failures of the store waiting can mend. */
final class StoreFailures {

    /**
     * What the server says about the document itself: validation (121), and its size (10334, 17419, 17420). Any other
     * code speaks of the server's own condition, also where the driver calls it a failure of the write: a primary that
     * steps down, a write concern that is not met.
     */
    private static final Set<Integer> THE_DOCUMENT_IS_TO_BLAME = Set.of(121, 10_334, 17_419, 17_420);

    private StoreFailures() {}

    /** Whether trying again later can help. */
    static boolean pass(Throwable failure) {
        if (failure instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteErrors().stream()
                    .noneMatch(error -> THE_DOCUMENT_IS_TO_BLAME.contains(error.getCode()));
        }
        return failure instanceof MongoException store && !THE_DOCUMENT_IS_TO_BLAME.contains(store.getCode());
    }
}
