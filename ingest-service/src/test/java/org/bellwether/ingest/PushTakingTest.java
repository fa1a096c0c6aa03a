package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.poll.Articles;
import org.bellwether.ingest.poll.PollLoop;
import org.bellwether.ingest.poll.Replay;
import org.bellwether.ingest.push.Subscription;
import org.bellwether.ingest.schedule.NextPoll.Cause;
import org.bellwether.ingest.schedule.Tempo;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.ingest.state.History;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes of what a hub pushes, fails to push, or only hints at. */
class PushTakingTest {

    private final PushedFeed post;

    PushTakingTest(@TempDir Path directory) throws IOException {
        post = new PushedFeed(directory);
    }

    @AfterEach
    void stop() {
        post.close();
    }

    @Test
    void whatIsPushedIsPublishedOnceAndTellsNothingOfTheWindow() throws Exception {
        post.subscribe();
        FeedState before = post.state();
        Tempo tempo = before.learnt().tempo();

        assertThat(post.push("9", "10")).contains(2);
        assertThat(post.push("10")).contains(0);

        assertThat(post.state().learnt().tempo()).isEqualTo(tempo);
        assertThat(post.state().learnt().losses()).isEqualTo(before.learnt().losses());
        assertThat(post.state().counts().polls()).isEqualTo(before.counts().polls());
        assertThat(post.state().next()).isEqualTo(before.next());
        assertThat(post.state().history().lines())
                .extracting(History.Line::outcome, History.Line::published)
                .contains(tuple("pushed", 2));
        post.serve("1", "2", "3", "4", "9", "10");
        post.poll();
        assertThat(post.published()).containsExactly("1", "2", "3", "4", "9", "10");
        assertThat(post.state().conditions()).isEmpty();
    }

    @Test
    void whatIsPushedIsNewsHoweverMuchItReadsLikeWhatIsNotPushedAgain() throws Exception {
        String link = "<link>https://post.example/9[^<]*</link>";
        String first = post.rss("9").replaceAll(link, "");
        String alike = first.replace(">9</guid>", ">10</guid>");
        post.serve(first);
        post.poll();

        assertThat(post.push(post.loop, alike)).contains(1);

        post.serve(alike);
        post.poll();
        assertThat(post.published()).containsExactly("9", "9");
    }

    @Test
    void whatWasPushedIsKeptAndReadAgainInTheOrderReceived() throws Exception {
        post.subscribe();
        post.now = post.now.plus(Duration.ofMinutes(1));
        assertThat(post.push(post.loop, post.rss("4").replace("Title of 4", "Four corrected")))
                .contains(1);
        post.now = post.now.plus(Duration.ofMinutes(1));
        assertThat(post.push("9")).contains(1);
        Replay replay = post.replay();

        Replay.Result nothing = replay.publish(replay.read(post.feed(true)), Articles.NONE);

        assertThat(nothing.documents()).isEqualTo(3);
        assertThat(nothing.entries()).isEqualTo(5);
        assertThat(nothing.items()).isEmpty();
        assertThat(nothing.unchanged()).isEqualTo(5);
        post.database.getCollection("pushed_documents").drop();
        assertThat(replay.judge(replay.read(post.feed(true))).items())
                .as("older than what was pushed, which is not kept any more")
                .isEmpty();
        post.database.getCollection("seen_items").drop();
        assertThat(replay.judge(replay.read(post.feed(true))).items()).hasSize(4);
    }

    @Test
    void fromTheFirstPushOnItIsPolledAsSeldomAsAny() throws Exception {
        post.subscribe();
        post.push("5");
        post.serve("1", "2", "3", "4", "5");
        post.poll();

        assertThat(post.state().next().cause()).isEqualTo(Cause.PUSHED);
        assertThat(post.state().next().reason()).isEqualTo("every PT1H: its hub pushes it");
        assertThat(post.state().next().interval()).isEqualTo(PushedFeed.HOUR);
    }

    @Test
    void aLatePollThatFindsWhatWasNotPushedEndsThatAtOnceUntilTheNextPush() throws Exception {
        post.subscribe();
        post.push("5");
        post.serve("1", "2", "3", "4", "5");
        post.poll();
        post.now = post.now.plus(PushedFeed.HOUR);
        post.serve("1", "2", "3", "4", "5", "6");
        post.poll();

        assertThat(post.state().next().cause()).isNotEqualTo(Cause.PUSHED);
        assertThat(post.state().conditions()).extracting(Condition::code).containsExactly("push-stopped");
        assertThat(post.state().state()).isEqualTo(State.DEGRADED);
        post.round();
        assertThat(post.hub.asked()).hasSize(2);
        assertThat(post.hub.asked().get(1)).isEqualTo(post.hub.asked().get(0));

        post.push("7");
        post.serve("1", "2", "3", "4", "5", "6", "7");
        post.poll();
        assertThat(post.state().next().cause()).isEqualTo(Cause.PUSHED);
        assertThat(post.state().state()).isEqualTo(State.OK);
    }

