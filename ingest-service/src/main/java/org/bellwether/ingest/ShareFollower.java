package org.bellwether.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.catalogue.LiveCatalogue;
import org.bellwether.ingest.lease.NameTakenException;
import org.bellwether.ingest.lease.Shard;
import org.bellwether.ingest.lease.Tenure;
import org.bellwether.ingest.poll.Bookkeeper;
import org.bellwether.ingest.poll.PollLoop;
import org.jboss.logging.Logger;

/**
 * Lets polling follow the catalogue and this instance's share of it: at once what is changed here, within seconds what is
 * changed at another instance, or when one comes or goes.
 */
final class ShareFollower implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ShareFollower.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration UNFINISHED = Duration.ofMillis(200);
    private static final Duration REMIND_EVERY = Duration.ofMinutes(1);
    private static final Duration LOOK_AT_OTHERS = Duration.ofSeconds(10);

    private final LiveCatalogue live;
    private final Tenure tenure;
    private final Bookkeeper books;
    private final PollLoop loop;
    private final InstantSource clock;
    private final Reminder reminder = new Reminder(REMIND_EVERY);
    private final Thread thread = new Thread(this::run, "share-follower");
    private Catalogue followed;
    private Set<Shard> share = Set.of();
    private boolean finished = true;
    private Instant lookedAtOthers = Instant.MIN;

    ShareFollower(LiveCatalogue live, Tenure tenure, Bookkeeper books, PollLoop loop, InstantSource clock) {
        this.live = live;
        this.tenure = tenure;
        this.books = books;
        this.loop = loop;
        this.clock = clock;
        this.followed = live.current();
    }

    /**
     * Lets polling begin with this instance's share.
     *
     * @throws BackendAwayException when broker or store went away meanwhile; begin again then
     */
    void begin() throws NameTakenException {
        // The share comes first: what another instance learnt of a feed until it handed it on is saved then.
        share = tenure.round();
        followed = live.refresh();
        books.resume();
        books.announce();
        books.withdrawGone(Set.of());
        List<Feed> mine = mine(followed);
        loop.start(mine);
        long enabled = mine.stream().filter(Feed::enabled).count();
        LOG.infof("Polling %d of %d feeds", enabled, followed.feeds().size());
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    /** Lets the others have this instance's share at once; for when nothing is polled any more. */
    void handOn() {
        try {
            tenure.end();
        } catch (BackendAwayException e) {
            LOG.infof("Other instances take over in some seconds: %s", e.getMessage());
        }
    }

    private void run() {
        try {
            while (true) {
                live.await(followed, finished ? tenure.rhythm() : UNFINISHED);
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
            Set<Shard> current = tenure.round();
            Catalogue now = live.refresh();
            takeOver(now, current);
            if (now != followed || !current.equals(share) || !finished) {
                follow(now, current);
            }
            lookAtOthers(now);
            books.review();
            return true;
        } catch (NameTakenException e) {
            loop.follow(List.of());
            share = Set.of();
            remind(String.valueOf(e.getMessage()));
        } catch (BackendAwayException e) {
            remind("Catalogue and share are followed later: " + e.getMessage());
        } catch (RuntimeException e) {
            if (reminder.isDue(e.toString(), clock.instant())) {
                LOG.error("Catalogue and share are followed later", e);
            }
        }
        return false;
    }

    /** What is known of feeds that others polled until now. */
    private void takeOver(Catalogue now, Set<Shard> current) {
        Set<String> taken = now.feeds().stream()
                .filter(feed -> current.contains(shard(feed)) && !share.contains(shard(feed)))
                .map(Feed::id)
                .collect(Collectors.toSet());
        books.resume(taken);
    }

    /** What fails half-way is done once more as a whole, which does no harm. */
    private void follow(Catalogue now, Set<Shard> current) {
        finished = false;
        Catalogue before = followed;
        boolean changed = !current.equals(share);
        share = current;
        Set<String> unfinished = loop.follow(mine(now));
        Set<Shard> busy = before.feeds().stream()
                .filter(feed -> unfinished.contains(feed.id()))
                .map(ShareFollower::shard)
                .collect(Collectors.toSet());
        tenure.handOn(shard -> !busy.contains(shard));
        List<Feed> news = now.feeds().stream()
                .filter(feed -> !before.byId(feed.id()).filter(feed::equals).isPresent())
                .toList();
        books.announce();
        books.withdrawGone(unfinished);
        if (now != before) {
            LOG.infof(
                    "The catalogue has %d feeds, %d of them new or changed",
                    now.feeds().size(), news.size());
        }
        if (changed) {
            LOG.infof("This instance polls %d feeds now", mine(now).size());
        }
        followed = now;
        finished = unfinished.isEmpty();
    }

    /** For who asks this instance how a feed does that another polls. */
    private void lookAtOthers(Catalogue now) {
        Instant at = clock.instant();
        if (tenure.isAlone() || lookedAtOthers.plus(LOOK_AT_OTHERS).isAfter(at)) {
            return;
        }
        lookedAtOthers = at;
        books.resume(now.feeds().stream()
                .filter(feed -> !share.contains(shard(feed)))
                .map(Feed::id)
                .collect(Collectors.toSet()));
    }

    private List<Feed> mine(Catalogue catalogue) {
        return catalogue.feeds().stream()
                .filter(feed -> share.contains(shard(feed)))
                .toList();
    }

    static Shard shard(Feed feed) {
        return Shard.ofHost(String.valueOf(feed.url().getHost()));
    }

    private void remind(String reason) {
        if (reminder.isDue(reason, clock.instant())) {
            LOG.warn(reason);
        }
    }
}
