package org.bellwether.classify.train;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bellwether.classify.evaluate.LabelledItem;
import org.bellwether.classify.linear.LinearModel;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.events.Act;

/** Learns what kind of signal an item is on an issue. */
final class ActTrainer {

    private final ExampleReader reader;

    ActTrainer(Taxonomy taxonomy) {
        this.reader = new ExampleReader(taxonomy);
    }

    LinearModel train(List<LabelledItem> items) {
        List<Example> examples = IntStream.range(0, items.size())
                .parallel()
                .mapToObj(i -> reader.acts(items.get(i), i % 2 == 0))
                .flatMap(List::stream)
                .toList();
        return new MultinomialTrainer(Stream.of(Act.values()).map(Act::name).toList()).train(examples);
    }
}
