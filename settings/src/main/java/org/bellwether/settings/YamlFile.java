package org.bellwether.settings;

import java.io.StringReader;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a YAML file as a whole. It walks the tree of nodes instead of binding objects: only nodes know the lines that
 * faults are told with, and no tag in a file ever names a class to make.
 */
public final class YamlFile {

    private static final int USUALLY_AT_MOST_CHARS = 2_000_000;
    private static final int DEEPEST = 50;

    private YamlFile() {}

    /**
     * Reads and checks all of a file of at most two million characters.
     *
     * @param file name to tell faults with
     * @param text of the file; lists and mappings in it may not be aliased, since aliases of aliases grow without bounds
     * @param reader makes the value of the document's root
     * @throws RefusedFileException with every fault
     */
    public static <T> T read(String file, String text, Function<Setting, T> reader) {
        return read(file, text, USUALLY_AT_MOST_CHARS, reader);
    }

    /**
     * Reads and checks all of it.
     *
     * @param atMost characters that a file of the kind may have
     * @see #read(String, String, Function)
     */
    public static <T> T read(String file, String text, int atMost, Function<Setting, T> reader) {
        Set<Fault> faults = new LinkedHashSet<>();
        Setting root = new Setting(file, faults, compose(file, text, atMost));
        Optional<T> value = root.read(reader);
        if (!faults.isEmpty()) {
            throw new RefusedFileException(
                    faults.stream().sorted(Comparator.comparingInt(Fault::line)).toList());
        }
        return value.orElseThrow(() -> new IllegalStateException(file + " is refused without a fault"));
    }

    private static Node compose(String file, String text, int atMost) {
        // The parser has a limit of its own, but takes a minute to reach it inside one long word.
        if (text.length() > atMost) {
            throw refused(file, 1, "is longer than " + atMost + " characters");
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(atMost);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        try {
            @Nullable Node root = new Yaml(options).compose(new StringReader(text));
            if (root != null) {
                return root;
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw refused(file, line, "is not YAML: " + firstLine(e.getProblem()));
        } catch (YAMLException e) {
            throw refused(file, 1, "is not YAML that is read here: " + firstLine(e.getMessage()));
        }
        throw refused(file, 1, "is empty");
    }

    private static RefusedFileException refused(String file, int line, String reason) {
        return new RefusedFileException(List.of(new Fault(file, line, Setting.ROOT, reason)));
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
