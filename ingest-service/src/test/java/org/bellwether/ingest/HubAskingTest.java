package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.push.Intent;
import org.bellwether.ingest.push.Subscription;
import org.bellwether.ingest.push.Verdict;
import org.bellwether.ingest.schedule.NextPoll.Cause;
import org.bellwether.ingest.state.MongoFeedStates;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How hubs are asked for a feed, and answered. */
class HubAskingTest {

    private final PushedFeed post;

    HubAskingTest(@TempDir Path directory) throws IOException {
        post = new PushedFeed(directory);
    }

    @AfterEach
    void stop() {
        post.close();
    }

    @Test
    void aFeedThatNamesAHubIsSubscribedUnderTheAddressThatTheHubKnows() {
        post.subscribe();

        Map<String, String> asked = post.hub.asked().get(0);
        assertThat(asked)
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", "https://post.example/feed")
                .containsEntry("hub.lease_seconds", "864000");
        assertThat(asked.get("hub.callback")).matches("https://ingest\\.example\\.org/websub/post\\.[\\w-]{32}");
        assertThat(asked.get("hub.secret")).matches("[\\w-]{43}");
        assertThat(post.subscription().stateAt(post.now)).isEqualTo(Subscription.State.ACTIVE);
        assertThat(post.state().next().cause()).isNotEqualTo(Cause.PUSHED);
    }

    @Test
    void aSubscriptionIsRenewedUnderTheSameAddressAndSecretBeforeItEnds() {
        post.subscribe();
        post.now = post.now.plus(Duration.ofDays(8)).minusSeconds(1);
        post.round();
        assertThat(post.hub.asked()).hasSize(1);

        post.now = post.now.plusSeconds(1);
        post.round();

        assertThat(post.hub.asked()).hasSize(2);
        assertThat(post.hub.asked().get(1)).isEqualTo(post.hub.asked().get(0));
        assertThat(post.verify("subscribe")).isInstanceOf(Verdict.Confirmed.class);
        assertThat(post.subscription().leaseUntil()).isEqualTo(post.now.plus(Duration.ofDays(10)));
    }

    @Test
    void aHubThatRefusesIsTold() {
        post.subscribe();

        assertThat(post.subscriber.judge(post.token(), new Intent("denied", PushedFeed.TOPIC, null, null, "no\nmore")))
                .isInstanceOf(Verdict.Noted.class);
        post.poll();

        assertThat(post.state().conditions())
                .extracting(Condition::message)
                .singleElement()
                .asString()
                .contains("refuses (no more)");
        assertThat(post.state().state()).isEqualTo(State.OK);
    }

    @Test
    void nobodyConfirmsWhatWasNotAskedFor() {
        post.subscribe();
        Intent others = new Intent("subscribe", "https://other.example/feed", "hello", "60", null);
        Intent farewell = new Intent("unsubscribe", PushedFeed.TOPIC, "hello", null, null);
        Intent mute = new Intent("subscribe", PushedFeed.TOPIC, null, "60", null);

        assertThat(List.of(others, farewell, mute))
                .allSatisfy(intent ->
                        assertThat(post.subscriber.judge(post.token(), intent)).isInstanceOf(Verdict.NotOurs.class));
        Intent right = new Intent("subscribe", PushedFeed.TOPIC, "hello", "60", null);
        assertThat(List.of(
                        "", "post", "post.", "post.AAAA", "other" + post.token().substring(4), post.token() + "A"))
                .allSatisfy(
                        token -> assertThat(post.subscriber.judge(token, right)).isInstanceOf(Verdict.NotOurs.class));
        post.now = post.now.plus(Duration.ofHours(2));
        assertThat(post.subscriber.judge(post.token(), right)).isInstanceOf(Verdict.NotOurs.class);
        assertThat(post.subscription().leaseUntil()).isEqualTo(PushedFeed.NOON.plus(Duration.ofDays(10)));
    }

