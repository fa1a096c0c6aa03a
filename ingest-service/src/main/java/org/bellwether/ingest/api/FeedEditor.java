package org.bellwether.ingest.api;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.CatalogueEdits;
import org.bellwether.ingest.catalogue.CatalogueEntry;
import org.bellwether.ingest.catalogue.EditPlan;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.catalogue.FeedMembers;
import org.bellwether.ingest.catalogue.LiveCatalogue;
import org.bellwether.ingest.catalogue.Stamp;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.ingest.item.CanonicalUrl;
import org.bellwether.ingest.opml.OpmlImport;
import org.bellwether.ingest.opml.Outline;
import org.jspecify.annotations.Nullable;

/**
 * Changes the catalogue for those who may, from API and console alike. Each change is judged as a whole before any of it
 * is written; a problem says why there is none.
 */
public final class FeedEditor {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final LiveCatalogue live;
    private final FeedPreview preview;
    private final Headroom headroom;
    private final InstantSource clock;
    private final CatalogueEdits edits;

    /**
     * @param remembered the address of the feed of that id of which anything is remembered, be it in the catalogue or not
     */
    public FeedEditor(
            LiveCatalogue live,
            FeedPreview preview,
            Headroom headroom,
            Function<String, Optional<URI>> remembered,
            InstantSource clock) {
        this.live = live;
        this.preview = preview;
        this.headroom = headroom;
        this.clock = clock;
        this.edits = new CatalogueEdits(CanonicalUrl::identityOf, remembered);
    }

    /**
     * A feed that may be added.
     *
     * @param entry as it would be in the catalogue
     * @param preview how it is read; absent when that was not to be looked at
     */
    public record Proposal(CatalogueEntry entry, @Nullable PreviewView preview) {}

    /**
     * Looks whether a feed can be added, and how it would be read. One without a name gets that which it gives itself. A
     * listing is tried like a feed.
     *
     * @param check whether it is fetched and read
     * @throws NoRoomException when there is no room for it now
     */
    public Proposal propose(FeedMembers members, boolean check, String user) throws NoRoomException {
        Feed feed =
                Refusals.unless(edits.add(live.current(), members, now(user))).feed();
        if (!check) {
            return new Proposal(CatalogueEntry.added(feed, members.with("id", feed.id()), now(user)), null);
        }
        PreviewView view = previewed(feed);
        @Nullable String title = view.feed().title();
        FeedMembers named =
                members.get("name").isPresent() || title == null || title.isBlank() ? members : named(members, title);
        Feed whole =
                Refusals.unless(edits.add(live.current(), named, now(user))).feed();
        return new Proposal(CatalogueEntry.added(whole, named.with("id", whole.id()), now(user)), view);
    }

    /** Adds what was proposed. */
    public CatalogueEntry add(Proposal proposal, String user) {
        FeedMembers members = proposal.entry().stated();
        String id = Refusals.unless(live.change(catalogue -> edits.add(catalogue, members, now(user))))
                .feedId();
        return entry(id);
    }

    /** Changes members of a feed; one that is emptied goes back to the file. */
    public CatalogueEntry change(String id, Map<String, Optional<String>> patch, String user) {
        Refusals.unless(live.change(catalogue -> edits.change(catalogue, id, patch, now(user))));
        return entry(id);
    }

    /**
     * The same of members that somebody saw.
     *
     * @param seen as they were stated then
     * @return empty when they are not stated so any more, and nothing is changed
     */
    public Optional<CatalogueEntry> change(
            String id, FeedMembers seen, Map<String, Optional<String>> patch, String user) {
        EditPlan plan = live.change(catalogue -> edits.change(catalogue, id, seen, patch, now(user)));
        if (plan instanceof EditPlan.Overtaken) {
            return Optional.empty();
        }
        Refusals.unless(plan);
        return Optional.of(entry(id));
    }

    /** Has a feed not polled for now. */
    public CatalogueEntry pause(String id, @Nullable String reason, String user) {
        @Nullable String checked = PauseReason.checked(reason);
        Refusals.unless(live.change(catalogue -> edits.pause(catalogue, id, checked, now(user))));
        return entry(id);
    }

    /** Has a feed polled again. */
    public CatalogueEntry resume(String id, String user) {
        Refusals.unless(live.change(catalogue -> edits.resume(catalogue, id, now(user))));
        return entry(id);
    }

    /** Takes a feed out of the catalogue. */
    public void remove(String id, String user) {
        Refusals.unless(live.change(catalogue -> edits.remove(catalogue, id, now(user))));
    }

    /** Takes back all that was changed of a feed of the file. */
    public CatalogueEntry takeBack(String id, String user) {
        Refusals.unless(live.change(catalogue -> edits.takeBack(catalogue, id, now(user))));
        return entry(id);
    }

    /**
     * Adds what is new of an OPML.
     *
     * @param dryRun to be told only
     */
    OpmlImport add(List<Outline> outlines, boolean dryRun, String user) {
        Stamp stamp = now(user);
        return dryRun
                ? OpmlImport.of(outlines, live.current(), edits, stamp)
                : live.change(catalogue -> OpmlImport.of(outlines, catalogue, edits, stamp));
    }

    /** The catalogue of now. */
    public Catalogue catalogue() {
        return live.current();
    }

    /** The feed of that id; a problem when there is none, as somebody else may just have removed it. */
    public CatalogueEntry entry(String id) {
        return live.current().entry(id).orElseThrow(() -> ApiProblem.noSuchFeed(id));
    }

    private PreviewView previewed(Feed feed) throws NoRoomException {
        try (Room room = headroom.ofPreview(PATIENCE)) {
            return preview.ofFeed(feed, room);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoRoomException();
        }
    }

    private static FeedMembers named(FeedMembers members, String title) {
        FeedMembers named = members.with("name", title.strip());
        return CatalogueEdits.isRight(named, "name") ? named : members;
    }

    /** To the millisecond, as it is kept. */
    private Stamp now(String user) {
        return new Stamp(clock.instant().truncatedTo(ChronoUnit.MILLIS), user);
    }
}
