package org.bellwether.ingest;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneId;
import org.bellwether.ingest.api.FeedEditor;
import org.bellwether.ingest.api.FeedPreview;
import org.bellwether.ingest.api.LargestBody;
import org.bellwether.ingest.api.OtherHolder;
import org.bellwether.ingest.api.PollNow;
import org.bellwether.ingest.article.ArticleTexts;
import org.bellwether.ingest.catalogue.LiveCatalogue;
import org.bellwether.ingest.discover.FeedFinder;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.lease.MongoWishes;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.poll.Documents;
import org.bellwether.ingest.poll.Intake;
import org.bellwether.ingest.poll.PollLoop;
import org.bellwether.ingest.poll.Replay;
import org.bellwether.ingest.robots.PoliteFetcher;
import org.bellwether.ingest.schedule.Bounds;
import org.bellwether.ingest.state.FeedBoard;
import org.bellwether.web.text.Times;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts together what answers people and programs. */
@Singleton
final class ApiWiring {

    @Produces
    @Singleton
    Replay replay(Documents documents, Intake intake, Headroom headroom, Retention retention, InstantSource clock) {
        return new Replay(documents, intake, headroom, retention.items(), clock);
    }

    @Produces
    @Singleton
    PollNow pollNow(PollLoop loop, MongoWishes wishes) {
        return feed -> {
            if (loop.pollNow(feed)) {
                return true;
            }
            if (loop.inHand().containsKey(feed.id())) {
                return false;
            }
            wishes.note(feed.id());
            return true;
        };
    }

    @Produces
    @Singleton
    OtherHolder otherHolder(Ours ours) {
        return ours::otherHolder;
    }

    /** Times of pages, in the desk's zone, which alert-service shows too. */
    @Produces
    @Singleton
    Times times(@ConfigProperty(name = "bellwether.zone", defaultValue = "Asia/Seoul") ZoneId zone) {
        return new Times(zone);
    }

    @Produces
    @Singleton
    LargestBody largestBody(FetchSettings settings) {
        return new LargestBody(settings.maxBytes().asLongValue(), settings.totalTimeout());
    }

    @Produces
    @Singleton
    FeedEditor editor(
            LiveCatalogue live, FeedPreview preview, Headroom headroom, FeedBoard board, InstantSource clock) {
        return new FeedEditor(live, preview, headroom, board::rememberedAt, clock);
    }

    @Produces
    @Singleton
    FeedFinder finder(FeedFetcher fetcher, FeedParser parser, Headroom headroom, InstantSource clock) {
        return new FeedFinder(fetcher, parser, headroom, clock);
    }

    void close(@Disposes FeedFinder finder) {
        finder.close();
    }

    @Produces
    @Singleton
    FeedPreview preview(
            PoliteFetcher fetcher,
            FeedParser parser,
            ArticleTexts articles,
            FeedBoard board,
            Bounds bounds,
            InstantSource clock) {
        return new FeedPreview(fetcher, parser, articles, board::catalogue, bounds, clock);
    }
}
