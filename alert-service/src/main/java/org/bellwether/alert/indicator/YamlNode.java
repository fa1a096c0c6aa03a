package org.bellwether.alert.indicator;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A place in a YAML file that knows its line and path, so that what is wrong with it can be found. */
final class YamlNode {

    private final String file;
    private final String path;
    private final Node node;

    private YamlNode(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    static YamlNode parse(String file, String text) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            @Nullable Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) {
                throw new MalformedIndicatorsException(file + ", line 1: the file is empty");
            }
            return new YamlNode(file, "", root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new MalformedIndicatorsException(file + ", line " + line + ": " + e.getProblem());
        } catch (YAMLException e) {
            throw new MalformedIndicatorsException(file + ": " + e.getMessage());
        }
    }

    MalformedIndicatorsException refuse(String reason) {
        int line = node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
        String place = path.isEmpty() ? "" : ", " + path;
        return new MalformedIndicatorsException(file + ", line " + line + place + ": " + reason);
    }

    /** Members by name, in order. */
    Map<String, YamlNode> members() {
        if (!(node instanceof MappingNode mapping)) {
            throw refuse("named members are needed here");
        }
        Map<String, YamlNode> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
            YamlNode member = new YamlNode(file, path.isEmpty() ? name : path + "." + name, tuple.getValueNode());
            if (members.put(name, member) != null) {
                throw member.refuse("is given twice");
            }
        }
        return members;
    }

    /** A typing mistake must not silently become a default. */
    void allow(String... names) {
        List<String> known = Arrays.asList(names);
        members().forEach((name, member) -> {
            if (!known.contains(name)) {
                throw member.refuse("unknown; known here are " + String.join(", ", known));
            }
        });
    }

    YamlNode required(String name) {
        return optional(name).orElseThrow(() -> refuse(name + " is missing"));
    }

    Optional<YamlNode> optional(String name) {
        return Optional.ofNullable(members().get(name));
    }

    List<YamlNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw refuse("a list is needed here");
        }
        List<YamlNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new YamlNode(file, path + "[" + items.size() + "]", item));
        }
        return items;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw refuse("a text is needed here");
        }
        return scalar.getValue().strip();
    }

    List<String> texts() {
        return items().stream().map(YamlNode::text).toList();
    }

    String matching(String pattern, String inWords) {
        String text = text();
        if (!text.matches(pattern)) {
            throw refuse("'" + text + "' must be " + inWords);
        }
        return text;
    }

    BigDecimal number() {
        try {
            return new BigDecimal(text().replace("_", ""));
        } catch (NumberFormatException e) {
            throw refuse("'" + text() + "' is no number");
        }
    }

    /** ISO-8601, longer than nothing. */
    Duration duration() {
        try {
            Duration duration = Duration.parse(text());
            if (duration.isNegative() || duration.isZero()) {
                throw refuse("a length of time above zero is needed");
            }
            return duration;
        } catch (DateTimeException e) {
            throw refuse("'" + text() + "' is no ISO-8601 duration such as PT24H or P3D");
        }
    }

    /** Constants are written in lower case with hyphens. */
    <E extends Enum<E>> E oneOf(Class<E> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        int index = names.indexOf(text());
        if (index < 0) {
            throw refuse("'" + text() + "' is none of " + String.join(", ", names));
        }
        return type.getEnumConstants()[index];
    }

    /** The content without comments, order of members and line breaks: the same meaning gives the same text. */
    String canonical() {
        if (node instanceof ScalarNode scalar) {
            return "\"" + scalar.getValue().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
        if (node instanceof SequenceNode) {
            return "["
                    + String.join(",", items().stream().map(YamlNode::canonical).toList()) + "]";
        }
        List<String> members = members().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(member ->
                        "\"" + member.getKey() + "\":" + member.getValue().canonical())
                .toList();
        return "{" + String.join(",", members) + "}";
    }
}
