package org.bellwether.ingest.opml;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.CatalogueEdits;
import org.bellwether.ingest.catalogue.Directory;
import org.bellwether.ingest.catalogue.EditPlan;
import org.bellwether.ingest.catalogue.FeedChange;
import org.bellwether.ingest.catalogue.FeedMembers;
import org.bellwether.ingest.catalogue.MemberFault;
import org.bellwether.ingest.catalogue.Plan;
import org.bellwether.ingest.catalogue.Stamp;

/**
 * What comes of an OPML: feeds that are new are added, in one step; of the others it is told why not.
 *
 * @param outcomes in the document's order
 * @param changes all that is written
 */
public record OpmlImport(List<Outcome> outcomes, List<FeedChange> changes) implements Plan {

    /** What comes of one outline. */
    public sealed interface Outcome {
        /** As it stands in the document. */
        Outline outline();
    }

    /**
     * It is a new feed.
     *
     * @param feedId its id, given or made
     */
    public record Added(Outline outline, String feedId) implements Outcome {}

    /**
     * Its address is in the catalogue already, or stands further up.
     *
     * @param feedId of the feed that has it
     */
    public record AlreadyThere(Outline outline, String feedId) implements Outcome {}

    /**
     * It is wrong.
     *
     * @param reason all that is wrong with it
     */
    public record Refused(Outline outline, String reason) implements Outcome {}

    /** It is neither a feed nor a group. */
    public record NoFeed(Outline outline) implements Outcome {}

    /** Plans it. */
    public static OpmlImport of(List<Outline> outlines, Catalogue catalogue, CatalogueEdits edits, Stamp now) {
        Directory directory = edits.directory(catalogue);
        List<Outcome> outcomes = new ArrayList<>();
        List<FeedChange> changes = new ArrayList<>();
        for (Outline outline : outlines) {
            if (!outline.isFeed()) {
                outcomes.add(new NoFeed(outline));
                continue;
            }
            EditPlan plan = edits.add(directory, outline.members(), now);
            outcomes.add(outcome(outline, plan));
            changes.addAll(plan.changes());
        }
        return new OpmlImport(List.copyOf(outcomes), List.copyOf(changes));
    }

    private static Outcome outcome(Outline outline, EditPlan plan) {
        if (plan instanceof EditPlan.Accepted accepted) {
            return new Added(outline, accepted.feedId());
        }
        if (plan instanceof EditPlan.Taken taken) {
            return taken.member().equals("url")
                    ? new AlreadyThere(outline, taken.by())
                    : new Refused(outline, "the id \"" + taken.value() + "\" is that of another feed");
        }
        if (plan instanceof EditPlan.Former former) {
            return new Refused(
                    outline,
                    "the id \"" + former.id() + "\" is that of a removed feed that was read at " + former.address());
        }
        if (plan instanceof EditPlan.Invalid invalid) {
            return new Refused(
                    outline, invalid.faults().stream().map(OpmlImport::told).collect(Collectors.joining("; ")));
        }
        throw new IllegalStateException("adding a feed came to " + plan);
    }

    /** By the name that the attribute has in the document. */
    private static String told(MemberFault fault) {
        String attribute = switch (fault.member()) {
            case "url" -> OpmlNames.URL;
            case "name" -> OpmlNames.TITLE;
            case "group" -> "group (the outlines around it)";
            default ->
                fault.member().startsWith(FeedMembers.LISTING) ? fault.member().replace('.', '-') : fault.member();
        };
        return attribute + ": " + fault.reason();
    }
}
