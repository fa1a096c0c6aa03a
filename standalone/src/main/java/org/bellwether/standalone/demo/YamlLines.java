package org.bellwether.standalone.demo;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where in a YAML text something stands; binding reports only how far its parser had read by then. */
final class YamlLines {
    private YamlLines() {}

    /** The line, from 1, on which the member at the end of the path begins, or the last one of the path that is there. */
    static int line(String text, List<Reference> path) {
        Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        if (node == null) {
            return 1;
        }
        int line = node.getStartMark().getLine();
        for (Reference step : path) {
            Optional<Step> next = step(node, step);
            if (next.isEmpty()) {
                break;
            }
            line = next.get().line();
            node = next.get().node();
        }
        return line + 1;
    }

    private record Step(int line, Node node) {}

    private static Optional<Step> step(Node node, Reference step) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .filter(member -> named(member, step.getFieldName()))
                    .findFirst()
                    .map(member -> new Step(member.getKeyNode().getStartMark().getLine(), member.getValueNode()));
        }
        if (node instanceof SequenceNode sequence && step.getIndex() >= 0) {
            return sequence.getValue().stream()
                    .skip(step.getIndex())
                    .findFirst()
                    .map(element -> new Step(element.getStartMark().getLine(), element));
        }
        return Optional.empty();
    }

    private static boolean named(NodeTuple member, String name) {
        return member.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name);
    }
}
