package org.bellwether.ingest.backend;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.bulk.BulkWriteError;
import java.util.Set;

/** Tells a store that is away from one that is there and refuses: waiting helps with the one, and hides the other. */
public final class MongoTrouble {

    private static final String RETRYABLE_WRITE = "RetryableWriteError";
    private static final int OUT_OF_DISK_SPACE = 14031;

    /**
     * What servers say of themselves and not of what they were asked: timeouts, locks, connections to other members, shutting down, stepping
     * down (the codes that drivers retry, and those of the server's own category of retriable errors).
     */
    private static final Set<Integer> OF_THE_MOMENT = Set.of(
            6, 7, 24, 43, 46, 50, 64, 89, 91, 112, 134, 175, 189, 202, 262, 290, 317, 358, 384, 9001, 10058, 10107,
            11600, 11601, 11602, 13435, 13436);

    private MongoTrouble() {}

    /** What to throw for a failure of the driver: {@link BackendAwayException} or {@link StoreRefusedException}. */
    public static RuntimeException of(RuntimeException failure) {
        return isAbsence(failure)
                ? BackendAwayException.store(failure)
                : new StoreRefusedException(failure, isOfAFullDisk(failure));
    }

    private static boolean isOfAFullDisk(RuntimeException failure) {
        return failure instanceof MongoBulkWriteException bulk
                ? bulk.getWriteErrors().stream().anyMatch(error -> error.getCode() == OUT_OF_DISK_SPACE)
                : failure instanceof MongoException told && told.getCode() == OUT_OF_DISK_SPACE;
    }

    private static boolean isAbsence(RuntimeException failure) {
        if (failure instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteErrors().stream().map(BulkWriteError::getCode).allMatch(OF_THE_MOMENT::contains);
        }
        return failure instanceof MongoSocketException
                || failure instanceof MongoClientException
                || failure instanceof MongoInterruptedException
                || failure instanceof MongoNotPrimaryException
                || failure instanceof MongoNodeIsRecoveringException
                || (failure instanceof MongoException told
                        && (told.hasErrorLabel(RETRYABLE_WRITE) || OF_THE_MOMENT.contains(told.getCode())));
    }
}
