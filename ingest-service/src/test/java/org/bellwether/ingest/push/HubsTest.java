package org.bellwether.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bellwether.ingest.push.Subscription.State;
import org.junit.jupiter.api.Test;

/** Which hub of several has its turn, and when. */
class HubsTest {

    private static final Instant T0 = Instant.parse("2026-11-20T12:00:00Z");
    private static final URI TOPIC = URI.create("https://post.example/feed");
    private static final Duration LEASE = Duration.ofDays(10);
    private static final Credentials FIRST = new Credentials("post.a", "first");
    private static final Credentials SECOND = new Credentials("post.b", "second");

    private final Subscription begun =
            Subscription.begin("post", Hubs.of(uris("https://a.example/", "https://b.example/")), TOPIC, FIRST, T0);

    @Test
    void thoseThatCanKeepASecretGoFirstAndNoMoreThanFourAreKept() {
        assertThat(Hubs.of(uris("http://a.example/", "https://b.example/", "http://c.example/", "https://b.example/"))
                        .inTurn())
                .isEqualTo(uris("https://b.example/", "http://a.example/", "http://c.example/"));
        List<URI> many = IntStream.range(0, 5_000)
                .mapToObj(i -> URI.create("https://" + i + ".example/"))
                .toList();
        assertThat(Hubs.of(many).inTurn()).isEqualTo(many.subList(0, 4));
        assertThat(Hubs.of(many).beside(many.subList(2, 5_000)).count()).isEqualTo(4);
    }

    @Test
    void theOneThatIsAskedStaysWhenOthersComeAndGo() {
        Hubs hubs = Hubs.of(uris("https://a.example/", "https://b.example/")).next();

        assertThat(hubs.beside(uris("https://a.example/", "https://b.example/")))
                .isEqualTo(hubs);
        assertThat(hubs.beside(uris("https://c.example/", "https://b.example/")).inTurn())
                .isEqualTo(uris("https://b.example/", "https://c.example/"));
    }

    @Test
    void whereOneDoesNotConfirmTheNextIsAsked() {
        Subscription once = begun.asked(T0);
        assertThat(begun.isOthersTurn(T0)).isFalse();
        assertThat(Duration.between(T0, once.due())).hasMinutes(5);

        Subscription other = once.turned(SECOND, once.due()).asked(once.due());

        assertThat(once.isOthersTurn(once.due())).isTrue();
        assertThat(other.hub()).hasToString("https://b.example/");
        assertThat(other.credentials()).isEqualTo(SECOND);
        assertThat(Duration.between(once.due(), other.due())).hasMinutes(5);
        Subscription again = other.turned(FIRST, other.due()).asked(other.due());
        assertThat(Duration.between(other.due(), again.due())).hasMinutes(10);
    }

    @Test
    void whereOneEndsItTheNextIsAskedAtOnceAndWhereAllDoADayLater() {
        Subscription ended = begun.asked(T0).verified(T0, LEASE).pushed(T0).denied(T0, "no");
        assertThat(ended.asking().isDue(T0)).isTrue();
        assertThat(ended.isOthersTurn(T0)).isTrue();
        assertThat(ended.pushing().isPollDue(T0)).isTrue();

        Subscription both = ended.turned(SECOND, T0).asked(T0).denied(T0, "nor we");

        assertThat(both.state()).isEqualTo(State.DENIED);
        assertThat(both.asking().next()).isEqualTo(T0.plus(Duration.ofDays(1)));
    }

    @Test
    void whereALeaseEndsUnrenewedTheNextIsAskedAndTheFeedPolled() {
        Subscription active = begun.asked(T0).verified(T0, LEASE).pushed(T0);
        Instant end = T0.plus(LEASE);
        Subscription renewing = active.asked(active.due()).refused(active.due(), "server-error");
        assertThat(renewing.isOthersTurn(renewing.due())).isFalse();
        assertThat(renewing.asking().isDue(active.due())).isFalse();

        Subscription other = renewing.turned(SECOND, end);

        assertThat(renewing.isOthersTurn(end)).isTrue();
        assertThat(other.state()).isEqualTo(State.PENDING);
        assertThat(other.pushing().isPollDue(end)).isTrue();
        assertThat(other.leaseUntil()).isNull();
    }

    @Test
    void oneAloneIsNeverTurnedFrom() {
        Subscription alone = Subscription.begin("post", Hubs.of(uris("https://a.example/")), TOPIC, FIRST, T0);

        assertThat(alone.asked(T0).isOthersTurn(T0)).isFalse();
        assertThat(alone.asked(T0).denied(T0, null).isOthersTurn(T0)).isFalse();
        assertThat(alone.asked(T0).refused(T0, "blocked").asking().isDue(T0)).isFalse();
    }

    @Test
    void whatAnUnsignedHubOncePushedIsNotReliedOn() {
        Subscription plain = Subscription.begin("post", Hubs.of(uris("http://a.example/")), TOPIC, FIRST, T0)
                .asked(T0)
                .verified(T0, LEASE)
                .pushed(T0);

        assertThat(plain.isSigned()).isFalse();
        assertThat(Standing.of(plain, T0).pushed()).isFalse();
    }

    private static List<URI> uris(String... addresses) {
        return Stream.of(addresses).map(URI::create).toList();
    }
}
