package org.bellwether.ingest.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bellwether.ingest.catalogue.FeedChange;
import org.bellwether.ingest.catalogue.LiveCatalogue;
import org.bellwether.ingest.catalogue.Pause;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What people changed over the catalogue's file. */
@Path("/api/catalogue/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "manage")
public final class ChangesResource {

    private final LiveCatalogue live;

    public ChangesResource(LiveCatalogue live) {
        this.live = live;
    }

    /**
     * All that is changed about a feed.
     *
     * @param added whether it is in no file
     * @param removed whether it is a feed of the file that is hidden
     * @param members that are written other than in the file; of one that is hidden, the address at which it was read
     */
    public record ChangeView(
            String feed,
            boolean added,
            boolean removed,
            Map<String, String> members,
            @Nullable PauseView paused,
            Instant changedAt,
            String changedBy) {

        private static ChangeView of(FeedChange change) {
            return new ChangeView(
                    change.feedId(),
                    change.added(),
                    change.removed(),
                    change.members().values(),
                    PauseView.of(change.pause()),
                    change.stamp().at(),
                    change.stamp().by());
        }
    }

    /** Since when a feed is paused, by whom, and why if that was said. */
    public record PauseView(
            Instant since, String by, @Nullable String reason) {

        static @Nullable PauseView of(@Nullable Pause pause) {
            return pause == null
                    ? null
                    : new PauseView(pause.stamp().at(), pause.stamp().by(), pause.reason());
        }
    }

    @GET
    @Operation(
            summary = "What people changed over the catalogue's file: feeds added, changed, paused and removed",
            description = "A removed feed of the file comes back by DELETE /api/feeds/{id}/changes.")
    public List<ChangeView> changes() {
        return live.changes().stream()
                .filter(change -> !change.isFormer())
                .map(ChangeView::of)
                .toList();
    }
}
