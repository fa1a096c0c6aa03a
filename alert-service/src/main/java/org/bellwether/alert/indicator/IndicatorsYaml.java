package org.bellwether.alert.indicator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.events.Act;
import org.bellwether.events.Alert;
import org.bellwether.events.LocalText;
import org.bellwether.events.Quantity;

/** Reads {@code indicators.yaml}: the whole file or, with the place of the first mistake, nothing. */
public final class IndicatorsYaml {

    private static final Duration DEFAULT_LATENESS = Duration.ofDays(3);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(31);

    private IndicatorsYaml() {}

    /**
     * Parses and validates.
     *
     * @param file name for messages
     * @param text of the file
     * @throws MalformedIndicatorsException with line, path and reason
     */
    public static Indicators read(String file, String text) {
        YamlNode root = YamlNode.parse(file, text);
        root.allow("indicators");
        List<IndicatorDefinition> definitions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlNode node : root.required("indicators").items()) {
            IndicatorDefinition definition = definition(node);
            if (!ids.add(definition.id())) {
                throw node.required("id").refuse("'" + definition.id() + "' is defined twice");
            }
            definitions.add(definition);
        }
        return new Indicators(definitions);
    }

    private static IndicatorDefinition definition(YamlNode node) {
        node.allow("id", "name", "description", "severity", "lateness", "rule");
        String id = node.required("id").matching("[a-z0-9]+(-[a-z0-9]+)*", "lower-case letters, digits and hyphens");
        return new IndicatorDefinition(
                id,
                localText(node.required("name")),
                localText(node.required("description")),
                node.required("severity").oneOf(Alert.Severity.class),
                node.optional("lateness").map(YamlNode::duration).orElse(DEFAULT_LATENESS),
                rule(node.required("rule")),
                "sha256:" + ContentHash.of(List.of(node.canonical())));
    }

    private static LocalText localText(YamlNode node) {
        node.allow("en", "ko");
        return new LocalText(node.required("en").text(), node.required("ko").text());
    }

    private static Rule rule(YamlNode node) {
        YamlNode type = node.required("type");
        return switch (type.text()) {
            case "distinct-publishers" -> {
                node.allow("type", "issues", "acts", "speakers", "at-least", "window");
                yield new DistinctPublishers(signal(node), count(node.required("at-least")), window(node));
            }
            case "quantity" -> quantity(node);
            case "together" -> together(node);
            default ->
                throw type.refuse(
                        "'" + type.text() + "' is no rule; known are distinct-publishers, quantity, together");
        };
    }

    private static Rule quantity(YamlNode node) {
        node.allow(
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
        boolean below = node.optional("below").isPresent();
        if (below == node.optional("at-least").isPresent()) {
            throw node.refuse("give either below or at-least");
        }
        Map<String, BigDecimal> rates = new LinkedHashMap<>();
        node.optional("rates")
                .ifPresent(given -> given.members().forEach((unit, rate) -> rates.put(unit, rate.number())));
        QuantityThreshold.Figure figure = new QuantityThreshold.Figure(
                node.required("kind").oneOf(Quantity.Kind.class),
                node.required("unit").text(),
                node.optional("per").map(YamlNode::text).orElse(null),
                rates);
        return new QuantityThreshold(
                signal(node),
                figure,
                below ? QuantityThreshold.Comparison.BELOW : QuantityThreshold.Comparison.AT_LEAST,
                node.required(below ? "below" : "at-least").number().doubleValue(),
                node.optional("not-below")
                        .map(YamlNode::number)
                        .orElse(BigDecimal.ZERO)
                        .doubleValue(),
                window(node));
    }

    private static Rule together(YamlNode node) {
        node.allow("type", "conditions", "window");
        List<Together.Condition> conditions = new ArrayList<>();
        for (YamlNode condition : node.required("conditions").items()) {
            condition.allow("issues", "acts", "speakers", "at-least");
            conditions.add(new Together.Condition(signal(condition), count(condition.required("at-least"))));
        }
        if (conditions.size() < 2) {
            throw node.required("conditions").refuse("two conditions at least are needed to hold together");
        }
        return new Together(conditions, window(node));
    }

    private static Signal signal(YamlNode node) {
        List<String> issues = node.required("issues").texts();
        if (issues.isEmpty()) {
            throw node.required("issues").refuse("at least one issue is needed");
        }
        return new Signal(
                issues,
                Set.copyOf(node.optional("acts").map(IndicatorsYaml::acts).orElse(List.of())),
                Set.copyOf(node.optional("speakers").map(YamlNode::texts).orElse(List.of())));
    }

    private static List<Act> acts(YamlNode node) {
        return node.items().stream()
                .map(act -> {
                    Act read = act.oneOf(Act.class);
                    if (read == Act.DENIAL) {
                        throw act.refuse("a denial is never a signal");
                    }
                    return read;
                })
                .toList();
    }

    private static int count(YamlNode node) {
        BigDecimal number = node.number();
        if (number.signum() <= 0
                || number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(1000)) > 0) {
            throw node.refuse("a whole number from 1 to 1000 is needed, not " + number.toPlainString());
        }
        return number.intValueExact();
    }

    private static Duration window(YamlNode rule) {
        YamlNode node = rule.required("window");
        Duration window = node.duration();
        if (window.compareTo(LONGEST_WINDOW) > 0) {
            throw node.refuse("a window of at most " + LONGEST_WINDOW + " is needed, not " + window);
        }
        return window;
    }
}
