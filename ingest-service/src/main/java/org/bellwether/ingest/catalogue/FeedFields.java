package org.bellwether.ingest.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bellwether.ingest.catalogue.CatalogueReading.Fault;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The members of one mapping in the file; what is wrong with them is collected, so that a reader sees all at once. */
final class FeedFields {

    private final String file;
    private final String path;
    private final int line;
    private final Map<String, ScalarNode> values = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    FeedFields(String file, String path, MappingNode mapping, Set<String> known) {
        this.file = file;
        this.path = path;
        this.line = lineOf(mapping);
        mapping.getValue().forEach(member -> add(member, known));
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    List<Fault> faults() {
        return faults;
    }

    /** The text of a member that must be there; its absence is a fault. */
    Optional<String> required(String key) {
        Optional<String> value = text(key);
        if (value.isEmpty() && !values.containsKey(key)) {
            faults.add(new Fault(file, line, path + "." + key, "is missing"));
        }
        return value;
    }

    /** The text of a member that may be absent. */
    Optional<String> text(String key) {
        @Nullable ScalarNode node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node.getTag().equals(Tag.NULL) || node.getValue().isBlank()) {
            fault(key, "is empty; give a value or leave the line out");
            return Optional.empty();
        }
        return Optional.of(node.getValue().strip());
    }

    /** A member read by {@code reader}, whose {@link IllegalArgumentException} says what is wrong with it. */
    <T> Optional<T> read(String key, Function<String, T> reader) {
        return text(key).flatMap(value -> convert(key, value, reader));
    }

    /** Like {@link #read}, and its absence is a fault. */
    <T> Optional<T> readRequired(String key, Function<String, T> reader) {
        return required(key).flatMap(value -> convert(key, value, reader));
    }

    void fault(String key, String reason) {
        @Nullable ScalarNode node = values.get(key);
        faults.add(new Fault(file, node == null ? line : lineOf(node), path + "." + key, reason));
    }

    private <T> Optional<T> convert(String key, String value, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(value));
        } catch (IllegalArgumentException e) {
            fault(key, "\"" + value + "\" " + e.getMessage());
            return Optional.empty();
        }
    }

    private void add(NodeTuple member, Set<String> known) {
        String key = member.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        String where = path + "." + key;
        if (!known.contains(key)) {
            faults.add(new Fault(
                    file,
                    lineOf(member.getKeyNode()),
                    where,
                    "is not known; known are "
                            + String.join(", ", known.stream().sorted().toList())));
        } else if (!(member.getValueNode() instanceof ScalarNode value)) {
            faults.add(new Fault(file, lineOf(member.getKeyNode()), where, "must be a single value"));
        } else if (values.put(key, value) != null) {
            faults.add(new Fault(file, lineOf(member.getKeyNode()), where, "is given twice"));
        }
    }
}
