package org.bellwether.classify.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bellwether.classify.Classifier;
import org.bellwether.classify.TaxonomyFile;
import org.bellwether.classify.evaluate.GoldSet;
import org.bellwether.classify.evaluate.LabelledItem;
import org.bellwether.classify.extract.LearnedActs;
import org.bellwether.classify.linear.FeatureVector;
import org.bellwether.classify.linear.LinearModel;
import org.bellwether.classify.score.LearnedOpinion;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;
import org.bellwether.events.Act;

/** The build's step that learns. */
public final class Training {

    private Training() {}

    /**
     * Learns from the shipped taxonomy and the items to learn from.
     *
     * @param args the directory that the models are written to
     */
    public static void main(String[] args) throws IOException {
        Taxonomy taxonomy = TaxonomyFile.read(Optional.empty());
        Path directory = Files.createDirectories(Path.of(args[0]));
        IssueTrainer.Learned issues = new IssueTrainer(taxonomy).train(GoldSet.TRAINING.items(), seenByRuleWriters());
        try (OutputStream out = Files.newOutputStream(directory.resolve(LearnedOpinion.FILE))) {
            issues.issues().write(out);
        }
        try (OutputStream out = Files.newOutputStream(directory.resolve(LearnedOpinion.FUSION_FILE))) {
            issues.fusion().write(out);
        }
        try (OutputStream out = Files.newOutputStream(directory.resolve(LearnedActs.FILE))) {
            acts(taxonomy, allButHeldAside()).write(out);
        }
    }

    private static List<LabelledItem> seenByRuleWriters() {
        return Stream.of(GoldSet.SIGNALS, GoldSet.TRAPS)
                .flatMap(set -> set.items().stream())
                .toList();
    }

    private static List<LabelledItem> allButHeldAside() {
        return Stream.concat(GoldSet.TRAINING.items().stream(), seenByRuleWriters().stream())
                .toList();
    }

    static LinearModel acts(Taxonomy taxonomy, List<LabelledItem> items) {
        Classifier rulesAlone = new Classifier(taxonomy, Optional.empty());
        List<Example> examples = IntStream.range(0, items.size())
                .parallel()
                .mapToObj(i -> actExamples(rulesAlone, items.get(i), i % 2 == 0))
                .flatMap(List::stream)
                .toList();
        return new MultinomialTrainer(Stream.of(Act.values()).map(Act::name).toList()).train(examples);
    }

    /**
     * One for each issue whose act is labelled.
     *
     * @param published whether the kind of publisher is told, as it sometimes is
     */
    private static List<Example> actExamples(Classifier rulesAlone, LabelledItem item, boolean published) {
        List<IssueRule> issues = rulesAlone.taxonomy().issues().stream()
                .filter(rule -> item.act().containsKey(rule.id()))
                .toList();
        List<FeatureVector> features = rulesAlone.actFeatures(published ? item.published() : item.article(), issues);
        return IntStream.range(0, issues.size())
                .mapToObj(i -> new Example(
                        List.of(features.get(i)),
                        Set.of(Objects.requireNonNull(
                                        item.act().get(issues.get(i).id()))
                                .name()),
                        Set.of()))
                .toList();
    }
}
