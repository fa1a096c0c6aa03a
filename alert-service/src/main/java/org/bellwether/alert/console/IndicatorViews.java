package org.bellwether.alert.console;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bellwether.alert.archive.MongoIndicatorStates;
import org.bellwether.alert.indicator.IndicatorDefinition;
import org.bellwether.alert.indicator.Indicators;
import org.bellwether.alert.taxonomy.UnknownIssues;
import org.bellwether.events.IndicatorState;
import org.bellwether.events.LocalText;
import org.bellwether.web.text.Language;
import org.bellwether.web.text.Times;

/** Brings together what pages show of an indicator: its definition, where it stands, and what the taxonomy lacks for it. */
@Singleton
final class IndicatorViews {

    private final MongoIndicatorStates states;
    private final Indicators indicators;
    private final UnknownIssues unknown;
    private final Desk desk;

    IndicatorViews(MongoIndicatorStates states, Indicators indicators, UnknownIssues unknown, Desk desk) {
        this.states = states;
        this.indicators = indicators;
        this.unknown = unknown;
        this.desk = desk;
    }

    Optional<IndicatorView> byId(String id, Language language) {
        return states.byId(id).map(state -> view(state, language, desk.times()));
    }

    /** Those in force, the firing ones first, else in the definitions' order. */
    List<IndicatorView> all(Language language) {
        Times times = desk.times();
        List<String> order =
                indicators.all().stream().map(IndicatorDefinition::id).toList();
        return states.all().stream()
                .filter(state -> order.contains(state.indicatorId()))
                .sorted(Comparator.comparing((IndicatorState state) -> state.status() != IndicatorState.Status.FIRING)
                        .thenComparing(state -> order.indexOf(state.indicatorId())))
                .map(state -> view(state, language, times))
                .toList();
    }

    /** Of a retired one, until its state is taken back, only the id is known. */
    private IndicatorView view(IndicatorState state, Language language, Times times) {
        String id = state.indicatorId();
        LocalText name = indicators.byId(id).map(IndicatorDefinition::name).orElse(new LocalText(id, id));
        return IndicatorView.of(state, name, unknown.of(id), language, times);
    }
}
