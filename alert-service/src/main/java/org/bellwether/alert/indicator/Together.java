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
     * @param signal what counts
     * @param atLeast independent publishers, from 1
     */
    public record Condition(Signal signal, int atLeast) {}

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
    public Finding judge(List<Observation> inWindow) {
        List<String> parts = new ArrayList<>();
        int met = 0;
        for (int i = 0; i < conditions.size(); i++) {
            Condition condition = conditions.get(i);
            int voices = Independence.voices(speakingTo(i, inWindow));
            met += voices >= condition.atLeast() ? 1 : 0;
            parts.add("%s %d/%d".formatted(String.join("+", condition.signal().issues()), voices, condition.atLeast()));
        }
        String detail = String.join(", ", parts);
        String en = "%d of %d conditions hold within %s (publishers: %s)"
                .formatted(met, conditions.size(), Words.english(window), detail);
        String ko = "%s 안에 조건 %d개 중 %d개 충족 (매체 수: %s)".formatted(Words.korean(window), conditions.size(), met, detail);
        return new Finding(met == conditions.size(), met, conditions.size(), "conditions", new LocalText(en, ko));
    }

    private static List<Observation> speakingTo(int condition, List<Observation> observations) {
        return IntStream.range(0, observations.size())
                .mapToObj(observations::get)
                .filter(observation -> observation.conditions().contains(condition))
                .toList();
    }
}
