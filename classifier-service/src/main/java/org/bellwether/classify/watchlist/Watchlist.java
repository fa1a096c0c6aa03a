package org.bellwether.classify.watchlist;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bellwether.classify.Classification;
import org.bellwether.classify.reload.TaxonomyInForce;
import org.bellwether.classify.text.TextAnalyser;
import org.bellwether.classify.watch.WatchIndex;
import org.bellwether.classify.watch.WatchParser;
import org.bellwether.classify.watch.WatchQuery;
import org.bellwether.classify.watch.WatchSyntaxException;
import org.bellwether.classify.watch.WatchedItem;
import org.bellwether.events.Watch;

/**
 * The watches in force. Written by one thread, {@link WatchesConsumer}'s; matching never waits for it.
 *
 * <p>Queries are analysed as texts are, and the taxonomy teaches the analyser Korean words; so with another taxonomy they are
 * all read anew. In the seconds that takes, those whose words are affected may miss an item.
 */
@Singleton
public final class Watchlist {

    /** Far beyond what subscribers ask for; so that who floods the topic does not fill the memory. */
    static final int MOST = 200_000;

    private final TaxonomyInForce taxonomy;
    private final ConcurrentSkipListMap<String, ListedWatch> watches = new ConcurrentSkipListMap<>();
    private final AtomicInteger listed = new AtomicInteger();
    private final CountDownLatch complete = new CountDownLatch(1);
    private volatile WatchIndex index = WatchIndex.EMPTY;
    private TextAnalyser analyser;

    Watchlist(TaxonomyInForce taxonomy, MeterRegistry meters) {
        this.taxonomy = taxonomy;
        this.analyser = taxonomy.classifier().taxonomy().analyser();
        Gauge.builder("bellwether.watches", () -> index.size())
                .tag("state", "active")
                .description("subscribers' queries, by whether they can be used")
                .register(meters);
        Gauge.builder("bellwether.watches", () -> listed.get() - index.size())
                .tag("state", "refused")
                .register(meters);
    }

    /**
     * Ids of the watches that an item matches, sorted.
     *
     * @param found in it
     * @param sources ids and names its source goes by
     */
    public List<String> matching(Classification found, Collection<String> sources) {
        WatchIndex current = index;
        return current.size() == 0
                ? List.of()
                : current.match(WatchedItem.of(found.title(), found.text(), found.language(), sources));
    }

    /** By id, those after one; with their states. */
    public List<ListedWatch> after(String id, int limit) {
        return watches.tailMap(id, false).values().stream().limit(limit).toList();
    }

    /** Whether the topic has been read to its end once. */
    public boolean isComplete() {
        return complete.getCount() == 0;
    }

    /** Returns when the topic has been read to its end once, or after so long; whether it has. */
    public boolean awaitComplete(Duration longest) {
        try {
            return complete.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many there are, refused ones among them. */
    int size() {
        return listed.get();
    }

    void completed() {
        complete.countDown();
    }

    /** Takes a watch up, in place of an earlier one of that id. */
    void put(String id, Watch watch) {
        if (listed.get() >= MOST && !watches.containsKey(id)) {
            list(new ListedWatch(
                    id,
                    watch.name(),
                    "",
                    Optional.of("there are " + MOST + " watches already, and no more are taken")));
            return;
        }
        list(read(id, watch.name(), watch.query()));
    }

    /** Keeps what cannot even be read as a watch, so that its sender can find out. */
    void putUnreadable(String id, String reason) {
        index = index.without(id);
        list(new ListedWatch(id, "", "", Optional.of(reason)));
    }

    /** Lets a watch go. */
    void remove(String id) {
        index = index.without(id);
        if (watches.remove(id) != null) {
            listed.decrementAndGet();
        }
    }

    /** Lets all go but these. */
    void retain(Set<String> ids) {
        watches.keySet().stream().filter(id -> !ids.contains(id)).toList().forEach(this::remove);
    }

    /** Reads all queries anew where the taxonomy that is in force analyses texts otherwise. */
    void followTaxonomy() {
        TextAnalyser current = taxonomy.classifier().taxonomy().analyser();
        if (current == analyser) {
            return;
        }
        analyser = current;
        for (ListedWatch watch : new ArrayList<>(watches.values())) {
            if (!watch.query().isEmpty()) {
                list(read(watch.id(), watch.name(), watch.query()));
            }
        }
    }

    private ListedWatch read(String id, String name, String query) {
        try {
            WatchQuery parsed = new WatchParser(analyser).parse(query);
            index = index.with(id, parsed);
            return new ListedWatch(id, name, query, Optional.empty());
        } catch (WatchSyntaxException e) {
            index = index.without(id);
            return new ListedWatch(id, name, query, Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private void list(ListedWatch watch) {
        if (watches.put(watch.id(), watch) == null) {
            listed.incrementAndGet();
        }
    }
}