    @Test
    void aHubInsideOurNetworkIsNotAsked() {
        post.serve(PushedFeed.document("http://10.1.2.3/hub", "1"));
        post.poll();
        post.round();

        assertThat(post.subscription().reason()).isEqualTo("address-refused");
        assertThat(post.subscription().stateAt(post.now)).isEqualTo(Subscription.State.PENDING);
    }

    @Test
    void aFeedThatIsPausedIsUnsubscribedAndForgotten() {
        post.subscribe();
        post.catalogue = new Catalogue(List.of(post.feed(false)));
        post.round();

        assertThat(post.hub.asked().get(1))
                .containsEntry("hub.mode", "unsubscribe")
                .containsEntry("hub.callback", post.hub.asked().get(0).get("hub.callback"))
                .doesNotContainKey("hub.secret");
        assertThat(post.verify("subscribe")).isInstanceOf(Verdict.NotOurs.class);
        assertThat(post.verify("unsubscribe")).isInstanceOf(Verdict.Confirmed.class);
        assertThat(post.subscriber.of("post")).isEmpty();
    }

    @Test
    void aPausedFeedIsLeftByWhoeverWouldPollItAlone() {
        post.subscribe();
        post.holds = false;
        post.catalogue = new Catalogue(List.of(post.feed(false)));
        post.round();
        assertThat(post.hub.asked()).hasSize(1);

        post.holds = true;
        post.now = post.now.plusSeconds(30);
        post.round();
        assertThat(post.hub.asked()).hasSize(2);
    }

    @Test
    void whoDoesNotKnowYetWhatPeopleChangedLeavesNothing() {
        post.subscribe();
        post.whole = false;
        post.catalogue = new Catalogue(List.of());
        post.round();
        post.now = post.now.plusSeconds(31);
        post.round();

        assertThat(post.subscription().stateAt(post.now)).isEqualTo(Subscription.State.ACTIVE);
        assertThat(post.hub.asked()).hasSize(1);
    }

    @Test
    void aFeedThatIsNotInTheCatalogueHereIsUnsubscribedOnceWhatWasToldOfItIsTakenBack() throws Exception {
        post.subscribe();
        assertThat(post.push(post.loop, "")).isEmpty();
        post.catalogue = new Catalogue(List.of());
        post.round();
        assertThat(post.subscription().stateAt(post.now))
                .as("another instance may have a catalogue that has it")
                .isEqualTo(Subscription.State.ACTIVE);
        assertThat(post.database.getCollection("subscriptions").find().first())
                .as("its poll is still wanted there")
                .containsEntry("wanted", Date.from(post.now));

        post.books.withdrawGone(Set.of());
        post.now = post.now.plusSeconds(30);
        post.round();
        assertThat(post.hub.asked().get(1)).containsEntry("hub.mode", "unsubscribe");
    }

    @Test
    void aFeedWithAnotherHubLeavesTheOldEvenIfThatDoesNotAnswer() {
        post.subscribe();
        String old = post.token();
        post.hub.answerWith(404);
        post.serve(PushedFeed.document(post.hub.url() + "?new", "1"));
        post.poll();
        for (int i = 0; i < 3; i++) {
            post.round();
            post.now = post.now.plus(PushedFeed.HOUR);
        }
        assertThat(post.subscriber.of("post")).isEmpty();
        post.server.serve("post", PushedFeed.document(post.hub.url() + "?new", "1", "2"));
        post.poll();

        assertThat(post.subscription().hub()).hasToString(post.hub.url() + "?new");
        assertThat(post.token()).isNotEqualTo(old);
    }

    @Test
    void aHubOnPlainHttpIsToldNoSecret() {
        try (TestHub plain = TestHub.plain()) {
            post.serve(PushedFeed.document(plain.url(), "1"));
            post.poll();
            post.round();

            assertThat(plain.asked()).hasSize(1);
            assertThat(plain.asked().get(0)).doesNotContainKey("hub.secret").containsKey("hub.callback");
            assertThat(post.verify("subscribe")).isInstanceOf(Verdict.Confirmed.class);
        }
    }

