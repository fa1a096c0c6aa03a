package org.bellwether.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreFailuresTest {

    private static final ServerAddress SERVER = new ServerAddress();

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # code, passes
                    121,    false
                    10334,  false
                    17419,  false
                    17420,  false
                    64,     true
                    189,    true
                    10107,  true
                    11000,  true
                    11602,  true
                    """)
    void onlyWhatIsSaidOfTheDocumentItselfIsFinal(int code, boolean passes) {
        assertThat(StoreFailures.pass(
                        new MongoWriteException(new WriteError(code, "said", new BsonDocument()), SERVER, Set.of())))
                .isEqualTo(passes);
        assertThat(StoreFailures.pass(bulk(List.of(new BulkWriteError(code, "said", new BsonDocument(), 0)))))
                .isEqualTo(passes);
    }

    @Test
    void aWriteConcernThatIsNotMetPasses() {
        assertThat(StoreFailures.pass(bulk(List.of()))).isTrue();
    }

    @Test
    void aStoreThatIsAwayPassesButAFaultOfOursDoesNot() {
        assertThat(StoreFailures.pass(new MongoSocketException("away", SERVER))).isTrue();
        assertThat(StoreFailures.pass(new IllegalStateException("ours"))).isFalse();
    }

    private static MongoBulkWriteException bulk(List<BulkWriteError> errors) {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(),
                errors,
                new WriteConcernError(64, "WriteConcernTimeout", "waiting for replication", new BsonDocument()),
                SERVER,
                Set.of());
    }
}
