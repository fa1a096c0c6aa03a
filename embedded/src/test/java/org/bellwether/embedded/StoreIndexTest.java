package org.bellwether.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreIndexTest {

    private final MVStore memory = MVStore.open(null);
    private final StoreIndex index = new StoreIndex(
            memory.openMap("ids", new MVMap.Builder<KeyValue, Object>().keyType(BsonType.KEY)),
            "_id_",
            List.of(new IndexKey("_id", true)),
            false);

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void answersWhereTheQuerySaysMoreThanItsKey() {
        index.putKeyPosition(new KeyValue("a"), "a");
        Document guard = new Document("$lte", 3);

        assertAnswers(new Document("_id", "a"));
        assertAnswers(new Document("_id", "a").append("version", guard));
        assertAnswers(new Document("$and", List.of(new Document("_id", "a"), new Document("version", guard))));
    }

    @Test
    void leavesAQueryThatDoesNotNameItsKey() {
        assertThat(index.canHandle(new Document("version", 3))).isFalse();
        assertThat(index.canHandle(new Document("$or", List.of(new Document("_id", "a")))))
                .isFalse();
    }

    private void assertAnswers(Document query) {
        assertThat(index.canHandle(query)).isTrue();
        assertThat(index.getPositions(query)).containsExactly("a");
    }
}
