package org.bellwether.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.bellwether.ingest.backend.MongoTrouble;
import org.bellwether.ingest.backend.StoreRefusedException;
import org.bellwether.ingest.push.MongoSubscriptions;
import org.bellwether.ingest.push.Subscriber;
import org.bellwether.ingest.push.Terms;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers get from a store that is there and says no. */
class StoreRefusesNowTest {

    private static final int NO_RIGHT = 13;

    @ParameterizedTest
    @CsvSource({"14031, 507, make room on its disk", "13, 503, rights of the user", "59, 503, rights of the user"})
    void theWayOutIsNamedAndTheStoresOwnWordsAreNot(int code, int status, String wayOut) {
        StoreRefusedException refused = (StoreRefusedException) MongoTrouble.of(told(code));

        try (Response answer = new StoreRefusesNow().toResponse(refused)) {
            assertThat(answer.getStatus()).isEqualTo(status);
            assertThat(answer.getMediaType()).hasToString("application/problem+json");
            assertThat(answer.getEntity())
                    .isInstanceOfSatisfying(
                            HttpProblem.class,
                            problem -> assertThat(problem.getDetail())
                                    .startsWith("MongoDB ")
                                    .contains(wayOut)
                                    .doesNotContain("secret words"));
        }
    }

    @Test
    void whatElseIsKnownOfAFeedIsShownAllTheSame() {
        Terms terms = new Terms(URI.create("https://ingest.example.org"), Duration.ofDays(1));
        InstantSource clock = InstantSource.system();
        Subscriber subscriber = new Subscriber(new MongoSubscriptions(refusing()), terms, clock);
        assertThatThrownBy(() -> subscriber.of("post")).isInstanceOf(StoreRefusedException.class);

        assertThat(new FeedPushes(subscriber, clock).of("post")).isEmpty();
    }

    private static MongoDatabase refusing() {
        MongoCollection<?> collection = standIn(MongoCollection.class, (proxy, method, arguments) -> {
            throw told(NO_RIGHT);
        });
        return standIn(MongoDatabase.class, (proxy, method, arguments) -> collection);
    }

    private static <T> T standIn(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static MongoCommandException told(int code) {
        return new MongoCommandException(
                new BsonDocument("ok", new BsonInt32(0))
                        .append("code", new BsonInt32(code))
                        .append("errmsg", new BsonString("secret words")),
                new ServerAddress());
    }
}
