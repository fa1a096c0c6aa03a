package org.bellwether.alert.indicator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bellwether.events.LocalText;
import org.bellwether.events.Tag;
import org.bellwether.events.TaggedItem;

/**
 * Several conditions hold within the same window.
 *
 * @param conditions two or more
 * @param window length of the window that all share
 */
public record Together(List<Condition> conditions, Duration window) implements Rule {

    /**
     * One of them.
     *
     * @param name as the desk calls it
     * @param signal what counts
     * @param atLeast independent publishers, from 1
     */
    public record Condition(LocalText name, Signal signal, int atLeast) {}

    public Together {
        conditions = List.copyOf(conditions);
    }

    @Override
    public List<String> issues() {
        return conditions.stream()
                .flatMap(condition -> condition.signal().issues().stream())
                .distinct()
                .toList();
    }

    @Override
    public Optional<Observation> observe(TaggedItem item) {
        List<Integer> met = new ArrayList<>();
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            Optional<Tag> tag = conditions.get(i).signal().in(item);
            if (tag.isPresent()) {
                met.add(i);
                tags.add(tag.get());
            }
        }
        return tags.stream()
                .findFirst()
                .map(tag ->
                        new Observation(Reading.eventTime(item.item()), met, null, Quotes.alertItem(item, tag, null)));
    }

    @Override
    public List<Integer> publishersNeeded() {
        return conditions.stream().map(Condition::atLeast).toList();
    }

    @Override
    public boolean holds(List<Observation> inWindow) {
        return IntStream.range(0, conditions.size())
                .allMatch(i -> Independence.reaches(conditions.get(i).atLeast(), speakingTo(i, inWindow)));
    }

    @Override
    public Finding judge(List<Observation> inWindow) {
        List<String> english = new ArrayList<>();
        List<String> korean = new ArrayList<>();
        int met = 0;
        for (int i = 0; i < conditions.size(); i++) {
            Condition condition = conditions.get(i);
            int voices = Independence.voices(speakingTo(i, inWindow));
            met += voices >= condition.atLeast() ? 1 : 0;
            english.add("%s %d of %d".formatted(condition.name().en(), voices, condition.atLeast()));
            korean.add("%s %d곳(기준 %d곳)".formatted(condition.name().ko(), voices, condition.atLeast()));
        }
        String en = "%d of %d conditions hold within %s (independent publishers: %s)"
                .formatted(met, conditions.size(), Words.english(window), String.join(", ", english));
        String ko = "%s 안에 조건 %d개 중 %d개 충족 (독립 매체: %s)"
                .formatted(Words.korean(window), conditions.size(), met, String.join(", ", korean));
        return new Finding(met == conditions.size(), met, conditions.size(), "conditions", new LocalText(en, ko));
    }

    private static List<Observation> speakingTo(int condition, List<Observation> observations) {
        return IntStream.range(0, observations.size())
                .mapToObj(observations::get)
                .filter(observation -> observation.conditions().contains(condition))
                .toList();
    }
}
