package org.bellwether.ingest.catalogue;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as it is: the file, and over it what people changed. The file may be another by now than it was when they
 * did, so nothing here is refused: what no longer makes sense is passed over, and that is told.
 *
 * @param catalogue as it is
 * @param passedOver which changes, and which feeds of the file, are without effect, and why; for the log
 */
public record Overlay(Catalogue catalogue, List<String> passedOver) {

    /**
     * Puts the one over the other.
     *
     * @param file as it was read
     * @param changes by feed id
     * @param identity what two spellings of one address share; at another a removed feed is not itself
     */
    public static Overlay of(Catalogue file, Map<String, FeedChange> changes, Function<URI, String> identity) {
        List<CatalogueEntry> entries = new ArrayList<>();
        List<CatalogueEntry> removed = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        Map<String, URI> former = former(changes);
        for (CatalogueEntry entry : file.entries()) {
            Feed feed = entry.feed();
            URI last = former.getOrDefault(feed.id(), feed.url());
            @Nullable FeedChange change = changes.get(feed.id());
            if (change == null) {
                entries.add(entry);
            } else if (change.hides()) {
                former.put(feed.id(), last);
                removed.add(new CatalogueEntry(feed, entry.stated(), entry.file(), change));
            } else if (!change.isFormer()) {
                entries.add(changed(entry, change, passedOver));
            } else if (identity.apply(last).equals(identity.apply(feed.url()))) {
                former.remove(feed.id());
                entries.add(entry);
            } else {
                passedOver.add(told(feed.id(), last));
            }
        }
        changes.values().stream()
                .filter(change -> file.entry(change.feedId()).isEmpty() && !former.containsKey(change.feedId()))
                .forEach(change -> ofItsOwn(change, entries, passedOver));
        return new Overlay(new Catalogue(entries, removed, former), List.copyOf(passedOver));
    }

    /** Where removed feeds were read. Earlier releases did not note it. */
    private static Map<String, URI> former(Map<String, FeedChange> changes) {
        Map<String, URI> former = new LinkedHashMap<>();
        changes.values().stream().filter(FeedChange::removed).forEach(change -> {
            if (FeedRules.read(change.members().with("id", change.feedId())) instanceof FeedReading.Right right) {
                former.put(change.feedId(), right.feed().url());
            }
        });
        return former;
    }

    private static CatalogueEntry changed(CatalogueEntry entry, FeedChange change, List<String> passedOver) {
        FeedMembers stated = change.members().over(entry.stated());
        FeedReading reading = FeedRules.read(stated);
        if (reading instanceof FeedReading.Right right) {
            return entry(right.feed(), stated, entry.file(), change);
        }
        passedOver.add(told(change, ((FeedReading.Wrong) reading).faults()));
        return entry(entry.feed(), entry.stated(), entry.file(), change);
    }

    private static void ofItsOwn(FeedChange change, List<CatalogueEntry> entries, List<String> passedOver) {
        if (!change.added()) {
            passedOver.add("feed " + change.feedId() + " was changed and is no longer in the file");
            return;
        }
        FeedReading reading = FeedRules.read(change.members());
        if (reading instanceof FeedReading.Right right) {
            entries.add(entry(right.feed(), change.members(), null, change));
        } else {
            passedOver.add(told(change, ((FeedReading.Wrong) reading).faults()));
        }
    }

    private static CatalogueEntry entry(Feed feed, FeedMembers stated, @Nullable FeedMembers file, FeedChange change) {
        @Nullable Pause pause = change.pause();
        Feed polled = pause == null ? feed : feed.paused(pause.reason());
        return new CatalogueEntry(polled, stated, file, change);
    }

    private static String told(FeedChange change, List<MemberFault> faults) {
        MemberFault first = faults.get(0);
        return "feed " + change.feedId() + ": " + first.member() + " " + first.reason();
    }

    private static String told(String id, URI former) {
        return "feed " + id + " of the file has the id of a removed feed, which was read at " + former
                + ": give it another id there; or, if it is that one and moved, add it where it was (POST"
                + " /api/feeds?unchecked=true) and change its address then (PATCH)";
    }
}
