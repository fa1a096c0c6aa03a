package org.bellwether.settings;

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
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A place in a YAML file that knows its line and path. What takes a value from it throws {@link RefusedSettingException}
 * where there is none to take; what reads a part of it collects that, so that one run tells everything that is wrong.
 */
public final class Setting {

    /** The path of what concerns the file rather than a member. */
    static final String ROOT = "file";

    private final String file;
    private final Set<Fault> faults;
    private final String path;
    private final Node node;

    Setting(String file, Set<Fault> faults, Node root) {
        this(file, faults, ROOT, root);
    }

    private Setting(String file, Set<Fault> faults, String path, Node node) {
        this.file = file;
        this.faults = faults;
        this.path = path;
        this.node = node;
    }

    /** Where it begins, counted from 1. */
    public int line() {
        return line(node);
    }

    /** What to throw when its value is wrong. */
    public RefusedSettingException refuse(String reason) {
        return new RefusedSettingException(new Fault(file, line(), path, reason));
    }

    /** What to throw when a part that is needed was refused, and that has been collected. */
    public static RefusedSettingException told() {
        return new RefusedSettingException();
    }

    /**
     * Reads this; empty if it is refused, which is collected. An {@link IllegalArgumentException} of the reader is a
     * refusal too, so that a value may check itself.
     */
    public <T> Optional<T> read(Function<Setting, T> reader) {
        try {
            return Optional.of(reader.apply(this));
        } catch (RefusedSettingException e) {
            e.fault().ifPresent(faults::add);
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(file, line(), path, String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    /** Reads a member; empty if it is refused or missing, which is collected. */
    public <T> Optional<T> required(String name, Function<Setting, T> reader) {
        Optional<Setting> member = member(name);
        if (member.isEmpty()) {
            faults.add(new Fault(file, line(), pathOf(name), "is missing"));
        }
        return member.flatMap(given -> given.read(reader));
    }

    /** Reads a member that may be missing; empty too if it is refused, which is collected. */
    public <T> Optional<T> optional(String name, Function<Setting, T> reader) {
        return member(name).flatMap(given -> given.read(reader));
    }

    /** Whether there is such a member, right or wrong. */
    public boolean has(String name) {
        return member(name).isPresent();
    }

    /** Collects every member that has another name: a typing mistake must not silently become a default. */
    public void allow(String... names) {
        List<String> known = Arrays.asList(names);
        for (NodeTuple tuple : mapping().getValue()) {
            if (!known.contains(name(tuple))) {
                String verb = known.size() == 1 ? "is " : "are ";
                collect(tuple, "is not known; known " + verb + String.join(", ", known));
            }
        }
    }

    /** Members by name, in order; collects each that is given twice. */
    public Map<String, Setting> members() {
        Map<String, Setting> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping().getValue()) {
            String name = name(tuple);
            if (members.put(name, new Setting(file, faults, pathOf(name), tuple.getValueNode())) != null) {
                collect(tuple, "is given twice");
            }
        }
        return members;
    }

    /** Whether this holds members, which is not asked of a list or a single value. */
    public boolean hasMembers() {
        return node instanceof MappingNode;
    }

    /** Whether this is a list, right or wrong. */
    public boolean hasElements() {
        return node instanceof SequenceNode;
    }

    /** How many elements this list has. */
    public int size() {
        return elements().size();
    }

    /** What could be read of a list's elements, in order. */
    public <T> List<T> each(Function<Setting, T> reader) {
        return elements().stream()
                .flatMap(element -> element.read(reader).stream())
                .toList();
    }

    private List<Setting> elements() {
        if (!(node instanceof SequenceNode sequence)) {
            throw refuse("must be a list");
        }
        List<Setting> elements = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            elements.add(new Setting(file, faults, path + "[" + elements.size() + "]", element));
        }
        return elements;
    }

    /** A single value, without blanks around it. */
    public String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw refuse("must be a single value");
        }
        if (scalar.getValue().isBlank()) {
            throw refuse("is empty; give a value or leave the line out");
        }
        return scalar.getValue().strip();
    }

    /** A single value, converted; the {@link IllegalArgumentException} of the conversion says what is wrong with it. */
    public <T> T as(Function<String, T> conversion) {
        String text = text();
        try {
            return conversion.apply(text);
        } catch (IllegalArgumentException e) {
            throw refuse("\"" + text + "\" " + e.getMessage());
        }
    }

    /**
     * A text of a certain form.
     *
     * @param inWords what matches the pattern
     */
    public String matching(String pattern, String inWords) {
        String text = text();
        if (!text.matches(pattern)) {
            throw refuse("'" + text + "' must be " + inWords);
        }
        return text;
    }

    /** A number, in which underscores may stand between digits. */
    public BigDecimal number() {
        try {
            return new BigDecimal(text().replace("_", ""));
        } catch (NumberFormatException e) {
            throw refuse("'" + text() + "' is no number");
        }
    }

    /** ISO-8601, longer than nothing. */
    public Duration duration() {
        Duration duration;
        try {
            duration = Duration.parse(text());
        } catch (DateTimeException e) {
            throw refuse("'" + text() + "' is no ISO-8601 duration such as PT24H or P3D");
        }
        if (duration.isNegative() || duration.isZero()) {
            throw refuse("a length of time above zero is needed");
        }
        return duration;
    }

    /** {@code true} or {@code false}. */
    public boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refuse("\"" + text() + "\" is neither true nor false");
        };
    }

    /** Constants are written in lower case with hyphens. */
    public <E extends Enum<E>> E oneOf(Class<E> type) {
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
    public String canonical() {
        if (node instanceof ScalarNode scalar) {
            return "\"" + scalar.getValue().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
        if (node instanceof SequenceNode) {
            return "["
                    + String.join(
                            ",", elements().stream().map(Setting::canonical).toList()) + "]";
        }
        List<String> members = members().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(member ->
                        "\"" + member.getKey() + "\":" + member.getValue().canonical())
                .toList();
        return "{" + String.join(",", members) + "}";
    }

    private Optional<Setting> member(String name) {
        return Optional.ofNullable(members().get(name));
    }

    private MappingNode mapping() {
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw refuse("must have members of its own, as name: value");
    }

    private void collect(NodeTuple member, String reason) {
        faults.add(new Fault(file, line(member.getKeyNode()), pathOf(name(member)), reason));
    }

    private String pathOf(String name) {
        return path.equals(ROOT) ? name : path + "." + name;
    }

    private static String name(NodeTuple member) {
        return member.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
