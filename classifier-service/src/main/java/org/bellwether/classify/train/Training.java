package org.bellwether.classify.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bellwether.classify.Classifier;
import org.bellwether.classify.TaxonomyFile;
import org.bellwether.classify.evaluate.GoldSet;
import org.bellwether.classify.evaluate.LabelledItem;
import org.bellwether.classify.linear.LinearModel;
import org.bellwether.classify.score.LearnedOpinion;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;

/** The build's step that learns. */
public final class Training {

    /** Of 5, 20, 50 and 200, what did best on items left out; little changes between the last three. */
    private static final double COST = 50;

    private Training() {}

    /**
     * Learns from the shipped taxonomy and the items to learn from.
     *
     * @param args the directory that the model is written to
     */
    public static void main(String[] args) throws IOException {
        Taxonomy taxonomy = TaxonomyFile.read(Optional.empty());
        Path directory = Files.createDirectories(Path.of(args[0]));
        try (OutputStream out = Files.newOutputStream(directory.resolve(LearnedOpinion.FILE))) {
            issues(taxonomy, learnedFrom()).write(out);
        }
    }

    /** All labelled items but those held aside. */
    private static List<LabelledItem> learnedFrom() {
        return Stream.of(GoldSet.TRAINING, GoldSet.SIGNALS, GoldSet.TRAPS)
                .flatMap(set -> set.items().stream())
                .toList();
    }

    static LinearModel issues(Taxonomy taxonomy, List<LabelledItem> items) {
        Classifier rulesAlone = new Classifier(taxonomy, Optional.empty());
        List<Example> examples = items.parallelStream()
                .map(item -> new Example(
                        rulesAlone.features(item.article()), Set.copyOf(item.issues()), Set.copyOf(item.unsure())))
                .toList();
        return new ModelTrainer(taxonomy.issues().stream().map(IssueRule::id).toList(), COST).train(examples);
    }
}
