package org.bellwether.ingest.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.api.FeedView;
import org.bellwether.ingest.api.PushView;
import org.bellwether.ingest.api.console.FeedSheet.Fact;
import org.bellwether.web.text.Language;
import org.bellwether.web.text.Times;
import org.junit.jupiter.api.Test;

/** What the page of a feed tells of it. */
class FactsTest {

    private static final Words KOREAN = Words.in(Language.KO);

    @Test
    void whyItsHubDoesNotTakeASubscriptionIsTold() {
        PushView push = new PushView("denied", "https://hub.example/", null, null, "topic is not served here");

        Fact fact = new Facts(KOREAN, new Times(ZoneId.of("Asia/Seoul")))
                .of(feed(push)).stream()
                        .filter(one -> one.name().equals(KOREAN.of("fact_push")))
                        .findFirst()
                        .orElseThrow();

        assertThat(fact.words()).isEqualTo("허브가 거절함 · https://hub.example/");
        assertThat(fact.detail()).isEqualTo("topic is not served here");
    }

    private static FeedView feed(PushView push) {
        return new FeedView(
                "post",
                "Morning Post",
                "https://post.example/feed",
                "en",
                new Publisher("Morning Post", "post", SourceKind.NEWS, "KR"),
                "Asia/Seoul",
                null,
                true,
                null,
                null,
                "catalogue",
                null,
                false,
                null,
                Duration.ofMinutes(10),
                State.NEW,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                0,
                0,
                new FeedView.WindowView(0, null),
                null,
                new FeedView.LossesView(0, null),
                push);
    }
}
