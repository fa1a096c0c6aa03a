package org.bellwether.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.events.NewsItem;
import org.bellwether.ingest.article.ArticleLimits;
import org.bellwether.ingest.article.ArticleText;
import org.bellwether.ingest.article.ArticleTexts;
import org.bellwether.ingest.article.MissingArticle;
import org.bellwether.ingest.article.MongoMissingArticles;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.item.LongerText;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles that could not be read with the poll that brought their items. They are taken up with later polls of the same feed, in
 * what these may read of articles after their own, so that neither a timer nor another budget is needed.
 */
public final class LateArticles {

    private final MongoMissingArticles missing;
    private final ArticleTexts texts;
    private final Intake intake;
    private final InstantSource clock;

    public LateArticles(MongoMissingArticles missing, ArticleTexts texts, Intake intake, InstantSource clock) {
        this.missing = missing;
        this.texts = texts;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * The report of a poll that the feed answered, with what came of articles that were missing before it.
     *
     * @throws InterruptedException when the service stops meanwhile
     * @throws org.bellwether.ingest.backend.BackendAwayException when broker or store went away on the way
     */
    PollReport after(Feed feed, PollReport report) throws InterruptedException {
        Articles own = report.brought().articles();
        ArticleLimits left = texts.limits().less(own.asked(), own.took());
        Instant started = clock.instant();
        List<MissingArticle> due = left.isSpent() ? List.of() : missing.due(feed.id(), started, left.perPoll());
        if (due.isEmpty()) {
            return report;
        }
        List<NewsItem> items = due.stream().map(MissingArticle::item).toList();
        Map<String, ArticleText> read = texts.of(Articles.wanted(items), left);
        List<NewsItem> published = intake.longer(feed, longer(due, read), clock.instant());
        settle(due, read);
        Instant ended = clock.instant();
        return report.and(published, Articles.of(read, 0, Duration.between(started, ended)), started, ended);
    }

    private static List<LongerText> longer(List<MissingArticle> due, Map<String, ArticleText> read) {
        List<LongerText> longer = new ArrayList<>();
        due.forEach(article -> {
            if (read.get(article.item().id()) instanceof ArticleText.Extracted extracted) {
                longer.add(new LongerText(article.item(), extracted.text()));
            }
        });
        return longer;
    }

    private static Optional<MissingArticle> again(MissingArticle article, @Nullable ArticleText text, Instant now) {
        if (text == null || !Articles.isPassing(text)) {
            return Optional.empty();
        }
        return Articles.isAsked(text) ? article.triedAgain(now) : article.putOff(now);
    }

    private void settle(List<MissingArticle> due, Map<String, ArticleText> read) {
        Instant now = clock.instant();
        List<MissingArticle> again = due.stream()
                .flatMap(article -> again(article, read.get(article.item().id()), now).stream())
                .toList();
        List<String> kept = again.stream().map(article -> article.item().id()).toList();
        missing.keep(again);
        missing.settle(due.stream()
                .map(article -> article.item().id())
                .filter(id -> !kept.contains(id))
                .toList());
    }
}