    @Test
    void aLeaseThatEndsUnrenewedHasTheFeedPolledAtOnce() throws Exception {
        post.subscribe();
        post.push("5");
        post.hub.answerWith(500);
        for (Instant end = post.now.plus(Duration.ofDays(10));
                post.now.isBefore(end);
                post.now = post.now.plus(PushedFeed.HOUR)) {
            post.round();
        }
        long polls = post.state().counts().polls();
        post.round();
        post.round();

        await().until(() -> post.state().counts().polls() > polls);
        assertThat(post.state().conditions()).extracting(Condition::code).contains("push-stopped");
        assertThat(post.subscription().stateAt(post.now)).isEqualTo(Subscription.State.LAPSED);
        assertThat(post.subscription().reason()).isEqualTo("server-error, status 500");
    }

    @Test
    void aPushThatCannotBeTakenHereHasTheFeedPolledByWhoPollsIt() throws Exception {
        post.subscribe();
        PollLoop elsewhere = post.loop(post.database);
        post.serve("1", "2", "3", "4", "5");
        long polls = post.state().counts().polls();

        assertThat(post.push(elsewhere, post.rss("5"))).isEmpty();
        post.round();

        await().until(() ->
                post.state().counts().polls() > polls && post.state().next() != null);
        assertThat(post.published()).contains("5");
        assertThat(post.state().next().cause()).isEqualTo(Cause.PUSHED);
        elsewhere.close();
    }

    @Test
    void aPushThatIsNoFeedHasItPolledToo() throws Exception {
        post.subscribe();
        long polls = post.state().counts().polls();

        assertThat(post.push(post.loop, "")).isEmpty();
        post.round();

        await().until(() -> post.state().counts().polls() > polls);
    }

    @Test
    void whoPushesWithoutEndWhatCannotBeTakenHasItPolledAtOnceAndThenOnceAMinute() throws Exception {
        post.subscribe();
        long polls = post.state().counts().polls();
        for (Instant end = post.now.plusSeconds(60); post.now.isBefore(end); post.now = post.now.plusSeconds(15)) {
            post.push(post.loop, "");
            post.round();
            await().until(() -> post.state().counts().polls() > polls);
            post.awaitIdle();
        }
        assertThat(post.state().counts().polls()).isEqualTo(polls + 1);

        post.round();
        await().until(() -> post.state().counts().polls() == polls + 2);
    }

    @Test
    void whatIsNotSignedIsAHintThatHasTheFeedPolledAtMostOnceAMinuteAndNoMoreSeldom() {
        try (TestHub plain = TestHub.plain()) {
            post.serve(PushedFeed.document(plain.url(), "1"));
            post.poll();
            post.round();
            post.verify("subscribe");
            long polls = post.state().counts().polls();

            post.serve(PushedFeed.document(plain.url(), "1", "2"));
            post.hint();
            post.hint();
            post.round();
            await().until(() -> post.state().counts().polls() == polls + 1);
            post.awaitIdle();
            post.hint();
            post.round();
            post.awaitIdle();
            assertThat(post.state().counts().polls()).isEqualTo(polls + 1);
            assertThat(post.published()).containsExactly("1", "2");
            assertThat(post.state().next().cause()).isNotEqualTo(Cause.PUSHED);

            post.now = post.now.plus(Duration.ofMinutes(1));
            post.round();
            await().until(() -> post.state().counts().polls() == polls + 2);
        }
    }

    @Test
    void aFeedThatBacksOffIsNotPolledForItsHubsSakeUntilItMayBe() throws Exception {
        post.subscribe();
        post.server.fail("post", 500);
        post.poll();
        long polls = post.state().counts().polls();
        assertThat(post.state().next().cause()).isEqualTo(Cause.BACKOFF);
        Instant due = post.state().next().at();

        assertThat(post.push(post.loop, "")).isEmpty();
        for (; post.now.isBefore(due.minusSeconds(20)); post.now = post.now.plusSeconds(15)) {
            post.round();
            post.awaitIdle();
        }

        assertThat(post.state().counts().polls()).isEqualTo(polls);
        post.serve("1", "2", "3", "4", "5");
        post.now = due.plusSeconds(61);
        post.round();
        await().until(() -> post.state().counts().polls() > polls);
    }

    @Test
    void aHostThatIsLeftAloneIsAskedForAnOperatorsSakeAndForNoHubs() throws Exception {
        post.subscribe();
        long polls = post.state().counts().polls();
        post.hosts.answered(URI.create(post.server.url("post")), 503, Duration.ofHours(2));

        assertThat(post.push(post.loop, "")).isEmpty();
        post.round();
        await().until(() -> post.state().next().cause() == Cause.HOST);
        post.awaitIdle();
        assertThat(post.state().counts().polls()).isEqualTo(polls);

        post.poll();
        assertThat(post.state().counts().polls()).isEqualTo(polls + 1);
    }
}
