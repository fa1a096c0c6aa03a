package org.bellwether.classify.taxonomy;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.classify.match.Matcher;
import org.bellwether.classify.text.KoreanWords;
import org.bellwether.classify.text.TextAnalyser;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a taxonomy as a whole: either every part of it is right, or nothing of it is used. */
public final class TaxonomyReader {

    private static final int LARGEST_FILE_CHARS = 5_000_000;

    private TaxonomyReader() {}

    /**
     * Reads YAML.
     *
     * @throws InvalidTaxonomyException with everything that is wrong, each with line, path and reason
     */
    public static Taxonomy read(String yaml) throws InvalidTaxonomyException {
        List<Violation> violations = new ArrayList<>();
        Node document = compose(yaml);
        YamlPlace root = new YamlPlace(document, 1, "", violations);
        Map<String, YamlPlace> members = root.members(Set.of("lists", "gates", "actors", "acts", "cues", "issues"));
        TextAnalyser analyser = TextAnalyser.knowing(KoreanWords.toTeach(patternWords(document)));
        PatternBook book =
                new PatternBook(analyser, root.optional(members, "lists").members());
        RuleReader rules = new RuleReader(book);
        rules.readGates(root.optional(members, "gates"));
        List<Taxonomy.IssueRule> issues = rules.issues(root.required(members, "issues"));
        List<Taxonomy.ActorRule> actors = rules.actors(root.optional(members, "actors"));
        List<Taxonomy.ActRule> acts = rules.acts(root.optional(members, "acts"));
        Taxonomy.Cues cues = rules.cues(root.optional(members, "cues"));
        if (!violations.isEmpty()) {
            violations.sort(Comparator.comparingInt(Violation::line));
            throw new InvalidTaxonomyException(violations);
        }
        return new Taxonomy(version(yaml), issues, actors, acts, cues, analyser, Matcher.compile(book.patterns()));
    }

    /** Patterns are the texts in lists; names and definitions are prose and would teach inflected forms. */
    private static Set<String> patternWords(Node node) {
        Set<String> words = new HashSet<>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> words.addAll(patternWords(tuple.getValueNode())));
        } else if (node instanceof SequenceNode sequence) {
            for (Node element : sequence.getValue()) {
                if (element instanceof ScalarNode scalar) {
                    words.addAll(KoreanRoundTrip.words(scalar.getValue()));
                } else {
                    words.addAll(patternWords(element));
                }
            }
        }
        return words;
    }

    private static Node compose(String yaml) throws InvalidTaxonomyException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST_FILE_CHARS);
        options.setMaxAliasesForCollections(0);
        try {
            Node node = new Yaml(options).compose(new StringReader(yaml));
            if (node != null) {
                return node;
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new InvalidTaxonomyException(List.of(new Violation(line, "(file)", "not YAML: " + e.getProblem())));
        } catch (YAMLException e) {
            throw new InvalidTaxonomyException(List.of(new Violation(0, "(file)", "not YAML: " + e.getMessage())));
        }
        throw new InvalidTaxonomyException(List.of(new Violation(0, "(file)", "is empty")));
    }

    private static String version(String yaml) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(yaml.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
