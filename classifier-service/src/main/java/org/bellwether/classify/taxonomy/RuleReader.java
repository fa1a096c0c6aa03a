package org.bellwether.classify.taxonomy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bellwether.classify.taxonomy.Taxonomy.ActRule;
import org.bellwether.classify.taxonomy.Taxonomy.ActorRule;
import org.bellwether.classify.taxonomy.Taxonomy.Concept;
import org.bellwether.classify.taxonomy.Taxonomy.Cues;
import org.bellwether.classify.taxonomy.Taxonomy.Gate;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;
import org.bellwether.classify.taxonomy.Taxonomy.Veto;
import org.bellwether.events.Act;
import org.bellwether.events.LocalText;
import org.bellwether.events.Quantity;

/** The parts of a taxonomy file, once its patterns can be read. */
final class RuleReader {

    private static final double HEAVIEST = 100;
    private static final double DEFAULT_TITLE_WEIGHT = 1.5;

    private final PatternBook book;
    private final Map<String, Gate> gates = new LinkedHashMap<>();

    RuleReader(PatternBook book) {
        this.book = book;
    }

    void readGates(YamlPlace place) {
        place.members().forEach((id, gate) -> {
            Map<String, YamlPlace> members = gate.members(Set.of("patterns", "countries", "languages"));
            gates.put(
                    id,
                    new Gate(
                            id,
                            book.read(gate.required(members, "patterns")),
                            gate.optional(members, "countries").texts(),
                            gate.optional(members, "languages").texts()));
        });
    }

    List<IssueRule> issues(YamlPlace place) {
        List<IssueRule> issues = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlPlace issue : place.elements()) {
            issues.add(issue(issue, ids));
        }
        if (issues.isEmpty() && place.isPresent()) {
            place.refuse("holds no issue");
        }
        return List.copyOf(issues);
    }

    private IssueRule issue(YamlPlace place, Set<String> ids) {
        Map<String, YamlPlace> members = place.members(Set.of(
                "id", "name", "definition", "figures", "threshold", "title-weight", "gates", "concepts", "vetoes"));
        return new IssueRule(
                id(place, members, ids),
                localText(place.required(members, "name")),
                localText(place.required(members, "definition")),
                place.optional(members, "figures").elements().stream()
                        .flatMap(kind -> constant(Quantity.Kind.class, kind).stream())
                        .toList(),
                thresholds(place.optional(members, "threshold")),
                place.optional(members, "title-weight").number(0, HEAVIEST).orElse(DEFAULT_TITLE_WEIGHT),
                place.optional(members, "gates").elements().stream()
                        .flatMap(gate -> gate(gate).stream())
                        .toList(),
                concepts(place.required(members, "concepts")),
                place.optional(members, "vetoes").elements().stream()
                        .map(this::veto)
                        .toList());
    }

    private static Map<String, Double> thresholds(YamlPlace place) {
        Map<String, Double> thresholds = new LinkedHashMap<>();
        place.members().forEach((language, value) -> value.number(0, 1).ifPresent(v -> thresholds.put(language, v)));
        return Map.copyOf(thresholds);
    }

    private Optional<Gate> gate(YamlPlace place) {
        Gate gate = gates.get(place.text());
        if (gate == null) {
            place.refuse("there is no gate '" + place.text() + "'");
        }
        return Optional.ofNullable(gate);
    }

    private List<Concept> concepts(YamlPlace place) {
        Set<String> ids = new HashSet<>();
        List<Concept> concepts = new ArrayList<>();
        for (YamlPlace concept : place.elements()) {
            Map<String, YamlPlace> members = concept.members(Set.of("id", "weight", "supports", "patterns"));
            YamlPlace patterns = concept.required(members, "patterns");
            concepts.add(new Concept(
                    id(concept, members, ids),
                    concept.required(members, "weight").number(0, HEAVIEST).orElse(0.0),
                    members.containsKey("supports")
                            && concept.optional(members, "supports").text().equals("true"),
                    book.read(patterns),
                    patterns.texts()));
        }
        if (concepts.isEmpty() && place.isPresent()) {
            place.refuse("holds no concept");
        }
        return List.copyOf(concepts);
    }

    private Veto veto(YamlPlace place) {
        Map<String, YamlPlace> members = place.members(Set.of("within", "patterns"));
        YamlPlace within = place.required(members, "within");
        Optional<Integer> terms = within.isPresent() && within.text().equals("item")
                ? Optional.empty()
                : within.number(0, HEAVIEST).map(Double::intValue);
        return new Veto(terms, book.read(place.required(members, "patterns")));
    }

    List<ActorRule> actors(YamlPlace place) {
        Set<String> ids = new HashSet<>();
        List<ActorRule> actors = new ArrayList<>();
        for (YamlPlace actor : place.elements()) {
            Map<String, YamlPlace> members = actor.members(Set.of("id", "name", "patterns"));
            actors.add(new ActorRule(
                    id(actor, members, ids),
                    localText(actor.required(members, "name")),
                    book.read(actor.required(members, "patterns"))));
        }
        return List.copyOf(actors);
    }

    List<ActRule> acts(YamlPlace place) {
        List<ActRule> acts = new ArrayList<>();
        for (YamlPlace act : place.elements()) {
            Map<String, YamlPlace> members = act.members(Set.of("act", "weight", "patterns"));
            List<Integer> patterns = book.read(act.required(members, "patterns"));
            double weight = act.required(members, "weight").number(0, HEAVIEST).orElse(0.0);
            constant(Act.class, act.required(members, "act"))
                    .ifPresent(known -> acts.add(new ActRule(known, weight, patterns)));
        }
        return List.copyOf(acts);
    }

    Cues cues(YamlPlace place) {
        Map<String, YamlPlace> members = place.members(Set.of("speaks", "toward"));
        return new Cues(book.read(place.optional(members, "speaks")), book.read(place.optional(members, "toward")));
    }

    private static String id(YamlPlace place, Map<String, YamlPlace> members, Set<String> ids) {
        YamlPlace id = place.required(members, "id");
        String text = id.text();
        if (!text.isEmpty() && !text.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            id.refuse("an id is lower-case words joined by hyphens");
        } else if (!text.isEmpty() && !ids.add(text)) {
            id.refuse("'" + text + "' stands twice");
        }
        return text;
    }

    private static LocalText localText(YamlPlace place) {
        Map<String, YamlPlace> members = place.members(Set.of("en", "ko"));
        if (!place.isPresent()) {
            return new LocalText("", "");
        }
        return new LocalText(
                place.required(members, "en").text(),
                place.required(members, "ko").text());
    }

    private static <T extends Enum<T>> Optional<T> constant(Class<T> type, YamlPlace place) {
        String name = place.text().toUpperCase(Locale.ROOT).replace('-', '_');
        Optional<T> constant = Arrays.stream(type.getEnumConstants())
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        if (constant.isEmpty() && !name.isEmpty()) {
            place.refuse("'" + place.text() + "' is none of "
                    + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(candidate -> candidate
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'))
                                    .toList()));
        }
        return constant;
    }
}
