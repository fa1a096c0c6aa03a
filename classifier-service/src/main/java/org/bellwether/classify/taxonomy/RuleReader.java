package org.bellwether.classify.taxonomy;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bellwether.classify.match.PatternSet;
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
import org.bellwether.settings.Setting;

/** The parts of a taxonomy file, once its patterns can be read. */
final class RuleReader {

    private static final double HEAVIEST = 100;
    private static final double DEFAULT_TITLE_WEIGHT = 1.5;
    private static final LocalText UNNAMED = new LocalText("", "");

    private final PatternBook book;
    private final Map<String, Gate> gates = new LinkedHashMap<>();

    RuleReader(PatternBook book) {
        this.book = book;
    }

    void readGates(Setting place) {
        place.members()
                .forEach((id, gate) -> gate.read(given -> gate(id, given)).ifPresent(read -> gates.put(id, read)));
    }

    private Gate gate(String id, Setting gate) {
        gate.allow("patterns", "countries", "languages");
        return new Gate(
                id,
                gate.required("patterns", book::read).orElse(PatternSet.NONE),
                gate.optional("countries", RuleReader::texts).orElse(List.of()),
                gate.optional("languages", RuleReader::texts).orElse(List.of()));
    }

    List<IssueRule> issues(Setting list) {
        Set<String> ids = new HashSet<>();
        return atLeastOne(list, "issue", issue -> issue(issue, ids));
    }

    private IssueRule issue(Setting issue, Set<String> ids) {
        issue.allow("id", "name", "definition", "figures", "threshold", "title-weight", "gates", "concepts", "vetoes");
        return new IssueRule(
                id(issue, ids),
                issue.required("name", RuleReader::localText).orElse(UNNAMED),
                issue.required("definition", RuleReader::localText).orElse(UNNAMED),
                issue.optional("figures", list -> list.each(kind -> kind.oneOf(Quantity.Kind.class)))
                        .orElse(List.of()),
                issue.optional("threshold", RuleReader::thresholds).orElse(Map.of()),
                issue.optional("title-weight", RuleReader::weight).orElse(DEFAULT_TITLE_WEIGHT),
                issue.optional("gates", list -> list.each(this::gate)).orElse(List.of()),
                issue.required("concepts", this::concepts).orElse(List.of()),
                issue.optional("vetoes", list -> list.each(this::veto)).orElse(List.of()));
    }

    private static Map<String, Double> thresholds(Setting place) {
        Map<String, Double> thresholds = new LinkedHashMap<>();
        place.members()
                .forEach((language, value) -> value.read(given -> number(given, 1))
                        .ifPresent(threshold -> thresholds.put(language, threshold)));
        return Map.copyOf(thresholds);
    }

    private Gate gate(Setting name) {
        Gate gate = gates.get(name.text());
        if (gate == null) {
            String known = gates.isEmpty() ? "there is none at all" : "known are " + String.join(", ", gates.keySet());
            throw name.refuse("there is no gate '" + name.text() + "'; " + known);
        }
        return gate;
    }

    private List<Concept> concepts(Setting list) {
        Set<String> ids = new HashSet<>();
        return atLeastOne(list, "concept", concept -> concept(concept, ids));
    }

    private Concept concept(Setting concept, Set<String> ids) {
        concept.allow("id", "weight", "supports", "with", "patterns");
        double weight = concept.required("weight", RuleReader::signedWeight).orElse(0.0);
        return new Concept(
                id(concept, ids),
                weight,
                concept.optional("supports", Setting::flag).orElse(false) || weight < 0,
                concept.optional("with", list -> list.each(this::condition)).orElse(List.of()),
                concept.required("patterns", book::read).orElse(PatternSet.NONE),
                concept.optional("patterns", RuleReader::texts).orElse(List.of()));
    }

    /** A gate by its name, or a pattern that opens one of its own. */
    private Gate condition(Setting named) {
        Gate gate = gates.get(named.text());
        return gate != null ? gate : new Gate(named.text(), book.readOne(named), List.of(), List.of());
    }

    private Veto veto(Setting veto) {
        veto.allow("within", "patterns");
        return new Veto(
                veto.required("within", RuleReader::within).orElse(Optional.empty()),
                veto.required("patterns", book::read).orElse(PatternSet.NONE));
    }

    private static Optional<Integer> within(Setting within) {
        return within.text().equals("item") ? Optional.empty() : Optional.of((int) weight(within));
    }

    List<ActorRule> actors(Setting list) {
        Set<String> ids = new HashSet<>();
        return list.each(actor -> actor(actor, ids));
    }

    private ActorRule actor(Setting actor, Set<String> ids) {
        actor.allow("id", "name", "patterns");
        return new ActorRule(
                id(actor, ids),
                actor.required("name", RuleReader::localText).orElse(UNNAMED),
                actor.required("patterns", book::read).orElse(PatternSet.NONE));
    }

    List<ActRule> acts(Setting list) {
        Set<String> ids = new HashSet<>();
        return list.each(act -> {
            act.allow("id", "act", "weight", "patterns");
            String id = id(act, ids);
            Optional<Act> kind = act.required("act", given -> given.oneOf(Act.class));
            double weight = act.required("weight", RuleReader::weight).orElse(0.0);
            PatternSet patterns = act.required("patterns", book::read).orElse(PatternSet.NONE);
            return new ActRule(id, kind.orElseThrow(Setting::told), weight, patterns);
        });
    }

    Cues cues(Setting cues) {
        cues.allow("speaks", "toward", "by");
        return new Cues(
                cues.optional("speaks", book::read).orElse(PatternSet.NONE),
                cues.optional("toward", book::read).orElse(PatternSet.NONE),
                cues.optional("by", book::read).orElse(PatternSet.NONE));
    }

    private static <T> List<T> atLeastOne(Setting list, String what, Function<Setting, T> reader) {
        if (list.size() == 0) {
            throw list.refuse("holds no " + what);
        }
        return list.each(reader);
    }

    /** What has no id cannot be referred to, and its other faults are told all the same. */
    private static String id(Setting place, Set<String> ids) {
        return place.required("id", id -> {
                    String text = id.matching("[a-z0-9]+(-[a-z0-9]+)*", "lower-case words joined by hyphens");
                    if (!ids.add(text)) {
                        throw id.refuse("'" + text + "' stands twice");
                    }
                    return text;
                })
                .orElse("");
    }

    private static LocalText localText(Setting text) {
        text.allow("en", "ko");
        return new LocalText(
                text.required("en", Setting::text).orElse(""),
                text.required("ko", Setting::text).orElse(""));
    }

    private static List<String> texts(Setting list) {
        return list.each(Setting::text);
    }

    private static double weight(Setting place) {
        return number(place, HEAVIEST);
    }

    private static double signedWeight(Setting place) {
        double number = place.number().doubleValue();
        if (Math.abs(number) > HEAVIEST) {
            throw place.refuse("must be a number from -" + (int) HEAVIEST + " to " + (int) HEAVIEST);
        }
        return number;
    }

    private static double number(Setting place, double most) {
        double number = place.number().doubleValue();
        if (number < 0 || number > most) {
            throw place.refuse("must be a number from 0 to " + (int) most);
        }
        return number;
    }
}
