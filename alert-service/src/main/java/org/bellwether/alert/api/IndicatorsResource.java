package org.bellwether.alert.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bellwether.alert.archive.MongoIndicatorStates;
import org.bellwether.alert.indicator.IndicatorDefinition;
import org.bellwether.alert.indicator.Indicators;
import org.bellwether.alert.taxonomy.UnknownIssues;
import org.bellwether.events.IndicatorState;
import org.jspecify.annotations.Nullable;

/** The indicators: what each watches for, where it stands, and why it does or does not fire. */
@Path("/api/indicators")
public final class IndicatorsResource {

    private final Indicators indicators;
    private final MongoIndicatorStates states;
    private final UnknownIssues unknown;
    private final Known known;

    IndicatorsResource(Indicators indicators, MongoIndicatorStates states, UnknownIssues unknown, Known known) {
        this.unknown = unknown;
        this.known = known;
        this.indicators = indicators;
        this.states = states;
    }

    /**
     * An indicator.
     *
     * @param definition what it watches for
     * @param issues issues it watches
     * @param unknownIssues those of them that the taxonomy in force does not have, on which it can never fire; none while
     *     no taxonomy has been announced
     * @param state where it stands; absent before its first evaluation
     */
    public record IndicatorView(
            IndicatorDefinition definition,
            List<String> issues,
            List<String> unknownIssues,
            @Nullable IndicatorState state) {}

    @GET
    public List<IndicatorView> indicators() {
        Map<String, IndicatorState> byId =
                states.all().stream().collect(Collectors.toMap(IndicatorState::indicatorId, Function.identity()));
        return indicators.all().stream()
                .map(definition -> view(definition, byId.get(definition.id())))
                .toList();
    }

    @GET
    @Path("/{id}")
    public IndicatorView indicator(@PathParam("id") String id) {
        return indicators
                .byId(id)
                .map(definition -> view(definition, states.byId(id).orElse(null)))
                .orElseThrow(() -> known.unknownIndicator(id));
    }

    private IndicatorView view(IndicatorDefinition definition, @Nullable IndicatorState state) {
        return new IndicatorView(definition, definition.rule().issues(), unknown.of(definition.id()), state);
    }
}
