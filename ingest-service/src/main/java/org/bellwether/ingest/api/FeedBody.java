package org.bellwether.ingest.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.ingest.catalogue.FeedMembers;
import org.bellwether.web.Problems;
import org.bellwether.web.RequestJson;
import org.bellwether.web.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Members of a feed as sent in JSON, which has truth values and objects where a catalogue has text. Members that are none
 * are ignored.
 *
 * @param members as text by name; empty for {@code null}
 */
record FeedBody(Map<String, Optional<String>> members) {

    private static final List<String> FLAGS = List.of("enabled", "fullText");
    private static final String WHAT = "an object such as {\"url\": \"https://example.org/feed\"}";

    /**
     * Reads it.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with every member of a wrong type
     */
    static FeedBody of(String body) {
        JsonNode json = RequestJson.tree(body, WHAT);
        if (!json.isObject()) {
            throw ApiProblem.invalid(RequestJson.BODY, "must be " + WHAT);
        }
        Map<String, Optional<String>> members = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (String name : FeedMembers.PLAIN_NAMES) {
            read(json.path(name), name, members, violations);
        }
        listing(json.path(FeedMembers.LISTING), members, violations);
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
        return new FeedBody(members);
    }

    /** The members that are given. */
    FeedMembers written() {
        Map<String, String> values = new LinkedHashMap<>();
        members.forEach((name, value) -> value.ifPresent(text -> values.put(name, text)));
        return new FeedMembers(values);
    }

    private static void listing(JsonNode listing, Map<String, Optional<String>> members, List<Violation> violations) {
        if (listing.isNull()) {
            FeedMembers.LISTING_NAMES.forEach(name -> members.put(FeedMembers.ofListing(name), Optional.empty()));
        } else if (listing.isObject()) {
            if (FeedMembers.LISTING_NAMES.stream().noneMatch(listing::has)) {
                violations.add(new Violation(
                        FeedMembers.LISTING,
                        "names no selector; give one, such as {\"item\": \"article\"}, or leave it out"));
            }
            for (String name : FeedMembers.LISTING_NAMES) {
                read(listing.path(name), FeedMembers.ofListing(name), members, violations);
            }
        } else if (!listing.isMissingNode()) {
            violations.add(new Violation(
                    FeedMembers.LISTING, "must be an object of CSS selectors, such as {\"item\": \"article\"}"));
        }
    }

    private static void read(
            JsonNode value, String name, Map<String, Optional<String>> members, List<Violation> violations) {
        if (value.isNull()) {
            members.put(name, Optional.empty());
        } else if (!value.isMissingNode()) {
            @Nullable String wrong = wrong(value, name);
            if (wrong == null) {
                members.put(name, Optional.of(value.asText().strip()));
            } else {
                violations.add(new Violation(name, wrong));
            }
        }
    }

    private static @Nullable String wrong(JsonNode value, String name) {
        if (FLAGS.contains(name)) {
            return value.isBoolean() ? null : "must be true or false";
        }
        if (!value.isTextual()) {
            return "must be text";
        }
        return value.textValue().isBlank() ? "is empty; give a value, or leave it out" : null;
    }
}
