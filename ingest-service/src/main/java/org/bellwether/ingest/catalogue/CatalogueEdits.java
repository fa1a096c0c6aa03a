package org.bellwether.ingest.catalogue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What people may do to the catalogue. Nothing is done here: each answer is a plan, or why there can be none. */
public final class CatalogueEdits {

    private final Function<URI, String> identity;
    private final Function<String, Optional<URI>> remembered;

    /**
     * Where nothing is remembered of feeds but the catalogue.
     *
     * @param identity what two spellings of one address share; of two feeds at one address the second is not wanted
     */
    public CatalogueEdits(Function<URI, String> identity) {
        this(identity, id -> Optional.empty());
    }

    /**
     * Where something is remembered of feeds that left the file, too.
     *
     * @param identity what two spellings of one address share; of two feeds at one address the second is not wanted
     * @param remembered the address of the feed of that id of which anything is remembered
     */
    public CatalogueEdits(Function<URI, String> identity, Function<String, Optional<URI>> remembered) {
        this.identity = identity;
        this.remembered = remembered;
    }

    /** Whether nothing is wrong with that member, whatever may be with others. */
    public static boolean isRight(FeedMembers members, String member) {
        return !(FeedRules.read(members) instanceof FeedReading.Wrong wrong)
                || wrong.faults().stream().noneMatch(fault -> fault.member().equals(member));
    }

    /** Which ids and addresses a catalogue uses. */
    public Directory directory(Catalogue catalogue) {
        return new Directory(catalogue, identity, remembered);
    }

    /** Adds a feed. */
    public EditPlan add(Catalogue catalogue, FeedMembers written, Stamp now) {
        return add(directory(catalogue), written, now);
    }

    /**
     * Adds a feed. Where no id is written, one is made; what is added at the address of a feed that was removed is that feed then, under
     * its id and as written now, unless another id is written. Another feed does not get that id, as its items would be taken for those of the former.
     *
     * @param directory is told of the feed
     */
    public EditPlan add(Directory directory, FeedMembers written, Stamp now) {
        FeedMembers members = written.get("id").isPresent() ? written : withId(directory, written);
        FeedReading reading = FeedRules.read(members);
        if (reading instanceof FeedReading.Wrong wrong) {
            return new EditPlan.Invalid(wrong.faults());
        }
        Feed feed = ((FeedReading.Right) reading).feed();
        Optional<String> there = directory.idAt(feed.url());
        if (there.isPresent()) {
            return new EditPlan.Taken("url", feed.url().toString(), there.get());
        }
        if (directory.has(feed.id())) {
            return new EditPlan.Taken("id", feed.id(), feed.id());
        }
        Optional<URI> former = directory.otherAddress(feed.id(), feed.url());
        if (former.isPresent()) {
            boolean inFile = directory.catalogue().removed(feed.id()).isPresent();
            return new EditPlan.Former(feed.id(), former.get(), inFile);
        }
        directory.note(feed);
        FeedChange none = FeedChange.none(feed.id(), now);
        boolean back = directory.catalogue().removed(feed.id()).isPresent();
        FeedChange change = back ? none.with(members.without("id"), now) : none.ofItsOwn(members, now);
        return new EditPlan.Accepted(feed.id(), feed, List.of(change));
    }

    /**
     * Changes members of a feed (RFC 7396).
     *
     * @param patch by name; what is empty goes back to what the file says, or to the default
     */
    public EditPlan change(Catalogue catalogue, String id, Map<String, Optional<String>> patch, Stamp now) {
        Optional<CatalogueEntry> found = catalogue.entry(id);
        if (found.isEmpty()) {
            return new EditPlan.NoSuchFeed(id);
        }
        if (patch.containsKey("id") && !patch.get("id").equals(Optional.of(id))) {
            return new EditPlan.Invalid(List.of(new MemberFault("id", "cannot be changed; add another feed instead")));
        }
        CatalogueEntry entry = found.get();
        FeedChange before = entry.changeOrNone(now);
        FeedMembers members = patched(before.members(), patch);
        FeedMembers file = entry.file() == null ? FeedMembers.NONE : entry.file();
        FeedReading reading = FeedRules.read(members.over(file));
        if (reading instanceof FeedReading.Wrong wrong) {
            return new EditPlan.Invalid(wrong.faults());
        }
        Feed feed = ((FeedReading.Right) reading).feed();
        Optional<String> there = feed.url().equals(entry.feed().url())
                ? Optional.empty()
                : directory(catalogue).idAt(feed.url()).filter(other -> !other.equals(id));
        if (there.isPresent()) {
            return new EditPlan.Taken("url", feed.url().toString(), there.get());
        }
        boolean same = members.equals(before.members());
        return new EditPlan.Accepted(id, feed, same ? List.of() : List.of(before.with(members, now)));
    }

