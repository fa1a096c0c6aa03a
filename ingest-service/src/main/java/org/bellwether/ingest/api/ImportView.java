package org.bellwether.ingest.api;

import java.util.List;
import org.bellwether.ingest.opml.OpmlImport;
import org.bellwether.ingest.opml.OpmlImport.Added;
import org.bellwether.ingest.opml.OpmlImport.AlreadyThere;
import org.bellwether.ingest.opml.OpmlImport.NoFeed;
import org.bellwether.ingest.opml.OpmlImport.Outcome;
import org.bellwether.ingest.opml.OpmlImport.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What came of an OPML.
 *
 * @param dryRun whether nothing was written
 * @param noFeeds how many have no {@code xmlUrl}, and nothing in them either
 * @param outlines in the document's order
 */
public record ImportView(
        boolean dryRun, int added, int alreadyThere, int refused, int noFeeds, List<OutlineView> outlines) {

    static final String ADDED = "added";
    static final String ALREADY_THERE = "already-there";
    static final String REFUSED = "refused";
    static final String NO_FEED = "no-feed";

    /**
     * What came of one of its outlines that are no groups.
     *
     * @param line of the document
     * @param url as it stands there, but for a name and password
     * @param result {@code added | already-there | refused | no-feed}
     * @param feed the id that it has in the catalogue
     * @param reason why it was refused, or is no feed
     */
    public record OutlineView(
            int line,
            String title,
            String url,
            String result,
            @Nullable String feed,
            @Nullable String reason) {

        private static OutlineView of(Outcome outcome) {
            if (outcome instanceof Added added) {
                return of(outcome, ADDED, added.feedId(), null);
            }
            if (outcome instanceof AlreadyThere there) {
                return of(outcome, ALREADY_THERE, there.feedId(), null);
            }
            if (outcome instanceof NoFeed) {
                return of(
                        outcome,
                        NO_FEED,
                        null,
                        "has no xmlUrl, and no outlines in it; give it the address of its feed");
            }
            return of(outcome, REFUSED, null, ((Refused) outcome).reason());
        }

        private static OutlineView of(Outcome outcome, String result, @Nullable String feed, @Nullable String reason) {
            return new OutlineView(
                    outcome.outline().line(),
                    outcome.outline().title(),
                    shown(outcome.outline().members().get("url").orElse("")),
                    result,
                    feed,
                    reason);
        }

        /** Without a name and password that stand in it. */
        private static String shown(String url) {
            return url.replaceFirst("//[^/?#]*@", "//…@");
        }
    }

    static ImportView of(OpmlImport plan, boolean dryRun) {
        List<OutlineView> outlines =
                plan.outcomes().stream().map(OutlineView::of).toList();
        return new ImportView(
                dryRun,
                count(outlines, ADDED),
                count(outlines, ALREADY_THERE),
                count(outlines, REFUSED),
                count(outlines, NO_FEED),
                outlines);
    }

    private static int count(List<OutlineView> outlines, String result) {
        return (int) outlines.stream()
                .filter(outline -> outline.result().equals(result))
                .count();
    }
}
