package org.bellwether.ingest.api;

import java.util.List;
import org.bellwether.ingest.catalogue.CatalogueEdits;
import org.bellwether.ingest.catalogue.FeedMembers;
import org.bellwether.web.Problems;
import org.bellwether.web.RequestJson;
import org.bellwether.web.Violation;
import org.jspecify.annotations.Nullable;

/** Why a feed is paused, if that is said. */
final class PauseReason {

    private static final String REASON = "reason";

    private PauseReason() {}

    static @Nullable String of(String body) {
        RequestJson json = RequestJson.optional(body, "{\"reason\": \"…\"} or nothing");
        @Nullable String reason = json.text(REASON);
        List<Violation> violations = json.violations();
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
        return checked(reason);
    }

    /** A reason as somebody typed it; null when there is none in it. */
    static @Nullable String checked(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            return null;
        }
        String said = reason.strip();
        if (!CatalogueEdits.isRight(FeedMembers.NONE.with(REASON, said), REASON)) {
            throw ApiProblem.invalid(REASON, "must be one line of at most 500 characters");
        }
        return said;
    }
}
