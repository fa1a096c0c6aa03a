package org.bellwether.ingest;

import java.time.Duration;
import java.time.InstantSource;
import org.bellwether.ingest.article.ArticleLimits;
import org.bellwether.ingest.article.ArticleTexts;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostLimits;
import org.bellwether.ingest.parse.PageText;
import org.bellwether.ingest.poll.Documents;
import org.bellwether.ingest.poll.FeedPoll;
import org.bellwether.ingest.poll.FeedRequests;
import org.bellwether.ingest.poll.Intake;
import org.bellwether.ingest.poll.ItemMemory;
import org.bellwether.ingest.poll.LateArticles;
import org.bellwether.ingest.robots.PoliteFetcher;
import org.bellwether.ingest.robots.Robots;

/** All that asks servers, around one fetcher, as the service puts it together. */
public record Fetching(FeedRequests requests, ArticleTexts articles) {

    private static final int PER_POLL = 3;
    private static final Duration READ_AGAIN = Duration.ofDays(30);

    /** Polls that ask so. */
    public FeedPoll poll(
            ItemMemory memory, Documents documents, Intake intake, Headroom headroom, InstantSource clock) {
        LateArticles late = new LateArticles(memory.missing(), articles, intake, clock);
        return new FeedPoll(requests, documents, intake, late, headroom, clock);
    }

    /** With budgets that hold nobody up. */
    public static Fetching of(FeedFetcher fetcher, Headroom headroom) {
        return of(fetcher, headroom, new ArticleLimits(PER_POLL, Duration.ofMinutes(1)));
    }

    /** The same with so much for the articles of a poll. */
    public static Fetching of(FeedFetcher fetcher, Headroom headroom, ArticleLimits limits) {
        HostBudgets budgets = new HostBudgets(new HostLimits(8, 1000, Duration.ofMillis(1)), InstantSource.system());
        Robots robots = new Robots(fetcher, headroom, budgets, InstantSource.system());
        return new Fetching(
                new FeedRequests(new PoliteFetcher(fetcher, robots), READ_AGAIN),
                new ArticleTexts(fetcher, robots, budgets, headroom, limits, PageText::of));
    }
}
