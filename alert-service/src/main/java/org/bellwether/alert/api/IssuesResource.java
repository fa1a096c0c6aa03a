package org.bellwether.alert.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.bellwether.alert.archive.Bucket;
import org.bellwether.alert.archive.IssueCounts;
import org.bellwether.alert.archive.IssueWeek;
import org.bellwether.alert.archive.MongoIssues;
import org.bellwether.alert.archive.MongoItems;
import org.bellwether.events.Issue;
import org.bellwether.events.LocalText;
import org.bellwether.web.Problems;
import org.bellwether.web.Violation;
import org.jspecify.annotations.Nullable;

/** The issues and how much they are in the news. */
@Path("/api/issues")
public final class IssuesResource {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration HOUR = Duration.ofHours(1);

    private final MongoIssues issues;
    private final MongoItems items;
    private final IssueWeek week;
    private final Known known;
    private final InstantSource clock;

    IssuesResource(MongoIssues issues, MongoItems items, IssueWeek week, Known known, InstantSource clock) {
        this.known = known;
        this.issues = issues;
        this.items = items;
        this.week = week;
        this.clock = clock;
    }

    /**
     * An issue on the board.
     *
     * @param id issue id
     * @param name as the desk calls it
     * @param definition what belongs to it
     * @param lastDay items of the last 24 hours
     * @param lastWeek items of the last 7 days
     */
    public record IssueView(String id, LocalText name, LocalText definition, long lastDay, long lastWeek) {}

    /**
     * Items per stretch of time.
     *
     * @param issue issue id
     * @param bucket length of a stretch
     * @param points every stretch, those without an item too
     */
    public record SeriesView(String issue, Duration bucket, List<Bucket> points) {}

    @GET
    public List<IssueView> issues() {
        Map<String, IssueCounts> counts = week.counts();
        return issues.all().stream()
                .map(issue -> view(issue, counts.getOrDefault(issue.id(), new IssueCounts(issue.id(), 0, 0))))
                .toList();
    }

    @GET
    @Path("/{id}/series")
    public SeriesView series(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("bucket") @Nullable String bucket) {
        known.issueAt(id);
        Instant end = Parameters.instant("to", to, clock.instant());
        Instant start = Parameters.instant("from", from, end.minus(WEEK));
        Parameters.inOrder(start, end);
        Duration length = Parameters.duration("bucket", bucket, HOUR);
        try {
            return new SeriesView(id, length, items.series(id, start, end, length));
        } catch (IllegalArgumentException e) {
            throw Problems.invalid(new Violation("from", String.valueOf(e.getMessage())));
        }
    }

    private static IssueView view(Issue issue, IssueCounts counts) {
        return new IssueView(issue.id(), issue.name(), issue.definition(), counts.lastDay(), counts.lastWeek());
    }
}
