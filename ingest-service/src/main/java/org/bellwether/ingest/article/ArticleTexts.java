package org.bellwether.ingest.article;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.bellwether.egress.WebAddress;
import org.bellwether.ingest.fetch.FailureKind.Category;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FetchFailed;
import org.bellwether.ingest.fetch.FetchRequest;
import org.bellwether.ingest.fetch.FetchResult;
import org.bellwether.ingest.fetch.Fetched;
import org.bellwether.ingest.fetch.Postponed;
import org.bellwether.ingest.fetch.RedirectRule.Objection;
import org.bellwether.ingest.fetch.Validators;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.ingest.host.Admission;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.Leave;
import org.bellwether.ingest.host.Pace;
import org.bellwether.ingest.robots.Robots;
import org.bellwether.ingest.robots.RobotsVerdict;

/**
 * Full texts: robots.txt, the host's budget, the guarded fetch, the main text, the choice. Thread-safe. Whatever a page or a server does, the
 * outcome is a text: at worst the feed's own.
 *
 * <p>Not to be called from within {@link Room#reading}: that room is for taking apart what is there already, and this waits for servers.
 */
public final class ArticleTexts {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** No more of a text is published. */
    private static final int LONGEST_TEXT = 100_000;

    private final FeedFetcher fetcher;
    private final Robots robots;
    private final HostBudgets budgets;
    private final Headroom headroom;
    private final ArticleLimits limits;
    private final BiFunction<byte[], String, String> decoder;

    /**
     * Reads with these.
     *
     * @param decoder the text of a page, of its bytes and its {@code Content-Type}, which is empty where none was sent
     */
    public ArticleTexts(
            FeedFetcher fetcher,
            Robots robots,
            HostBudgets budgets,
            Headroom headroom,
            ArticleLimits limits,
            BiFunction<byte[], String, String> decoder) {
        this.fetcher = fetcher;
        this.robots = robots;
        this.budgets = budgets;
        this.headroom = headroom;
        this.limits = limits;
        this.decoder = decoder;
    }

    /** What all articles of a poll may cost. */
    public ArticleLimits limits() {
        return limits;
    }

    /**
     * The texts of one poll's items, the newest read first, as many as a poll may read and in the time it may take; the others keep
     * their feed's.
     *
     * @param within what the poll has left of its {@linkplain #limits limits}
     * @return by id, all of those wanted
     * @throws InterruptedException when the service stops meanwhile
     */
    public Map<String, ArticleText> of(List<ArticleWanted> wanted, ArticleLimits within) throws InterruptedException {
        List<ArticleWanted> newestFirst = wanted.stream()
                .sorted(Comparator.comparing(
                        ArticleWanted::published, Comparator.nullsLast(Comparator.<Instant>reverseOrder())))
                .toList();
        long end = System.nanoTime() + within.time().toNanos();
        Map<String, ArticleText> texts = new LinkedHashMap<>();
        for (ArticleWanted article : newestFirst) {
            long left = end - System.nanoTime();
            if (texts.size() >= within.perPoll()) {
                texts.put(
                        article.id(),
                        new ArticleText.Kept(
                                "budget", "a poll reads " + limits.perPoll() + " articles at most, the newest", true));
            } else if (left <= 0) {
                texts.put(
                        article.id(),
                        new ArticleText.Kept(
                                "budget",
                                "the poll's time for articles, " + limits.time().toSeconds() + " s, is over",
                                true));
            } else {
                texts.put(article.id(), of(article.url(), article.feedText(), Duration.ofNanos(left)));
            }
        }
        return texts;
    }

    /**
     * The text of one item.
     *
     * @param article absolute {@code http} or {@code https} address; of any other the feed's text is kept
     * @throws InterruptedException when the service stops meanwhile
     */
    public ArticleText of(URI article, String feedText) throws InterruptedException {
        return of(article, feedText, limits.time());
    }

    private ArticleText of(URI article, String feedText, Duration patience) throws InterruptedException {
        if (!WebAddress.isWeb(article)) {
            return new ArticleText.Kept("bad-url", "the entry's link is no web address");
        }
        RobotsVerdict verdict = robots.allows(article);
        if (verdict instanceof RobotsVerdict.Refused refused) {
            return new ArticleText.Kept("robots", refused.reason(), refused.unread());
        }
        if (verdict instanceof RobotsVerdict.Later later) {
            return new ArticleText.Kept("host", later.reason(), true);
        }
        Admission admission = budgets.await(
                article, Pace.PAGE, patience, () -> Thread.currentThread().isInterrupted());
        if (admission instanceof Admission.Wait wait) {
            return new ArticleText.Kept("host", wait.reason(), true);
        }
        try (Leave leave = (Leave) admission;
                Room room = headroom.ofPreview(PATIENCE)) {
            FetchRequest request = FetchRequest.page(article, Validators.NONE, this::objection);
            return chosen(fetcher.fetch(request, room, leave), feedText, room);
        } catch (NoRoomException e) {
            return new ArticleText.Kept("room", "too many large documents are in hand", true);
        }
    }

    /** Where a redirect leads to a host whose robots.txt cannot be read, the article waits for it. */
    private Optional<Objection> objection(URI target) {
        RobotsVerdict verdict = robots.allows(target);
        return verdict instanceof RobotsVerdict.Refused refused && refused.unread()
                ? Optional.of(new Objection(refused.reason(), refused.until()))
                : verdict.objection();
    }

    private ArticleText chosen(FetchResult result, String feedText, Room room)
            throws NoRoomException, InterruptedException {
        if (result instanceof FetchFailed failed) {
            return new ArticleText.Kept(
                    failed.kind().label(), failed.diagnosis(), failed.kind().category() == Category.TRANSIENT);
        }
        if (result instanceof Postponed postponed) {
            return new ArticleText.Kept("host", postponed.reason(), true);
        }
        if (!(result instanceof Fetched page)) {
            throw new NoRoomException();
        }
        MainText.Finding finding = room.reading(() -> MainText.of(
                decoder.apply(page.body(), page.headers().contentType().orElse("")), page.finalUrl()));
        if (finding instanceof MainText.Unlike unlike) {
            return new ArticleText.Kept("page", unlike.reason());
        }
        String text = start(((MainText.Found) finding).text());
        return ArticleChoice.keeps(feedText, text)
                .<ArticleText>map(kept -> kept)
                .orElseGet(() -> new ArticleText.Extracted(text, page.finalUrl()));
    }

    /** A poll keeps the texts of its articles until the last is read. */
    private static String start(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
