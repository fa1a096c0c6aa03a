package org.bellwether.alert.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bellwether.alert.Alerts;
import org.bellwether.alert.channel.ChannelKind;
import org.bellwether.alert.channel.DestinationGuard;
import org.bellwether.alert.subscription.Subscription.State;
import org.bellwether.alert.subscription.Tokens.Purpose;
import org.bellwether.alert.subscription.WishRules.Reading;
import org.bellwether.web.Violation;
import org.bellwether.web.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionRulesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private final WishRules rules = new WishRules(new DestinationGuard(List.of()));

    @ParameterizedTest
    @CsvSource(textBlock = """
                    desk@example.org,            desk@example.org
                    ' Desk.One+x@EXAMPLE.ORG ',  Desk.One+x@example.org
                    desk@한국.kr,                 desk@xn--3e0b707e.kr
                    """)
    void mailAddressesAreReadInTheirNormalForm(String entered, String normal) {
        assertThat(rules.read("email", entered, List.of(), "ko", Set.of()))
                .isEqualTo(new Reading.Valid(new Wish(ChannelKind.EMAIL, normal, List.of(), Language.KO)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "desk",
                "desk@",
                "@example.org",
                "desk@localhost",
                "a..b@example.org",
                ".a@example.org",
                "a@example.org,b@example.org",
                "a@example.org\r\nBcc:b@example.org",
                "\"a b\"@example.org",
                "a@[127.0.0.1]",
                "a@-x.org",
                "a b@example.org",
                "a<b@example.org"
            })
    void whatIsNoMailAddressIsRefused(String entered) {
        assertThat(rules.read("email", entered, List.of(), null, Set.of())).isInstanceOf(Reading.Invalid.class);
    }

    @Test
    void everyIndicatorMustBeKnown() {
        Reading reading = rules.read("email", "a@example.org", List.of("known", "other"), null, Set.of("known"));
        assertThat(reading)
                .isEqualTo(new Reading.Invalid(
                        List.of(new Violation("indicators[1]", "there is no indicator \"other\"; known are known"))));
    }

    @Test
    void aTokenOpensOneSubscriptionForOnePurpose() {
        Tokens tokens = new Tokens("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
        String id = Subscription.idOf(ChannelKind.EMAIL, "a@example.org");
        String token = tokens.token(Purpose.UNSUBSCRIBE, id);

        assertThat(tokens.open(Purpose.UNSUBSCRIBE, token)).contains(new Tokens.Opened(id, null));
        assertThat(tokens.open(Purpose.MANAGE, token)).isEmpty();
        assertThat(tokens.open(Purpose.UNSUBSCRIBE, token + "A")).isEmpty();
        assertThat(tokens.open(Purpose.UNSUBSCRIBE, id)).isEmpty();
        assertThat(tokens.open(Purpose.CONFIRM, token)).isEmpty();
        String confirm = tokens.confirmToken(id, NOON);
        assertThat(tokens.open(Purpose.CONFIRM, confirm)).contains(new Tokens.Opened(id, NOON));
        assertThat(tokens.open(Purpose.MANAGE, confirm)).isEmpty();
        String wish = Long.toHexString(NOON.toEpochMilli());
        String other = Long.toHexString(NOON.toEpochMilli() + 1);
        assertThat(tokens.open(Purpose.CONFIRM, confirm.replace("." + wish + "-", "." + other + "-")))
                .isEmpty();
        assertThat(new Tokens("another-key-another-key-another-key".getBytes(StandardCharsets.UTF_8))
                        .open(Purpose.UNSUBSCRIBE, token))
                .isEmpty();
        assertThatThrownBy(() -> new Tokens(new byte[16])).hasMessageContaining("32 bytes");
    }

    @Test
    void onlyWhatWasDetectedSinceTheConfirmationIsSent() {
        Subscription confirmed = subscription(State.CONFIRMED, false, List.of());

        assertThat(confirmed.whyNot(Alerts.fired("a").detectedAt(NOON).build())).isEmpty();
        assertThat(confirmed.whyNot(
                        Alerts.fired("a").detectedAt(NOON.minusMillis(1)).build()))
                .contains("the alert is older than the subscription");
    }

    @Test
    void noOtherSubscriptionIsSentAnything() {
        var alert = Alerts.fired("a").detectedAt(NOON).build();

        assertThat(subscription(State.PENDING, false, List.of()).whyNot(alert)).isPresent();
        assertThat(subscription(State.ENDED, false, List.of()).whyNot(alert)).isPresent();
        assertThat(subscription(State.CONFIRMED, true, List.of()).whyNot(alert)).isPresent();
        assertThat(subscription(State.CONFIRMED, false, List.of("other")).whyNot(alert))
                .isPresent();
        assertThat(subscription(State.CONFIRMED, false, List.of("sma-demand")).whyNot(alert))
                .isEmpty();
    }

    @Test
    void presetsFollowTheConfigurationButNotAgainstTheOwner() {
        Presets presets = new Presets(List.of("email:a@example.org"), Language.EN);
        List<Subscription> added = presets.changes(List.of(), NOON);

        assertThat(added).singleElement().satisfies(preset -> {
            assertThat(preset.state()).isEqualTo(State.CONFIRMED);
            assertThat(preset.since()).isEqualTo(NOON);
        });
        assertThat(presets.changes(added, NOON.plusSeconds(60))).isEmpty();
        assertThat(presets.changes(List.of(added.get(0).ended(NOON)), NOON)).isEmpty();
        assertThat(presets.changes(List.of(added.get(0).withdrawn(NOON)), NOON)).hasSize(1);
        assertThat(new Presets(List.of(), Language.EN).changes(added, NOON))
                .singleElement()
                .satisfies(gone -> assertThat(gone.state()).isEqualTo(State.ENDED));
    }

    @Test
    void thatTheOwnerUnsubscribedLastsUntilTheOwnerConfirms() {
        Presets presets = new Presets(List.of("email:a@example.org"), Language.EN);
        Subscription ended = presets.changes(List.of(), NOON).get(0).ended(NOON);
        Subscription asked = new Subscription(
                ended.id(),
                ended.channel(),
                ended.address(),
                List.of(),
                Language.EN,
                State.PENDING,
                false,
                false,
                NOON,
                ended.unsubscribedAt());

        assertThat(presets.changes(List.of(asked), NOON)).isEmpty();
        assertThat(presets.changes(List.of(ended.withdrawn(NOON)), NOON)).isEmpty();
        assertThat(asked.confirmed(NOON).unsubscribedAt()).isNull();
        assertThat(presets.changes(List.of(asked.confirmed(NOON).withdrawn(NOON)), NOON))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@example.org", "pigeon:a", "email:", "email"})
    void aPresetThatCannotBeReadIsNamedByItsPlace(String entry) {
        assertThatThrownBy(() -> new Presets(List.of("email:a@example.org", entry), Language.EN))
                .hasMessageContaining("bellwether.subscriptions.preset[1]");
    }

    @Test
    void limitsAreCountedForEachClientAndEachAddress() {
        RateLimits limits = new RateLimits(2, 1);

        assertThat(limits.refuseClient("c")).isEmpty();
        assertThat(limits.refuseClient("c")).isEmpty();
        assertThat(limits.refuseClient("c"))
                .hasValueSatisfying(wait -> assertThat(wait).isPositive());
        assertThat(limits.refuseClient("d")).isEmpty();
        assertThat(limits.refuseAddress("c")).isEmpty();
        assertThat(limits.refuseAddress("c")).isPresent();
        assertThat(limits.refuseAddress("C")).isPresent();
    }

    private static Subscription subscription(State state, boolean paused, List<String> indicators) {
        return new Subscription(
                "id", ChannelKind.EMAIL, "a@example.org", indicators, Language.EN, state, paused, false, NOON, null);
    }
}
