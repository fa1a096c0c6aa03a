package org.bellwether.alert.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.inject.Singleton;
import org.bellwether.alert.archive.MongoAlerts;
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
    private final MongoAlerts alerts;

    Known(MongoIssues issues, Indicators indicators, MongoAlerts alerts) {
        this.alerts = alerts;
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
        return id == null ? null : issueAt(id);
    }

    /**
     * The issue of a path, where there is no other than one that there is.
     *
     * @throws HttpProblem 404 when there is no such issue
     */
    String issueAt(String id) {
        if (issues.byId(id).isEmpty()) {
            throw Problems.unknown(
                    "issue", id, issues.all().stream().map(Issue::id).toList());
        }
        return id;
    }

    /**
     * The indicator that a parameter names, null for none: one of the definitions, or a retired one of which there are
     * alerts.
     *
     * @throws HttpProblem 404 when there is no such indicator
     */
    @Nullable
    String indicator(@Nullable String parameter) {
        String id = Parameters.text(parameter);
        if (id != null && indicators.byId(id).isEmpty() && !alerts.isThereOneOf(id)) {
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
