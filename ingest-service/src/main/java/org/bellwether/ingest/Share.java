package org.bellwether.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.ingest.catalogue.Edition;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.catalogue.LiveCatalogue;
import org.bellwether.ingest.lease.NameTakenException;
import org.bellwether.ingest.lease.Shard;
import org.bellwether.ingest.lease.Tenure;
import org.bellwether.ingest.poll.PollLoop;
import org.jboss.logging.Logger;

/** The feeds that are polled here: of the catalogue, those in the shards that this instance holds. For one thread. */
final class Share {

    private static final Logger LOG = Logger.getLogger(Share.class);

    private final Tenure tenure;
    private final Past past;
    private final PollLoop loop;
    private final Moves moves = new Moves();
    private Edition followed;
    private Set<Shard> shards = Set.of();
    private Set<String> polled = Set.of();
    /** In hand, and not to be polled here any more. */
    private Set<String> unfinished = Set.of();
    /** What was unfinished when all was told last. */
    private Set<String> toWithdraw = Set.of();

    private boolean untold = true;
    /** Whether something here has to come to its end before catalogue and share are gone by. */
    private boolean open = true;

    /**
     * @param followed the catalogue until there is another
     */
    Share(Edition followed, Tenure tenure, Past past, PollLoop loop) {
        this.followed = followed;
        this.tenure = tenure;
        this.past = past;
        this.loop = loop;
    }

    /**
     * Takes what is this instance's, and lets polling begin with it. Where that fails nothing is held: the others neither wait
     * for this instance nor leave anything to it.
     */
    void begin(LiveCatalogue live) throws NameTakenException {
        // What may fail for long comes first, so that the others do not see this instance come and go; and whoever asks
        // what feeds there are is to know what people changed, also while another process bears the name.
        live.refresh();
        past.takeOver();
        try {
            join(live);
        } catch (NameTakenException | RuntimeException e) {
            letGo(e);
            throw e;
        }
    }

    private void letGo(Exception why) {
        try {
            tenure.end();
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    private void join(LiveCatalogue live) throws NameTakenException {
        shards = tenure.round();
        // Once more, now that the others see this instance: no change is made any more that does not wait for it.
        live.refresh();
        followed = live.edition();
        moves.begin(followed);
        moves.settled(tenure.settledByOthers());
        List<Feed> mine = mine(followed);
        // What another instance learnt of a feed until it handed it on is saved by now.
        takeOver(ids(mine));
        polled = ids(mine);
        loop.start(mine);
        tenure.settle(followed.revision());
        long enabled = mine.stream().filter(Feed::enabled).count();
        LOG.infof(
                "Polling %d of %d feeds", enabled, followed.catalogue().feeds().size());
    }

    /** Makes a round, and goes by the catalogue and what is held then. */
    void follow(Edition now) throws NameTakenException {
        Set<Shard> current = tenure.round();
        boolean news = now.revision() != followed.revision();
        if (news) {
            moves.note(followed, now, kept(current));
        }
        boolean freed = moves.settled(tenure.settledByOthers());
        boolean lapsed = !tenure.isUnbroken();
        if (lapsed) {
            // Another may have had any of it, and have given it back.
            polled = Set.of();
        }
        if (news || lapsed || !current.equals(shards) || freed || open) {
            follow(now, current);
        }
    }

    /** What was held without a break since the round before. */
    private Set<Shard> kept(Set<Shard> current) {
        return tenure.isUnbroken() ? shards.stream().filter(current::contains).collect(Collectors.toSet()) : Set.of();
    }

    /** What fails half-way is done once more as a whole, which does no harm. */
    private void follow(Edition now, Set<Shard> current) throws NameTakenException {
        boolean news = now.revision() != followed.revision();
        boolean changed = !current.equals(shards);
        open = true;
        untold |= news || changed;
        shards = current;
        List<Feed> mine = mine(now);
        Set<String> taken = new HashSet<>(ids(mine));
        taken.removeAll(polled);
        takeOver(taken);
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

    private void takeOver(Set<String> feeds) throws NameTakenException {
        new InSteps(tenure).forAll(feeds, past::takeOver);
    }

    private static long changesSince(Edition before, Edition now) {
        return now.catalogue().feeds().stream()
                .filter(feed ->
                        before.catalogue().byId(feed.id()).filter(feed::equals).isEmpty())
                .count();
    }

    /** Lets go of all: another process bears the name of this instance. */
    void drop() {
        loop.follow(List.of());
        shards = Set.of();
        polled = Set.of();
        open = true;
        moves.begin(followed);
    }

    /** The catalogue that is gone by. */
    Edition followed() {
        return followed;
    }

    /** Whether something has to come to its end here, so that the next round should be soon. */
    boolean isOpen() {
        return open;
    }

    /** Whether others have something to come to its end before feeds can be begun here. */
    boolean isAwaiting() {
        return moves.areAwaited();
    }

    /** Ids of the feeds of which this instance knows best: those, and what is in hand. */
    Set<String> here() {
        Set<String> here = new HashSet<>(polled);
        here.addAll(inHand());
        return here;
    }

    /** Ids of the feeds that are still in hand, and not to be polled here any more. */
    Set<String> unfinished() {
        return unfinished;
    }

    /** Ids of all feeds in hand. */
    Set<String> inHand() {
        return loop.inHand().keySet();
    }

    /** Has a feed that is polled here polled now; says no while it is being polled. */
    boolean pollNow(Feed feed) {
        return polled.contains(feed.id()) && loop.pollNow(feed);
    }

    /** Whether there is anything to tell; also when nothing but a poll has ended: what could not be taken back before is now. */
    boolean isUntold() {
        return untold || !unfinished.equals(toWithdraw);
    }

    /** All is told. */
    void told() {
        toWithdraw = unfinished;
        untold = false;
    }

    /** Of what something is being polled, be it that the catalogue has it elsewhere by now, or nowhere. */
    private Set<Shard> busy() {
        return loop.inHand().values().stream().map(Ours::shard).collect(Collectors.toSet());
    }

    private List<Feed> mine(Edition edition) {
        return edition.catalogue().feeds().stream()
                .filter(feed -> shards.contains(Ours.shard(feed)) && moves.mayBegin(feed))
                .toList();
    }

    private static Set<String> ids(List<Feed> feeds) {
        return feeds.stream().map(Feed::id).collect(Collectors.toSet());
    }
}
