package org.bellwether.ingest.catalogue;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as it is: the file, and over it what people changed. The file may be another by now than it was when they
 * did, so nothing here is refused: a change that no longer makes sense is passed over, and that is told.
 *
 * @param catalogue as it is
 * @param passedOver which changes are without effect, and why; for the log
 */
public record Overlay(Catalogue catalogue, List<String> passedOver) {

    /**
     * Puts the one over the other.
     *
     * @param file as it was read
     * @param changes by feed id
     */
    public static Overlay of(Catalogue file, Map<String, FeedChange> changes) {
        List<CatalogueEntry> entries = new ArrayList<>();
        List<CatalogueEntry> removed = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        Map<String, URI> former = new LinkedHashMap<>();
        for (CatalogueEntry entry : file.entries()) {
            @Nullable FeedChange change = changes.get(entry.feed().id());
            if (change == null || change.isFormer()) {
                entries.add(entry);
            } else if (change.hides()) {
                former.put(change.feedId(), entry.feed().url());
                noteFormer(change, former);
                removed.add(new CatalogueEntry(entry.feed(), entry.stated(), entry.file(), change));
            } else {
                entries.add(changed(entry, change, passedOver));
            }
        }
        changes.values().stream()
                .filter(change -> file.entry(change.feedId()).isEmpty())
                .forEach(change -> {
                    if (!noteFormer(change, former)) {
                        ofItsOwn(change, entries, passedOver);
                    }
                });
        return new Overlay(new Catalogue(entries, removed, former), List.copyOf(passedOver));
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

    /** Earlier releases did not note where a removed feed was read. */
    private static boolean noteFormer(FeedChange change, Map<String, URI> former) {
        FeedReading reading = FeedRules.read(change.members().with("id", change.feedId()));
        if (change.removed() && reading instanceof FeedReading.Right right) {
            former.put(change.feedId(), right.feed().url());
            return true;
        }
        return false;
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
}
