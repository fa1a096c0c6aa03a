package org.bellwether.classify.taxonomy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A member of a YAML document that knows its line and path; what is wrong with it goes into a shared list. */
final class YamlPlace {

    private final @Nullable Node node;
    private final int line;
    private final String path;
    private final List<Violation> violations;

    YamlPlace(@Nullable Node node, int line, String path, List<Violation> violations) {
        this.node = node;
        this.line = node == null ? line : node.getStartMark().getLine() + 1;
        this.path = path;
        this.violations = violations;
    }

    String path() {
        return path;
    }

    boolean isPresent() {
        return node != null;
    }

    void refuse(String reason) {
        violations.add(new Violation(line, path, reason));
    }

    /** Members by name, in order; refuses what is no mapping and any name that stands twice. */
    Map<String, YamlPlace> members() {
        Map<String, YamlPlace> members = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
                YamlPlace member = at(tuple.getValueNode(), path.isEmpty() ? name : path + "." + name);
                if (members.put(name, member) != null) {
                    member.refuse("'" + name + "' stands twice");
                }
            }
        } else if (node != null) {
            refuse("a mapping is expected here");
        }
        return members;
    }

    /** The same, where only these names have a meaning. */
    Map<String, YamlPlace> members(Set<String> known) {
        Map<String, YamlPlace> members = members();
        members.forEach((name, member) -> {
            if (!known.contains(name)) {
                member.refuse("unknown member; known are "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        });
        return members;
    }

    /** The member of that name, refused as missing where there is none. */
    YamlPlace required(Map<String, YamlPlace> members, String name) {
        YamlPlace member = members.get(name);
        if (member == null) {
            member = new YamlPlace(null, line, path.isEmpty() ? name : path + "." + name, violations);
            member.refuse("is missing");
        }
        return member;
    }

    /** The member of that name, empty where there is none. */
    YamlPlace optional(Map<String, YamlPlace> members, String name) {
        YamlPlace member = members.get(name);
        return member == null ? new YamlPlace(null, line, path + "." + name, violations) : member;
    }

    /** Elements of a list; none for an absent member. */
    List<YamlPlace> elements() {
        List<YamlPlace> elements = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node element : sequence.getValue()) {
                elements.add(at(element, path + "[" + elements.size() + "]"));
            }
        } else if (node != null) {
            refuse("a list is expected here");
        }
        return elements;
    }

    /** The scalar's text; refuses an empty one. */
    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        if (node != null) {
            refuse(node instanceof ScalarNode ? "is empty" : "text is expected here");
        }
        return "";
    }

    /** Texts of a list. */
    List<String> texts() {
        return elements().stream().map(YamlPlace::text).toList();
    }

    /** A number within bounds. */
    Optional<Double> number(double least, double most) {
        if (node == null) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(text());
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // refused below, as a number out of bounds is
        }
        refuse("a number from " + least + " to " + most + " is expected here");
        return Optional.empty();
    }

    private YamlPlace at(Node child, String childPath) {
        return new YamlPlace(child, line, childPath, violations);
    }
}
