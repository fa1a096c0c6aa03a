package org.bellwether.alert.indicator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bellwether.events.Alert;
import org.bellwether.events.IndicatorState;
import org.bellwether.events.LocalText;

/**
 * Moves an indicator from standing to standing. It fires on an item and resolves by the clock: when no satisfying window
 * has ended for one length of the window, so that a running story is one episode and not many.
 */
public final class Indicator {

    private final IndicatorDefinition definition;
    private final Observations observations;
    private final LastHeld lastHeld;

    public Indicator(IndicatorDefinition definition, Observations observations) {
        this.definition = definition;
        this.observations = observations;
        this.lastHeld = new LastHeld(
                observations,
                (after, now) -> Evaluator.latest(after, now, observations, definition)
                        .map(evaluation -> evaluation.window().to()));
    }

    /** After {@link Observations#take} took in an item of that event time. */
    public Step onItem(Standing standing, Instant itemAt, Instant now) {
        if (!(standing instanceof Standing.Watching watching)) {
            return Step.stay(standing);
        }
        Optional<Evaluation> satisfying = Evaluator.around(itemAt, watching.settled(), observations, definition);
        if (satisfying.isEmpty()) {
            return Step.stay(standing);
        }
        Alert fired = Transitions.fired(definition, watching, satisfying.get(), now);
        return new Step(watching.fire(fired), Optional.of(fired));
    }

    /** From time to time, for what only the clock or a correction can change. */
    public Step onClock(Standing standing, Instant now) {
        if (!(standing instanceof Standing.Firing firing)) {
            return Step.stay(standing);
        }
        Instant opened = firing.fired().window().from();
        Optional<Instant> lastEnd = lastHeld.end(opened, now);
        if (lastEnd.isEmpty()) {
            LocalText why = new LocalText("a correction took back what it fired on", "보도 정정으로 발령 근거가 없어짐");
            return resolve(firing, why, opened, now);
        }
        Duration length = definition.rule().window();
        if (now.isBefore(lastEnd.get().plus(length))) {
            return Step.stay(standing);
        }
        LocalText why = new LocalText(
                "nothing more that meets the condition for " + Words.english(length),
                Words.korean(length) + " 동안 조건을 채우는 새 보도 없음");
        return resolve(firing, why, lastEnd.get(), now);
    }

    /** For {@link org.bellwether.events.Topic#INDICATORS}. */
    public IndicatorState state(Standing standing, Instant now) {
        Evaluation current = Evaluator.at(now, observations, definition);
        boolean firing = standing instanceof Standing.Firing;
        return new IndicatorState(
                definition.id(),
                standing.definition(),
                firing ? IndicatorState.Status.FIRING : IndicatorState.Status.WATCHING,
                standing.episode(),
                standing.since(),
                current.window(),
                current.finding().observed(),
                current.finding().expected(),
                current.finding().measure(),
                reason(standing, current),
                current.items(),
                standing.lastAlertId(),
                now);
    }

    private LocalText reason(Standing standing, Evaluation current) {
        LocalText now = current.finding().words();
        if (standing instanceof Standing.Firing firing && !current.satisfied()) {
            LocalText then = firing.fired().reason();
            String length = Words.english(definition.rule().window());
            return new LocalText(
                    "Firing since: %s. Now: %s. Resolves after %s without more.".formatted(then.en(), now.en(), length),
                    "발령 근거: %s. 현재: %s. %s 동안 추가 보도가 없으면 해제."
                            .formatted(
                                    then.ko(),
                                    now.ko(),
                                    Words.korean(definition.rule().window())));
        }
        return current.satisfied()
                ? new LocalText("Holds: " + now.en(), "조건 충족: " + now.ko())
                : new LocalText("Does not hold: " + now.en(), "조건 미충족: " + now.ko());
    }

    private Step resolve(Standing.Firing firing, LocalText why, Instant settled, Instant now) {
        Evaluation current = Evaluator.at(now, observations, definition);
        Alert resolved = Transitions.resolved(
                firing.fired(), why, current.window(), current.finding().observed(), now);
        return new Step(firing.resolve(resolved, settled), Optional.of(resolved));
    }
}