    /**
     * The same, but only while they are stated as somebody saw them who now changes some: of the others they would not know
     * that they are other by now.
     */
    public EditPlan change(
            Catalogue catalogue, String id, FeedMembers seen, Map<String, Optional<String>> patch, Stamp now) {
        boolean overtaken = catalogue
                .entry(id)
                .filter(entry -> !entry.stated().equals(seen))
                .isPresent();
        return overtaken ? new EditPlan.Overtaken(id) : change(catalogue, id, patch, now);
    }

    /**
     * Has a feed not polled for now. To pause one again gives it the reason of now.
     *
     * @param reason if there is one
     */
    public EditPlan pause(Catalogue catalogue, String id, @Nullable String reason, Stamp now) {
        return catalogue
                .entry(id)
                .map(entry -> {
                    FeedChange change = entry.changeOrNone(now).with(new Pause(reason, now), now);
                    return (EditPlan) new EditPlan.Accepted(id, entry.feed().paused(reason), List.of(change));
                })
                .orElseGet(() -> new EditPlan.NoSuchFeed(id));
    }

    /** Has a feed polled again, if it was paused. One that is turned off otherwise is not turned on. */
    public EditPlan resume(Catalogue catalogue, String id, Stamp now) {
        Optional<CatalogueEntry> found = catalogue.entry(id);
        if (found.isEmpty()) {
            return new EditPlan.NoSuchFeed(id);
        }
        CatalogueEntry entry = found.get();
        if (entry.pause().isPresent()) {
            FeedChange change = entry.changeOrNone(now).with((Pause) null, now);
            return new EditPlan.Accepted(id, entry.feed(), List.of(change));
        }
        return entry.feed().enabled()
                ? new EditPlan.Accepted(id, entry.feed(), List.of())
                : new EditPlan.Impossible("The feed \"" + id + "\" is not paused but turned off; PATCH /api/feeds/" + id
                        + " with {\"enabled\": true} turns it on.");
    }

    /** Takes a feed out of the catalogue. */
    public EditPlan remove(Catalogue catalogue, String id, Stamp now) {
        return catalogue
                .entry(id)
                .map(entry -> (EditPlan) new EditPlan.Accepted(
                        id,
                        entry.feed(),
                        List.of(entry.changeOrNone(now).gone(entry.feed().url(), entry.file() != null, now))))
                .orElseGet(() -> new EditPlan.NoSuchFeed(id));
    }

    /** Takes back all that was changed of a feed of the file, its removal too. */
    public EditPlan takeBack(Catalogue catalogue, String id, Stamp now) {
        Optional<CatalogueEntry> found = catalogue.entry(id).or(() -> catalogue.removed(id));
        if (found.isEmpty()) {
            return new EditPlan.NoSuchFeed(id);
        }
        CatalogueEntry entry = found.get();
        @Nullable FeedMembers file = entry.file();
        if (file == null) {
            return new EditPlan.Impossible("The feed \"" + id + "\" was added by API and is in no file to go back to; "
                    + "DELETE /api/feeds/" + id + " removes it.");
        }
        Feed feed = ((FeedReading.Right) FeedRules.read(file)).feed();
        // Another may have been added at its address, which was nobody's meanwhile.
        Optional<String> there = directory(catalogue).idAt(feed.url()).filter(other -> !other.equals(id));
        if (there.isPresent()) {
            return new EditPlan.Taken("url", feed.url().toString(), there.get());
        }
        List<FeedChange> changes = entry.change() == null ? List.of() : List.of(FeedChange.none(id, now));
        return new EditPlan.Accepted(id, feed, changes);
    }

    private static FeedMembers withId(Directory directory, FeedMembers written) {
        try {
            URI url = FeedValues.url(written.get("url").orElse(""));
            String id =
                    directory.formerIdAt(url).orElseGet(() -> directory.freeId(FeedIds.stem(written.get("name"), url)));
            return written.with("id", id);
        } catch (IllegalArgumentException e) {
            // The address is wrong, and that will be told; a missing id would be told besides.
            return written.with("id", "unknown");
        }
    }

    private static FeedMembers patched(FeedMembers changed, Map<String, Optional<String>> patch) {
        FeedMembers members = changed;
        for (Map.Entry<String, Optional<String>> member : patch.entrySet()) {
            String name = member.getKey();
            if (!name.equals("id")) {
                members = member.getValue().isPresent()
                        ? members.with(name, member.getValue().get())
                        : members.without(name);
            }
        }
        return members;
    }
}
