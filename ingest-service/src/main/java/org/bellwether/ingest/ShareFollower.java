package org.bellwether.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.backend.StoreRefusedException;
import org.bellwether.ingest.catalogue.Edition;
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
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(2);
    /** Feeds that are looked up from one beat to the next: a matter of a few hundred milliseconds. */
    private static final int BATCH = 500;

    private final LiveCatalogue live;
    private final Tenure tenure;
    private final Past past;
    private final Bookkeeper books;
    private final PollLoop loop;
    private final Wishes wishes;
    private final InstantSource clock;
    private final Reminder reminder = new Reminder(REMIND_EVERY);
    private final Moves moves = new Moves();
    private final Thread thread = new Thread(this::run, "share-follower");
    private Edition followed;
    private Set<Shard> share = Set.of();
    private Set<String> polled = Set.of();
    private Set<String> toWithdraw = Set.of();
    /** In hand, and not to be polled here any more. */
    private Set<String> unfinished = Set.of();
    /** Whether something here has to come to its end before catalogue and share are gone by. */
    private boolean open = true;

    private boolean untold = true;
    private Instant lookedAtOthers = Instant.MIN;
    private volatile boolean ending;

    ShareFollower(LiveCatalogue live, Tenure tenure, Past past, PollLoop loop, Wishes wishes, InstantSource clock) {
        this.live = live;
        this.tenure = tenure;
        this.past = past;
        this.books = past.books();
        this.loop = loop;
        this.wishes = wishes;
        this.clock = clock;
        this.followed = live.edition();
    }

    /**
     * Lets polling begin with this instance's share. Where that fails nothing is held: the others neither wait for this
     * instance nor leave anything to it.
     *
     * @throws BackendAwayException when broker or store went away meanwhile; begin again then
     */
    void begin() throws NameTakenException {
        // What may fail for long comes first, so that the others do not see this instance come and go; and whoever asks
        // what feeds
        // there are is to know what people changed, also while another process bears the name.
        live.refresh();
        books.resume();
        try {
            begin(tenure.round());
        } catch (NameTakenException | RuntimeException e) {
            letGo(e);
            throw e;
        }
    }

    private void begin(Set<Shard> first) throws NameTakenException {
        share = first;
        // Once more, now that the others see this instance: no change is made any more that does not wait for it.
        live.refresh();
        followed = live.edition();
        moves.begin(followed);
        moves.settled(tenure.settledByOthers());
        List<Feed> mine = mine(followed);
        // What another instance learnt of a feed until it handed it on is saved by now.
        resume(ids(mine));
        polled = ids(mine);
        loop.start(mine);
        tenure.settle(followed.revision());
        long enabled = mine.stream().filter(Feed::enabled).count();
        LOG.infof(
                "Polling %d of %d feeds", enabled, followed.catalogue().feeds().size());
        thread.setDaemon(true);
        thread.start();
    }

    private void letGo(Exception why) {
        try {
            tenure.end();
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    /** Follows no longer; returns when that has come to its end, or will not within a moment. */
    @Override
    public void close() {
        ending = true;
        Ending.of(thread, ENDS_WITHIN);
    }

    /**
     * Lets the others have this instance's share at once; to be called when no poll begins any more. Is something still being
     * polled, they take over when the beats have ended for long enough, as after a kill.
     */
    void handOn() {
        Set<String> unfinished = loop.inHand().keySet();
        if (thread.isAlive() || !unfinished.isEmpty()) {
            LOG.infof("Other instances take over in some seconds: polls of %s have not ended", unfinished);
            return;
        }
        try {
            tenure.end();
        } catch (BackendAwayException | StoreRefusedException e) {
            LOG.infof("Other instances take over in some seconds: %s", e.getMessage());
        }
    }

    private void run() {
        try {
            while (!ending) {
                live.await(followed.catalogue(), pause());
                if (!follow() && !ending) {
                    TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pause() {
        if (open || untold) {
            return UNFINISHED;
        }
        return moves.areAwaited() ? tenure.rhythm().dividedBy(2) : tenure.rhythm();
    }

    private boolean follow() {
        try {
            // The catalogue comes first: who joins after the round's look at the others reads no older one.
            live.refresh();
            Edition now = live.edition();
            Set<Shard> current = tenure.round();
            boolean news = now.revision() != followed.revision();
            if (news) {
                moves.note(followed, now, kept(current));
            }
            boolean freed = moves.settled(tenure.settledByOthers());
            if (news || !current.equals(share) || freed || open) {
                follow(now, current);
            }
            wishes.grant(now.catalogue(), polled, loop::pollNow);
            if (untold || !unfinished.equals(toWithdraw)) {
                tell();
            }
            lookAtOthers();
            books.review(unfinished);
            return true;
        } catch (NameTakenException e) {
            loop.follow(List.of());
            share = Set.of();
            polled = Set.of();
            open = true;
            moves.begin(followed);
            remind(String.valueOf(e.getMessage()));
        } catch (BackendAwayException e) {
            remind("Catalogue and share are followed later: " + e.getMessage());
        } catch (RuntimeException e) {
            if (!ending && reminder.isDue(e.toString(), clock.instant())) {
                LOG.error("Catalogue and share are followed later", e);
            }
        }
        return false;
    }

    /** What of the share was held without a break since the round before. */
    private Set<Shard> kept(Set<Shard> current) {
        return tenure.isUnbroken() ? share.stream().filter(current::contains).collect(Collectors.toSet()) : Set.of();
    }

    /** What fails half-way is done once more as a whole, which does no harm. */
    private void follow(Edition now, Set<Shard> current) throws NameTakenException {
        boolean news = now.revision() != followed.revision();
        boolean changed = !current.equals(share);
        open = true;
        untold |= news || changed;
        share = current;
        List<Feed> mine = mine(now);
        takeOver(mine);
        unfinished = loop.follow(mine);
        polled = ids(mine);
        Set<Shard> busy = busy();
        past.leave();
        tenure.handOn(shard -> !busy.contains(shard));
        long settled = moves.settledHere(followed, now, loop.inHand());
        boolean told = tenure.settled() == settled;
        tenure.settle(settled);
        if (news || changed) {
            LOG.infof(
                    "This instance polls %d of %d feeds now; %d of them are new or changed",
                    mine.size(), now.catalogue().feeds().size(), changesSince(followed, now));
        }
        followed = now;
        open = !unfinished.isEmpty() || !told || settled != now.revision();
    }

    /** What is known of feeds that others polled until now. */
    private void takeOver(List<Feed> mine) throws NameTakenException {
        Set<String> taken = new HashSet<>(ids(mine));
        taken.removeAll(polled);
        resume(taken);
    }

    private void resume(Set<String> feeds) throws NameTakenException {
        for (Set<String> some : batches(feeds)) {
            past.takeOver(some);
            tenure.keep();
        }
    }

    /** Also when nothing but a poll has ended: what could not be taken back before is now. */
    private void tell() throws NameTakenException {
        while (books.announce()) {
            tenure.keep();
        }
        books.withdrawGone(unfinished);
        toWithdraw = unfinished;
        untold = false;
    }

    private static long changesSince(Edition before, Edition now) {
        return now.catalogue().feeds().stream()
                .filter(feed ->
                        before.catalogue().byId(feed.id()).filter(feed::equals).isEmpty())
                .count();
    }

    /** For who asks this instance how a feed does that another polls. */
    private void lookAtOthers() throws NameTakenException {
        Instant at = clock.instant();
        if (tenure.isAlone() || lookedAtOthers.plus(LOOK_AT_OTHERS).isAfter(at)) {
            return;
        }
        lookedAtOthers = at;
        Map<String, Feed> inHand = loop.inHand();
        Set<String> others = followed.catalogue().feeds().stream()
                .map(Feed::id)
                .filter(id -> !polled.contains(id) && !inHand.containsKey(id))
                .collect(Collectors.toSet());
        for (Set<String> some : batches(others)) {
            books.catchUp(some);
            tenure.keep();
        }
    }

    private static List<Set<String>> batches(Set<String> feeds) {
        List<String> all = List.copyOf(feeds);
        return IntStream.iterate(0, from -> from < all.size(), from -> from + BATCH)
                .mapToObj(from -> Set.copyOf(all.subList(from, Math.min(from + BATCH, all.size()))))
                .toList();
    }

    /** Of what something is being polled, be it that the catalogue has it elsewhere by now, or nowhere. */
    private Set<Shard> busy() {
        return loop.inHand().values().stream().map(Ours::shard).collect(Collectors.toSet());
    }

    private List<Feed> mine(Edition edition) {
        return edition.catalogue().feeds().stream()
                .filter(feed -> share.contains(Ours.shard(feed)) && moves.mayBegin(feed))
                .toList();
    }

    private static Set<String> ids(List<Feed> feeds) {
        return feeds.stream().map(Feed::id).collect(Collectors.toSet());
    }

    private void remind(String reason) {
        if (!ending && reminder.isDue(reason, clock.instant())) {
            LOG.warn(reason);
        }
    }
}
