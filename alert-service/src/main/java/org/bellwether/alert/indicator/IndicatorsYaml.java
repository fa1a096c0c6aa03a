package org.bellwether.alert.indicator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bellwether.alert.text.ContentHash;
import org.bellwether.events.Act;
import org.bellwether.events.Alert;
import org.bellwether.events.LocalText;
import org.bellwether.events.Quantity;
import org.bellwether.settings.RefusedFileException;
import org.bellwether.settings.Setting;
import org.bellwether.settings.YamlFile;

/** Reads {@code indicators.yaml}: the whole file or, with the place of each mistake, nothing. */
public final class IndicatorsYaml {

    private static final Duration DEFAULT_LATENESS = Duration.ofDays(3);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(31);

    private final Set<String> ids = new HashSet<>();

    private IndicatorsYaml() {}

    /**
     * Parses and validates.
     *
     * @param file name for messages
     * @param text of the file
     * @throws RefusedFileException with line, path and reason of each fault
     */
    public static Indicators read(String file, String text) {
        IndicatorsYaml reader = new IndicatorsYaml();
        return YamlFile.read(file, text, reader::indicators);
    }

    private Indicators indicators(Setting root) {
        root.allow("indicators");
        return new Indicators(
                root.required("indicators", list -> list.each(this::definition)).orElseThrow(Setting::told));
    }

    private IndicatorDefinition definition(Setting indicator) {
        indicator.allow("id", "name", "description", "severity", "lateness", "rule");
        Optional<String> id = indicator.required("id", this::id);
        Optional<LocalText> name = indicator.required("name", IndicatorsYaml::localText);
        Optional<LocalText> description = indicator.required("description", IndicatorsYaml::localText);
        Optional<Alert.Severity> severity = indicator.required("severity", given -> given.oneOf(Alert.Severity.class));
        Optional<Duration> lateness = indicator.optional("lateness", Setting::duration);
        Optional<Rule> rule = indicator.required("rule", IndicatorsYaml::rule);
        return new IndicatorDefinition(
                id.orElseThrow(Setting::told),
                name.orElseThrow(Setting::told),
                description.orElseThrow(Setting::told),
                severity.orElseThrow(Setting::told),
                lateness.orElse(DEFAULT_LATENESS),
                rule.orElseThrow(Setting::told),
                "sha256:" + ContentHash.of(List.of(indicator.canonical())));
    }

    private String id(Setting given) {
        String id = given.matching("[a-z0-9]+(-[a-z0-9]+)*", "lower-case letters, digits and hyphens");
        if (!ids.add(id)) {
            throw given.refuse("'" + id + "' is defined twice");
        }
        return id;
    }

    private static LocalText localText(Setting text) {
        text.allow("en", "ko");
        Optional<String> english = text.required("en", Setting::text);
        Optional<String> korean = text.required("ko", Setting::text);
        return new LocalText(english.orElseThrow(Setting::told), korean.orElseThrow(Setting::told));
    }

    private static Rule rule(Setting rule) {
        return switch (rule.required("type", IndicatorsYaml::type).orElseThrow(Setting::told)) {
            case "quantity" -> quantity(rule);
            case "together" -> together(rule);
            default -> distinctPublishers(rule);
        };
    }

    private static String type(Setting given) {
        return switch (given.text()) {
            case "distinct-publishers", "quantity", "together" -> given.text();
            default ->
                throw given.refuse(
                        "'" + given.text() + "' is no rule; known are distinct-publishers, quantity, together");
        };
    }

    private static Rule distinctPublishers(Setting rule) {
        rule.allow("type", "issues", "acts", "speakers", "at-least", "window");
        Optional<Signal> signal = rule.read(IndicatorsYaml::signal);
        Optional<Integer> atLeast = rule.required("at-least", IndicatorsYaml::count);
        Optional<Duration> window = rule.required("window", IndicatorsYaml::window);
        return new DistinctPublishers(
                signal.orElseThrow(Setting::told),
                atLeast.orElseThrow(Setting::told),
                window.orElseThrow(Setting::told));
    }

