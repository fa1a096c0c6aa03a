package org.bellwether.classify.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bellwether.classify.TaxonomyFile;
import org.bellwether.classify.evaluate.GoldSet;
import org.bellwether.classify.evaluate.LabelledItem;
import org.bellwether.classify.extract.LearnedActs;
import org.bellwether.classify.score.LearnedOpinion;
import org.bellwether.classify.taxonomy.Taxonomy;

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
            new ActTrainer(taxonomy).train(allButHeldAside()).write(out);
        }
    }

    private static List<LabelledItem> seenByRuleWriters() {
        return Stream.of(GoldSet.SIGNALS, GoldSet.TRAPS, GoldSet.STUDIED)
                .flatMap(set -> set.items().stream())
                .toList();
    }

    private static List<LabelledItem> allButHeldAside() {
        return Stream.concat(GoldSet.TRAINING.items().stream(), seenByRuleWriters().stream())
                .toList();
    }
}
