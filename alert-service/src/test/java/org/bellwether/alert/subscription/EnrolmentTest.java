package org.bellwether.alert.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.alert.Outside;
import org.bellwether.alert.channel.ChannelKind;
import org.bellwether.alert.subscription.Subscription.State;
import org.bellwether.alert.subscription.Tokens.Purpose;
import org.bellwether.alert.text.Language;
import org.bellwether.testkit.EmbeddedStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Outside.class)
class EnrolmentTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration CONFIRM_WITHIN = Duration.ofDays(2);
    private static final String ADDRESS = "reader@example.org";
    private static final String ID = Subscription.idOf(ChannelKind.EMAIL, ADDRESS);

    @Inject
    MongoClient store;

    private final List<Notices.Kind> sent = new ArrayList<>();
    private MongoSubscriptions subscriptions;
    private SigningKey key;

    @BeforeEach
    void empty() {
        MongoDatabase database = store.getDatabase("enrolment");
        database.drop();
        subscriptions = new MongoSubscriptions(database);
        key = new SigningKey("0123456789abcdef0123456789abcdef", database);
    }

    @Test
    void whoeverAsksAgainDoesNotChangeWhatTheLinkPromised() {
        at(NOON).ask(wish("sma-demand"));
        at(NOON.plusSeconds(60)).ask(wish("usfk-below-floor"));

        assertThat(at(NOON.plusSeconds(120)).confirm(token(Purpose.CONFIRM)))
                .hasValueSatisfying(found -> assertThat(found.indicators()).containsExactly("sma-demand"));
        assertThat(sent).containsExactly(Notices.Kind.CONFIRM, Notices.Kind.CONFIRM);
    }

    @Test
    void aWishWhoseLinkHasExpiredGivesWayToANewOne() {
        at(NOON).ask(wish("sma-demand"));
        at(NOON.plus(CONFIRM_WITHIN)).ask(wish("usfk-below-floor"));

        assertThat(stored().indicators()).containsExactly("usfk-below-floor");
        assertThat(stored().since()).isEqualTo(NOON.plus(CONFIRM_WITHIN));
    }

    @Test
    void askingDoesNotUndoAnUnsubscription() {
        at(NOON).ask(wish("sma-demand"));
        at(NOON).confirm(token(Purpose.CONFIRM));
        at(NOON.plusSeconds(1)).end(token(Purpose.UNSUBSCRIBE));
        at(NOON.plusSeconds(2)).ask(wish("sma-demand"));

        assertThat(stored().state()).isEqualTo(State.PENDING);
        assertThat(stored().unsubscribedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(new Presets(List.of("email:" + ADDRESS), Language.EN).changes(List.of(stored()), NOON))
                .isEmpty();

        at(NOON.plusSeconds(3)).confirm(token(Purpose.CONFIRM));
        assertThat(stored().unsubscribedAt()).isNull();
    }

    @Test
    void whatNobodyConfirmsIsForgotten() {
        at(NOON).ask(wish("sma-demand"));

        subscriptions.expire(NOON);
        assertThat(subscriptions.byId(ID)).isPresent();
        subscriptions.expire(NOON.plusSeconds(1));
        assertThat(subscriptions.byId(ID)).isEmpty();
    }

    @Test
    void forgettingARequestDoesNotForgetTheUnsubscriptionBeforeIt() {
        at(NOON).ask(wish("sma-demand"));
        at(NOON).end(token(Purpose.UNSUBSCRIBE));
        at(NOON.plusSeconds(1)).ask(wish("sma-demand"));

        subscriptions.expire(NOON.plusSeconds(2));

        assertThat(stored().state()).isEqualTo(State.ENDED);
        assertThat(stored().unsubscribedAt()).isEqualTo(NOON);
    }

    @Test
    void whatHasChangedSinceItWasReadIsNotReplaced() {
        at(NOON).ask(wish("sma-demand"));
        Subscription read = stored();
        at(NOON.plusSeconds(1)).end(token(Purpose.UNSUBSCRIBE));

        assertThat(subscriptions.replace(read, read.confirmed(NOON))).isFalse();
        assertThat(subscriptions.add(read)).isFalse();
        assertThat(at(NOON.plusSeconds(2)).confirm(token(Purpose.CONFIRM))).isEmpty();
    }

    private Enrolment at(Instant now) {
        Notices notices = (kind, subscription) -> sent.add(kind);
        return new Enrolment(subscriptions, key, notices, CONFIRM_WITHIN, InstantSource.fixed(now));
    }

    private Subscription stored() {
        return subscriptions.byId(ID).orElseThrow();
    }

    private String token(Purpose purpose) {
        return key.tokens().token(purpose, ID);
    }

    private static Wish wish(String indicator) {
        return new Wish(ChannelKind.EMAIL, ADDRESS, List.of(indicator), Language.EN);
    }
}