    @Test
    void whereOneHubRefusesTheNextIsAskedAtOnceUnderAnotherAddressAndSecret() {
        try (TestHub other = new TestHub()) {
            post.hub.answerWith(503);
            post.serve(PushedFeed.document(List.of(post.hub.url(), other.url()), "1"));
            post.poll();
            post.round();
            post.round();

            Map<String, String> first = post.hub.asked().get(0);
            Map<String, String> second = other.asked().get(0);
            assertThat(second.get("hub.callback")).isNotEqualTo(first.get("hub.callback"));
            assertThat(second.get("hub.secret")).isNotEqualTo(first.get("hub.secret"));
            assertThat(post.verify("subscribe")).isInstanceOf(Verdict.Confirmed.class);
            assertThat(post.subscription().hub()).hasToString(other.url());
            String former = first.get("hub.callback");
            assertThat(post.subscriber.at(former.substring(former.lastIndexOf('/') + 1)))
                    .isEmpty();
        }
    }

    @Test
    void whereAllRefuseTheyAreAskedInTurnsEverLater() {
        try (TestHub other = new TestHub()) {
            post.hub.answerWith(500);
            other.answerWith(500);
            post.serve(PushedFeed.document(List.of(post.hub.url(), other.url()), "1"));
            post.poll();
            for (int round = 0; round < 5; round++) {
                post.round();
            }
            assertThat(post.hub.asked()).hasSize(1);
            assertThat(other.asked()).hasSize(1);

            post.now = post.now.plus(Duration.ofMinutes(5));
            for (int round = 0; round < 5; round++) {
                post.round();
            }
            assertThat(post.hub.asked()).hasSize(2);
            assertThat(other.asked()).hasSize(2);
            post.now = post.now.plus(Duration.ofMinutes(9));
            post.round();
            assertThat(post.hub.asked()).hasSize(2);
        }
    }

    @Test
    void anUnreadableSubscriptionCostsItselfAndNothingElse() {
        post.subscribe();
        MongoCollection<Document> written = post.database.getCollection("subscriptions");
        written.updateOne(
                Filters.eq("_id", "post"), Updates.combine(Updates.set("hub", 5), Updates.set("nextAsk", "soon")));
        written.updateOne(Filters.eq("_id", "post"), Updates.set("due", Date.from(Instant.EPOCH)));
        long polls = post.state().counts().polls();

        post.serve("1", "2", "3", "4", "5");
        post.poll();
        post.round();

        assertThat(post.published()).contains("5");
        assertThat(post.state().counts().polls()).isEqualTo(polls + 1);
        assertThat(new MongoFeedStates(post.database).all())
                .extracting(it -> it.counts().polls())
                .containsExactly(polls + 1);
        assertThat(post.subscriber.of("post")).isEmpty();
        assertThat(written.find().first()).containsEntry("hub", 5).containsEntry("nextAsk", "soon");

        written.updateOne(
                Filters.eq("_id", "post"),
                Updates.combine(Updates.set("hub", post.hub.url()), Updates.set("nextAsk", Date.from(Instant.EPOCH))));
        post.now = post.now.plusSeconds(31);
        post.round();
        assertThat(post.hub.asked()).hasSize(2);
    }

    @Test
    void whatANewerReleaseKeepsBesideASubscriptionStays() {
        post.subscribe();
        MongoCollection<Document> written = post.database.getCollection("subscriptions");
        written.updateOne(Filters.eq("_id", "post"), Updates.set("mood", "good"));

        assertThat(post.verify("subscribe")).isInstanceOf(Verdict.Confirmed.class);

        assertThat(written.find().first()).containsEntry("mood", "good");
    }
}
