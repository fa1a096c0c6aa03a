package org.bellwether.classify.train;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bellwether.classify.Classifier;
import org.bellwether.classify.evaluate.LabelledItem;
import org.bellwether.classify.linear.FeatureVector;
import org.bellwether.classify.linear.LinearModel;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;
import org.bellwether.events.Act;

/** Learns what kind of signal an item is on an issue. */
final class ActTrainer {

    private final Classifier rulesAlone;

    ActTrainer(Taxonomy taxonomy) {
        this.rulesAlone = new Classifier(taxonomy, Optional.empty());
    }

    LinearModel train(List<LabelledItem> items) {
        List<Example> examples = IntStream.range(0, items.size())
                .parallel()
                .mapToObj(i -> examples(items.get(i), i % 2 == 0))
                .flatMap(List::stream)
                .toList();
        return new MultinomialTrainer(Stream.of(Act.values()).map(Act::name).toList()).train(examples);
    }

    /**
     * One for each issue whose act is labelled.
     *
     * @param published whether the kind of publisher is told, as it sometimes is
     */
    private List<Example> examples(LabelledItem item, boolean published) {
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
