package org.bellwether.classify.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.bellwether.classify.linear.FeatureVector;
import org.bellwether.classify.linear.LinearModel;
import org.bellwether.events.Act;

/** What was learned of acts from labelled items when the service was built: a linear model with one output an act. */
public final class LearnedActs {

    /** Where {@link #shipped()} is found on the classpath. */
    public static final String FILE = "acts.model";

    private final LinearModel model;
    private final List<Act> acts;

    /** A model whose outputs are names of {@link Act}s. */
    public LearnedActs(LinearModel model) {
        this.model = model;
        this.acts = model.outputs().stream().map(Act::valueOf).toList();
    }

    /** What came with the service; empty where it was built without. */
    public static Optional<LearnedActs> shipped() {
        try (InputStream in = LearnedActs.class.getClassLoader().getResourceAsStream(FILE)) {
            return in == null ? Optional.empty() : Optional.of(new LearnedActs(LinearModel.read(in)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    /** The act of the largest log-odds; of equals, the first of the model's. */
    Act likeliest(FeatureVector features) {
        double[] logOdds = model.margins(features);
        int likeliest = 0;
        for (int act = 1; act < logOdds.length; act++) {
            if (logOdds[act] > logOdds[likeliest]) {
                likeliest = act;
            }
        }
        return acts.get(likeliest);
    }
}
