package org.bellwether.ingest.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.ingest.backend.StoredDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How the store keeps a {@link ChangeStep}. */
final class StepForm {

    static final String REVISION = "_id";
    static final String CHANGES = "changes";
    static final String WHOLE = "whole";
    static final String FEED = "feed";

    private StepForm() {}

    static Document write(ChangeStep step) {
        return new Document(REVISION, step.revision())
                .append(CHANGES, step.changes().stream().map(StepForm::write).toList());
    }

    private static Document write(FeedChange change) {
        List<Document> members = change.members().values().entrySet().stream()
                // Names have dots, which a name of the store's own may not.
                .map(member -> new Document("name", member.getKey()).append("value", member.getValue()))
                .toList();
        @Nullable Pause pause = change.pause();
        return new Document(FEED, change.feedId())
                .append("added", change.added())
                .append("members", members)
                .append(
                        "pause",
                        pause == null
                                ? null
                                : new Document("reason", pause.reason()).append("stamp", write(pause.stamp())))
                .append("removed", change.removed())
                .append("stamp", write(change.stamp()));
    }

    private static Document write(Stamp stamp) {
        return new Document("at", Date.from(stamp.at())).append("by", stamp.by());
    }

    /**
     * Reads one. A change that cannot be read is as if never made; of one with members that a newer release knows, the
     * others count.
     *
     * @param from the same document for who asks what was wrong with it
     */
    static ChangeStep read(Document step, StoredDocument from) {
        List<FeedChange> changes = new ArrayList<>();
        from.parts(CHANGES).forEach(change -> change(change).ifPresent(changes::add));
        return new ChangeStep(revision(step), changes, from.flag(WHOLE));
    }

    static long revision(Document step) {
        return step.get(REVISION, Number.class).longValue();
    }

    static boolean isWhole(Document step) {
        return Boolean.TRUE.equals(step.get(WHOLE));
    }

    /** Its changes as they are written; those that are no documents are none. */
    static List<Document> changes(Document step) {
        return step.get(CHANGES) instanceof List<?> list
                ? list.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .toList()
                : List.of();
    }

    /** Whether anything of a change can be read here, so that it takes the place of what was changed about its feed before. */
    static boolean counts(Document change) {
        return change(StoredDocument.of(change)).isPresent();
    }

    static boolean isReadable(Document change) {
        StoredDocument from = StoredDocument.of(change);
        return change(from).isPresent() && from.faults().isEmpty();
    }

    /** Whether a change says that its feed is as in the file. */
    static boolean isNone(Document change) {
        return isReadable(change)
                && change(StoredDocument.of(change)).filter(FeedChange::isNone).isPresent();
    }

    /** When it was taken (UTC); empty when it does not say. */
    static Optional<Instant> takenAt(Document step) {
        return changes(step).stream()
                .flatMap(change -> change(StoredDocument.of(change)).stream())
                .map(change -> change.stamp().at())
                .max(Comparator.naturalOrder());
    }

    private static Optional<FeedChange> change(StoredDocument from) {
        @Nullable String feed = from.needed(FEED, from.text(FEED));
        @Nullable Stamp stamp = stamp(from);
        @Nullable FeedMembers members = members(from);
        @Nullable StoredDocument pausing = from.part("pause");
        @Nullable Pause pause = pausing == null ? null : pause(pausing);
        boolean unpausable = pausing != null && pause == null;
        return feed == null || stamp == null || members == null || unpausable
                ? Optional.empty()
                : Optional.of(new FeedChange(feed, from.flag("added"), members, pause, from.flag("removed"), stamp));
    }

    private static @Nullable FeedMembers members(StoredDocument from) {
        int faults = from.faults().size();
        Map<String, String> members = new LinkedHashMap<>();
        for (StoredDocument member : from.parts("members")) {
            @Nullable String name = member.needed("name", member.text("name"));
            @Nullable String value = member.needed("value", member.text("value"));
            if (name != null && value != null) {
                members.put(name, value);
            }
        }
        if (from.faults().size() > faults) {
            return null;
        }
        members.keySet().stream()
                .filter(name -> !FeedMembers.NAMES.contains(name))
                .forEach(name -> from.fault("members", "has " + name + ", which is not known here"));
        members.keySet().retainAll(FeedMembers.NAMES);
        return new FeedMembers(members);
    }

    private static @Nullable Pause pause(StoredDocument from) {
        @Nullable Stamp stamp = stamp(from);
        return stamp == null ? null : new Pause(from.text("reason"), stamp);
    }

    private static @Nullable Stamp stamp(StoredDocument of) {
        @Nullable StoredDocument from = of.needed("stamp", of.part("stamp"));
        @Nullable Instant at = from == null ? null : from.needed("at", from.time("at"));
        @Nullable String by = from == null ? null : from.needed("by", from.text("by"));
        return at == null || by == null ? null : new Stamp(at, by);
    }
}
