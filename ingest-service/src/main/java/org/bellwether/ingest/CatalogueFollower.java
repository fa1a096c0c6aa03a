package org.bellwether.ingest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.catalogue.LiveCatalogue;
import org.bellwether.ingest.poll.Bookkeeper;
import org.bellwether.ingest.poll.PollLoop;
import org.jboss.logging.Logger;

/** Lets polling follow the catalogue: at once what is changed here, within seconds what is changed at another instance. */
final class CatalogueFollower implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(CatalogueFollower.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration UNFINISHED = Duration.ofMillis(200);
    private static final Duration REMIND_EVERY = Duration.ofMinutes(1);

    private final LiveCatalogue live;
    private final Bookkeeper books;
    private final PollLoop loop;
    private final InstantSource clock;
    private final Reminder reminder = new Reminder(REMIND_EVERY);
    private final Thread thread = new Thread(this::run, "catalogue-follower");
    private volatile Catalogue followed;
    private boolean finished = true;

    CatalogueFollower(LiveCatalogue live, Bookkeeper books, PollLoop loop, InstantSource clock) {
        this.live = live;
        this.books = books;
        this.loop = loop;
        this.clock = clock;
        this.followed = live.current();
    }

    /**
     * Begins to follow.
     *
     * @param begun with which feeds polling has begun
     */
    void start(Catalogue begun) {
        followed = begun;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                live.await(followed, finished ? LOOK : UNFINISHED);
                if (!follow()) {
                    TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean follow() {
        try {
            Catalogue now = live.refresh();
            if (now != followed || !finished) {
                follow(now);
            }
            return true;
        } catch (BackendAwayException e) {
            remind(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            if (reminder.isDue(e.toString(), clock.instant())) {
                LOG.error("Changes of the catalogue are followed later", e);
            }
        }
        return false;
    }

    /** What fails half-way is done once more as a whole, which does no harm. */
    private void follow(Catalogue now) {
        Catalogue before = followed;
        Set<String> unfinished = loop.follow(now.feeds());
        List<Feed> news = now.feeds().stream()
                .filter(feed -> !before.byId(feed.id()).filter(feed::equals).isPresent())
                .toList();
        books.announce(news);
        books.withdrawGone(unfinished);
        if (now != before) {
            LOG.infof(
                    "The catalogue has %d feeds, %d of them new or changed",
                    now.feeds().size(), news.size());
        }
        followed = now;
        finished = unfinished.stream().allMatch(id -> now.byId(id).isPresent());
    }

    private void remind(String reason) {
        if (reminder.isDue(reason, clock.instant())) {
            LOG.warnf("Changes of the catalogue are followed later: %s", reason);
        }
    }
}
