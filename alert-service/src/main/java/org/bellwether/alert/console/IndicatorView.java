package org.bellwether.alert.console;

import java.util.List;
import org.bellwether.alert.channel.AlertWords;
import org.bellwether.alert.channel.Measures;
import org.bellwether.alert.text.Words;
import org.bellwether.events.IndicatorState;
import org.bellwether.events.LocalText;
import org.bellwether.web.text.Language;
import org.bellwether.web.text.Times;

/**
 * Where an indicator stands, in words.
 *
 * @param id the indicator's
 * @param name as the desk calls it
 * @param firing whether its condition holds
 * @param status the same in words
 * @param trouble that it watches what the taxonomy does not have, possibly empty
 * @param reason why it does or does not fire
 * @param observed with its unit
 * @param expected with its unit
 * @param window the period last judged
 * @param since when the status began
 * @param episode number of the current or last firing; 0 before the first
 * @param evaluated when
 * @param definition content hash
 * @param items what counts, newest first
 */
public record IndicatorView(
        String id,
        String name,
        boolean firing,
        String status,
        String trouble,
        String reason,
        String observed,
        String expected,
        String window,
        String since,
        int episode,
        String evaluated,
        String definition,
        List<AlertWords.Item> items) {

    public IndicatorView {
        items = List.copyOf(items);
    }

    /**
     * Shows where an indicator stands in a language.
     *
     * @param unknownIssues those it names that the taxonomy does not have
     */
    public static IndicatorView of(
            IndicatorState state, LocalText name, List<String> unknownIssues, Language language, Times times) {
        Words words = Words.in(language);
        Measures measures = Measures.in(language);
        boolean firing = state.status() == IndicatorState.Status.FIRING;
        return new IndicatorView(
                state.indicatorId(),
                language.of(name),
                firing,
                words.of(firing ? "status_firing" : "status_watching"),
                unknownIssues.isEmpty()
                        ? ""
                        : words.of("indicator_unknown", String.join(", ", unknownIssues), unknownIssues.size()),
                language.of(state.reason()),
                measures.observed(state.observed(), state.measure()),
                measures.figure(state.expected(), state.measure()),
                times.full(state.window().from()) + " – "
                        + times.full(state.window().to()),
                times.full(state.since()),
                state.episode(),
                times.full(state.evaluatedAt()),
                state.definition(),
                state.items().stream()
                        .map(item -> AlertWords.item(item, language, times))
                        .toList());
    }
}
