package org.bellwether.ingest.api;

import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.ingest.catalogue.FeedMembers;
import org.bellwether.ingest.catalogue.FeedReading;
import org.bellwether.ingest.catalogue.FeedRules;
import org.bellwether.ingest.catalogue.Listing;
import org.bellwether.web.Problems;
import org.bellwether.web.Violation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How a document is to be previewed; what is not given is as the catalogue says, if the address is in it. */
public final class PreviewQuery {

    /** Members of a feed that the tried listing needs around it; nothing is read there. */
    private static final Map<String, String> ANY_FEED = Map.of("id", "tried", "url", "https://listing.invalid/");

    @QueryParam("base")
    @Parameter(description = "address that the document sent came from; relative links are resolved against it")
    @Nullable
    String base;

    @QueryParam("zone")
    @Parameter(description = "time zone of dates that state none, such as Asia/Seoul")
    @Nullable
    String zone;

    @QueryParam("item")
    @Parameter(
            description = "CSS selector of the entries of a page that is no feed: reads it as a listing",
            example = "ul.news > li")
    @Nullable
    String item;

    @QueryParam("title")
    @Parameter(description = "selector within an item; default: its first heading, or first link with words")
    @Nullable
    String title;

    @QueryParam("link")
    @Parameter(description = "selector within an item; default: its title's link, or its first")
    @Nullable
    String link;

    @QueryParam("date")
    @Parameter(description = "selector within an item; default: time, or what is a date and nothing else")
    @Nullable
    String date;

    @QueryParam("summary")
    @Parameter(description = "selector within an item")
    @Nullable
    String summary;

    @QueryParam("fullText")
    @Parameter(
            description = "true: also reads the article of the first entry, as robots.txt lets; only with {\"url\": …}")
    @Nullable
    String fullText;

    /**
     * What is to be tried.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that is wrong
     */
    PreviewTrial trial() {
        Asked asked = new Asked();
        Optional<ZoneId> tried = Optional.ofNullable(zone).flatMap(name -> asked.read(() -> zone(name)));
        @Nullable
        Listing listing = asked.read(this::listing).flatMap(found -> found).orElse(null);
        boolean full = asked.read(() -> Flag.of("fullText", fullText)).orElse(false);
        asked.read(() -> Optional.ofNullable(base()));
        asked.check();
        return new PreviewTrial(tried, listing, full);
    }

    /** Where the document came from. */
    @Nullable
    URI base() {
        return base == null ? null : PreviewInput.address("base", base);
    }

    private Optional<Listing> listing() {
        Map<String, String> members = new LinkedHashMap<>();
        put(members, "item", item);
        put(members, "title", title);
        put(members, "link", link);
        put(members, "date", date);
        put(members, "summary", summary);
        if (members.isEmpty()) {
            return Optional.empty();
        }
        members.putAll(ANY_FEED);
        FeedReading reading = FeedRules.read(new FeedMembers(members));
        if (reading instanceof FeedReading.Right right) {
            return Optional.ofNullable(right.feed().listing());
        }
        List<Violation> violations = ((FeedReading.Wrong) reading)
                .faults().stream()
                        .map(fault ->
                                new Violation(fault.member().replace(FeedMembers.ofListing(""), ""), fault.reason()))
                        .toList();
        throw Problems.invalid(violations);
    }

    private static void put(Map<String, String> members, String name, @Nullable String selector) {
        if (selector != null) {
            members.put(FeedMembers.ofListing(name), selector);
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw ApiProblem.invalid("zone", "is not a time zone such as Asia/Seoul or +09:00");
        }
    }
}
