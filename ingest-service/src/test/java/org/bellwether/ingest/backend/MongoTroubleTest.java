package org.bellwether.ingest.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedStore;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MongoTroubleTest {

    private static final ServerAddress STORE = new ServerAddress();

    static Stream<RuntimeException> absences() {
        return Stream.of(
                new MongoTimeoutException("no server in time"),
                new MongoSocketReadTimeoutException("no answer in time", STORE, new IOException("timeout")),
                told(91, "shutdown in progress"),
                told(10107, "not primary"),
                told(262, "exceeded time limit"),
                of(11600, 91));
    }

    static Stream<RuntimeException> refusals() {
        return Stream.of(
                told(59, "no such command"),
                told(13, "not authorized"),
                told(10334, "object too large"),
                told(14031, "out of disk space"),
                of(11000),
                of(91, 11000),
                new MongoException("anything else"),
                new BsonMaximumSizeExceededException("too large to be sent"));
    }

    @ParameterizedTest
    @MethodSource("absences")
    void aStoreThatDoesNotAnswerIsAway(RuntimeException failure) {
        assertThat(MongoTrouble.of(failure)).isInstanceOf(BackendAwayException.class);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void oneThatAnswersNoIsNot(RuntimeException failure) {
        assertThat(MongoTrouble.of(failure))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageStartingWith("the store refuses: ");
    }

    @Test
    void aRealStoreRefusesADocumentTwiceAndIsAwayWhenItIsStopped(@TempDir Path directory) throws IOException {
        EmbeddedStore store = EmbeddedStore.start(directory, Address.free());
        try (MongoClient client = MongoClients.create(store.connectionString() + "/?serverSelectionTimeoutMS=500")) {
            MongoShelf shelf = new MongoShelf(client.getDatabase("any"), "things", "at");
            shelf.tell(things -> things.insertOne(new Document("_id", 1)));
            assertThatThrownBy(() -> shelf.tell(things -> things.insertOne(new Document("_id", 1))))
                    .isInstanceOf(StoreRefusedException.class);
            store.close();
            assertThatThrownBy(() -> shelf.ask(things -> things.countDocuments()))
                    .isInstanceOf(BackendAwayException.class);
        }
    }

    private static MongoException told(int code, String message) {
        return new MongoCommandException(
                new BsonDocument("ok", new BsonInt32(0))
                        .append("code", new BsonInt32(code))
                        .append("errmsg", new BsonString(message)),
                STORE);
    }

    private static MongoException of(int... codes) {
        List<BulkWriteError> errors = IntStream.of(codes)
                .mapToObj(code -> new BulkWriteError(code, "error " + code, new BsonDocument(), 0))
                .toList();
        return new MongoBulkWriteException(
                BulkWriteResult.acknowledged(0, 0, 0, 0, List.of(), List.of()), errors, null, STORE, Set.of());
    }
}
