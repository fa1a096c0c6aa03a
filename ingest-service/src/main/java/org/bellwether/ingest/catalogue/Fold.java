package org.bellwether.ingest.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;

/**
 * Many old steps as the one that they come to. A reader who takes it over forgets what it knew of earlier ones, so nothing
 * needs to be said of feeds that are as in the file again. Changes are carried over as they were written, those too that
 * cannot be read here; a step that another release wrote otherwise ends what is folded. Pure.
 *
 * @param revision of the last of the steps
 * @param changes as in the store
 */
record Fold(long revision, List<Document> changes) {

    /** With fewer it is not worth the while. */
    private static final int FEWEST = 100;

    /** The store takes documents of 16 MB. */
    private static final int MOST_BYTES = 12 << 20;

    private static final Set<String> KNOWN = Set.of(StepForm.REVISION, StepForm.CHANGES, StepForm.WHOLE);

    /**
     * Folds the steps taken before that.
     *
     * @param steps as in the store, in order
     * @return empty when there are too few, or when it would be too large for the store
     */
    static Optional<Fold> of(List<Document> steps, Instant before) {
        int count = countBefore(steps, before);
        if (count < FEWEST) {
            return Optional.empty();
        }
        Map<Object, List<Document>> byFeed = new LinkedHashMap<>();
        for (Document step : steps.subList(0, count)) {
            if (StepForm.isWhole(step)) {
                byFeed.clear();
            }
            StepForm.changes(step).forEach(change -> take(byFeed, change));
        }
        List<Document> changes = byFeed.values().stream().flatMap(List::stream).toList();
        long revision = StepForm.revision(steps.get(count - 1));
        Document folded = new Document(StepForm.CHANGES, changes);
        int bytes =
                new RawBsonDocument(folded, new DocumentCodec()).getByteBuffer().remaining();
        return bytes > MOST_BYTES ? Optional.empty() : Optional.of(new Fold(revision, changes));
    }

    /** A change that cannot be read here counts as never made, so the one before it goes on to count, and who can read it finds it after that. */
    private static void take(Map<Object, List<Document>> byFeed, Document change) {
        @Nullable Object feed = change.get(StepForm.FEED);
        if (StepForm.isNone(change)) {
            byFeed.remove(feed);
            return;
        }
        // What does not say whose it is stays, too.
        List<Document> ofFeed = byFeed.computeIfAbsent(feed == null ? change : feed, unknown -> new ArrayList<>());
        if (StepForm.counts(change)) {
            ofFeed.clear();
        }
        ofFeed.add(change);
    }

    /** How many steps from the first on are in order, known here, and that old. */
    private static int countBefore(List<Document> steps, Instant before) {
        int old = 0;
        for (int i = 0; i < steps.size(); i++) {
            Document step = steps.get(i);
            boolean follows = i == 0 || StepForm.revision(step) == StepForm.revision(steps.get(i - 1)) + 1;
            if (!KNOWN.containsAll(step.keySet()) || !(follows || StepForm.isWhole(step))) {
                return old;
            }
            Optional<Instant> taken = StepForm.takenAt(step);
            if (taken.isPresent() && !taken.get().isBefore(before)) {
                return old;
            }
            old = taken.isPresent() ? i + 1 : old;
        }
        return old;
    }
}