    private static Rule quantity(Setting rule) {
        rule.allow(
                "type",
                "issues",
                "acts",
                "speakers",
                "kind",
                "unit",
                "per",
                "rates",
                "below",
                "at-least",
                "not-below",
                "window");
        boolean below = rule.has("below");
        if (below == rule.has("at-least")) {
            throw rule.refuse("give either below or at-least");
        }
        Optional<Signal> signal = rule.read(IndicatorsYaml::signal);
        Optional<QuantityThreshold.Figure> figure = rule.read(IndicatorsYaml::figure);
        Optional<BigDecimal> bound = rule.required(below ? "below" : "at-least", Setting::number);
        Optional<BigDecimal> floor = rule.optional("not-below", Setting::number);
        Optional<Duration> window = rule.required("window", IndicatorsYaml::window);
        return new QuantityThreshold(
                signal.orElseThrow(Setting::told),
                figure.orElseThrow(Setting::told),
                below ? QuantityThreshold.Comparison.BELOW : QuantityThreshold.Comparison.AT_LEAST,
                bound.orElseThrow(Setting::told).doubleValue(),
                floor.orElse(BigDecimal.ZERO).doubleValue(),
                window.orElseThrow(Setting::told));
    }

    private static QuantityThreshold.Figure figure(Setting rule) {
        Optional<Quantity.Kind> kind = rule.required("kind", given -> given.oneOf(Quantity.Kind.class));
        Optional<String> unit = rule.required("unit", Setting::text);
        Optional<String> per = rule.optional("per", Setting::text);
        Optional<Map<String, BigDecimal>> rates = rule.optional("rates", IndicatorsYaml::rates);
        return new QuantityThreshold.Figure(
                kind.orElseThrow(Setting::told),
                unit.orElseThrow(Setting::told),
                per.orElse(null),
                rates.orElse(Map.of()));
    }

    private static Map<String, BigDecimal> rates(Setting given) {
        Map<String, BigDecimal> rates = new LinkedHashMap<>();
        given.members()
                .forEach((unit, rate) -> rate.read(Setting::number).ifPresent(number -> rates.put(unit, number)));
        return rates;
    }

    private static Rule together(Setting rule) {
        rule.allow("type", "conditions", "window");
        Optional<List<Together.Condition>> conditions = rule.required("conditions", IndicatorsYaml::conditions);
        Optional<Duration> window = rule.required("window", IndicatorsYaml::window);
        return new Together(conditions.orElseThrow(Setting::told), window.orElseThrow(Setting::told));
    }

    private static List<Together.Condition> conditions(Setting list) {
        if (list.size() < 2) {
            throw list.refuse("two conditions at least are needed to hold together");
        }
        return list.each(condition -> {
            condition.allow("name", "issues", "acts", "speakers", "at-least");
            Optional<LocalText> name = condition.required("name", IndicatorsYaml::localText);
            Optional<Signal> signal = condition.read(IndicatorsYaml::signal);
            Optional<Integer> atLeast = condition.required("at-least", IndicatorsYaml::count);
            return new Together.Condition(
                    name.orElseThrow(Setting::told),
                    signal.orElseThrow(Setting::told),
                    atLeast.orElseThrow(Setting::told));
        });
    }

    private static Signal signal(Setting rule) {
        Optional<List<String>> issues = rule.required("issues", IndicatorsYaml::issues);
        Optional<List<Act>> acts = rule.optional("acts", list -> list.each(IndicatorsYaml::act));
        Optional<List<String>> speakers = rule.optional("speakers", list -> list.each(Setting::text));
        return new Signal(
                issues.orElseThrow(Setting::told),
                Set.copyOf(acts.orElse(List.of())),
                Set.copyOf(speakers.orElse(List.of())));
    }

    private static List<String> issues(Setting list) {
        if (list.size() == 0) {
            throw list.refuse("at least one issue is needed");
        }
        return list.each(Setting::text);
    }

    private static Act act(Setting given) {
        Act act = given.oneOf(Act.class);
        if (act == Act.DENIAL) {
            throw given.refuse("a denial is never a signal");
        }
        return act;
    }

    private static int count(Setting given) {
        BigDecimal number = given.number();
        if (number.signum() <= 0
                || number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(1000)) > 0) {
            throw given.refuse("a whole number from 1 to 1000 is needed, not " + number.toPlainString());
        }
        return number.intValueExact();
    }

    private static Duration window(Setting given) {
        Duration window = given.duration();
        if (window.compareTo(LONGEST_WINDOW) > 0) {
            throw given.refuse("a window of at most " + LONGEST_WINDOW + " is needed, not " + window);
        }
        return window;
    }
}
