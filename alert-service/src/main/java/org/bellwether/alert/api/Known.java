package org.bellwether.alert.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.inject.Singleton;
import org.bellwether.alert.archive.MongoIssues;
import org.bellwether.alert.indicator.IndicatorDefinition;
import org.bellwether.alert.indicator.Indicators;
import org.bellwether.events.Issue;
import org.bellwether.web.Problems;
import org.jspecify.annotations.Nullable;

/** Tells who asks for an issue or an indicator that there is not which there are: an empty list would look like news. */
@Singleton
final class Known {

    private final MongoIssues issues;
    private final Indicators indicators;

    Known(MongoIssues issues, Indicators indicators) {
        this.issues = issues;
        this.indicators = indicators;
    }

    /**
     * The issue that a parameter names, null for none.
     *
     * @throws HttpProblem 404 when there is no such issue
     */
    @Nullable
    String issue(@Nullable String parameter) {
        String id = Parameters.text(parameter);
        if (id != null && issues.byId(id).isEmpty()) {
            throw Problems.unknown(
                    "issue", id, issues.all().stream().map(Issue::id).toList());
        }
        return id;
    }

    /**
     * The indicator that a parameter names, null for none.
     *
     * @throws HttpProblem 404 when there is no such indicator
     */
    @Nullable
    String indicator(@Nullable String parameter) {
        String id = Parameters.text(parameter);
        if (id != null && indicators.byId(id).isEmpty()) {
            throw unknownIndicator(id);
        }
        return id;
    }

    HttpProblem unknownIndicator(String id) {
        return Problems.unknown(
                "indicator",
                id,
                indicators.all().stream().map(IndicatorDefinition::id).toList());
    }
}
