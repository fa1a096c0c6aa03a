package org.bellwether.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bellwether.events.Alert;
import org.bellwether.events.NewsItem;
import org.bellwether.standalone.inbox.InboxMessage;
import org.bellwether.standalone.inbox.InboxMessage.Kind;
import org.bellwether.standalone.process.ServiceProcess;
import org.bellwether.testkit.FeedServer;
import org.bellwether.testkit.LocalFeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeLineIT {

    private static final String TITLE = "Ministry switches border loudspeakers back on";
    private static final String TEXT =
            "The defence ministry resumed loudspeaker broadcasts toward North Korea along the inter-Korean border"
                    + " on Friday, answering a new wave of balloons.";

    @Test
    void aChangedFeedLeadsToOneMailAndOnePostWithTheEvidenceAndNeverToMore(@TempDir Path directory) throws Exception {
        try (FeedServer server = FeedServer.start()) {
            LocalFeed feed = server.feed("morning-post");
            try (Line line = Line.start(directory, server, "PT1S")) {
                feed.publish(new LocalFeed.Entry("loudspeakers", TITLE, TEXT, Instant.now()));

                awaitMessages(line, 1);
                assertEvidence(
                        line.messages(Kind.EMAIL).get(0),
                        line.messages(Kind.SLACK).get(0));

                int polls = feed.polls();
                await().until(() -> feed.polls() >= polls + 3);
                assertNothingMore(line);

                restartAll(line);
                int after = feed.polls();
                await().atMost(Duration.ofSeconds(30)).until(() -> feed.polls() >= after + 3);
                assertNothingMore(line);
            }
        }
    }

    private static void awaitMessages(Line line, int each) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(line.messages(Kind.EMAIL)).hasSize(each);
            assertThat(line.messages(Kind.SLACK)).hasSize(each);
        });
    }

    private static void assertEvidence(InboxMessage mail, InboxMessage post) {
        assertThat(mail.to()).isEqualTo("desk@example.org");
        assertThat(mail.html()).contains(TITLE, "<mark", "morning-post/loudspeakers");
        assertThat(mail.text()).contains(TITLE, "morning-post/loudspeakers");
        assertThat(post.json().toString()).contains(TITLE, "morning-post/loudspeakers", "*");
    }

    private static void assertNothingMore(Line line) {
        assertThat(line.messages(Kind.EMAIL)).hasSize(1);
        assertThat(line.messages(Kind.SLACK)).hasSize(1);
        assertThat(line.topic("news.items").read(NewsItem.class)).hasSize(1);
        assertThat(line.topic("alerts").read(Alert.class)).hasSize(1);
        assertThat(line.archivedItems().countDocuments()).isEqualTo(1);
        assertThat(line.deliveries().countDocuments()).isEqualTo(2);
    }

    private static void restartAll(Line line) throws Exception {
        List<ServiceProcess> services = line.services();
        for (ServiceProcess service : services) {
            service.stop(Duration.ofSeconds(10));
        }
        for (ServiceProcess service : services) {
            service.restart();
        }
        line.awaitReady();
    }
}
