package org.bellwether.alert.indicator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bellwether.events.LocalText;
import org.bellwether.events.TaggedItem;

/**
 * So many independent publishers send the signal within the window.
 *
 * @param signal what counts
 * @param atLeast independent publishers, from 1
 * @param window length of the window
 */
public record DistinctPublishers(Signal signal, int atLeast, Duration window) implements Rule {

    @Override
    public List<String> issues() {
        return signal.issues();
    }

    @Override
    public Optional<Observation> observe(TaggedItem item) {
        return signal.in(item)
                .map(tag -> new Observation(
                        Reading.eventTime(item.item()), List.of(0), null, Quotes.alertItem(item, tag, null)));
    }

    @Override
    public List<Integer> publishersNeeded() {
        return List.of(atLeast);
    }

    @Override
    public boolean holds(List<Observation> inWindow) {
        return Independence.reaches(atLeast, inWindow);
    }

    @Override
    public Finding judge(List<Observation> inWindow) {
        int voices = Independence.voices(inWindow);
        String en = "%s within %s; it takes %d".formatted(Words.publishers(voices), Words.english(window), atLeast);
        String ko = "%s 동안 독립 매체 %d곳 보도 (기준 %d곳)".formatted(Words.korean(window), voices, atLeast);
        return new Finding(voices >= atLeast, voices, atLeast, "publishers", new LocalText(en, ko));
    }
}
