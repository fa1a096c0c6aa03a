package org.bellwether.classify.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bellwether.classify.linear.FeatureVector;
import org.bellwether.classify.linear.KnownFeatures;
import org.bellwether.classify.linear.LinearModel;
import org.bellwether.classify.match.Span;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.events.Evidence;

/**
 * What was learned from labelled items when the service was built: a linear model with one output for each issue, whose
 * margin is the log-odds that a person would give the label to a passage, and how far it is to be believed beside the rules.
 */
public final class LearnedOpinion {

    /** Where {@link #shipped()} finds the model on the classpath. */
    public static final String FILE = "issues.model";

    /** Where it finds the fusion. */
    public static final String FUSION_FILE = "fusion.model";

    /** Concept under which what was learned is shown as evidence. */
    public static final String CONCEPT = "learned";

    private static final int MOST_EVIDENCE = 4;
    private static final double LEAST_SHOWN = 0.1;

    /** The more passages, the likelier it is that one of them is loud by chance: chosen by cross-validation. */
    private static final double DOUBT_OF_MANY = 0.4;

    /** A passage has the context, its loudest sentence says it plainly: chosen on whole corpora left out. */
    private static final double SHARE_OF_SENTENCES = 0.3;

    private final LinearModel model;
    private final Fusion fusion;

    public LearnedOpinion(LinearModel model, Fusion fusion) {
        this.model = model;
        this.fusion = fusion;
    }

    /**
     * The opinion that came with the service; empty where it was built without.
     *
     * @throws IllegalStateException where a part of it is missing
     */
    public static Optional<LearnedOpinion> shipped() {
        ClassLoader loader = LearnedOpinion.class.getClassLoader();
        try (InputStream model = loader.getResourceAsStream(FILE);
                InputStream fusion = loader.getResourceAsStream(FUSION_FILE)) {
            if (model != null && fusion == null) {
                throw new IllegalStateException(FILE + " is there without " + FUSION_FILE + "; build the service anew");
            }
            return model == null || fusion == null
                    ? Optional.empty()
                    : Optional.of(new LearnedOpinion(LinearModel.read(model), Fusion.read(fusion)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE + " or " + FUSION_FILE, e);
        }
    }

    Fusion fusion() {
        return fusion;
    }

    /**
     * What was heard of an issue.
     *
     * @param logOdds that it is the item's
     * @param passage that speaks loudest for it
     */
    record Heard(double logOdds, KnownFeatures passage) {}

    /** One for each of {@link #issues()}. */
    List<Heard> hear(Portions<FeatureVector> portions) {
        Portions<KnownFeatures> known = portions.map(model::known);
        Portions<double[]> margins = known.map(KnownFeatures::margins);
        double[] logOdds = logOdds(margins);
        return IntStream.range(0, logOdds.length)
                .mapToObj(output ->
                        new Heard(logOdds[output], known.passages().get(loudest(margins.passages(), output))))
                .toList();
    }

    /** Log-odds of an item, whose portions have these margins, for each output. */
    public static double[] logOdds(Portions<double[]> margins) {
        double doubt = DOUBT_OF_MANY * Math.log(margins.passages().size());
        return IntStream.range(0, margins.first().length)
                .mapToDouble(output -> {
                    double passage = most(margins.passages(), output) - doubt;
                    return margins.sentences().isEmpty()
                            ? passage
                            : (1 - SHARE_OF_SENTENCES) * passage
                                    + SHARE_OF_SENTENCES * most(margins.sentences(), output);
                })
                .toArray();
    }

    private static double most(List<double[]> margins, int output) {
        return margins.get(loudest(margins, output))[output];
    }

    private static int loudest(List<double[]> margins, int output) {
        int loudest = 0;
        for (int passage = 1; passage < margins.size(); passage++) {
            if (margins.get(passage)[output] > margins.get(loudest)[output]) {
                loudest = passage;
            }
        }
        return loudest;
    }

    List<String> issues() {
        return model.outputs();
    }

    /** The strongest places that speak for an issue, strongest first, none within another; contributions in units of score. */
    List<Evidence> evidence(AnalysedItem item, KnownFeatures passage, int issue, Calibration calibration) {
        List<Evidence> shown = new ArrayList<>();
        List<Place> taken = new ArrayList<>();
        for (Strength strength : strengths(passage, issue, LEAST_SHOWN * calibration.slope())) {
            Place place = Place.of(strength.place());
            if (taken.stream().noneMatch(place::overlaps)) {
                taken.add(place);
                double contribution = strength.logOdds() / calibration.slope();
                shown.add(evidence(item.fields().get(place.field()), place.span(), contribution));
            }
            if (shown.size() == MOST_EVIDENCE) {
                break;
            }
        }
        return shown;
    }

    private static Evidence evidence(Field field, Span span, double contribution) {
        return new Evidence(
                field.name(),
                field.text().start(span.first()),
                field.text().end(span.last()),
                field.text().slice(span.first(), span.last()),
                CONCEPT,
                Scorer.rounded(contribution));
    }

    private record Strength(int place, double logOdds) {}

    /** Those of at least so much, strongest first; what one place says in several ways is one strength. */
    private static List<Strength> strengths(KnownFeatures features, int issue, double least) {
        long[] byPlace = new long[features.size()];
        int placed = 0;
        for (int i = 0; i < features.size(); i++) {
            if (features.place(i) != FeatureVector.NOWHERE) {
                byPlace[placed++] = (long) features.place(i) << 32 | i;
            }
        }
        Arrays.sort(byPlace, 0, placed);
        List<Strength> strengths = new ArrayList<>();
        for (int next = 0; next < placed; ) {
            int place = (int) (byPlace[next] >>> 32);
            double logOdds = 0;
            for (; next < placed && (int) (byPlace[next] >>> 32) == place; next++) {
                logOdds += features.contribution((int) byPlace[next], issue);
            }
            if (logOdds >= least) {
                strengths.add(new Strength(place, logOdds));
            }
        }
        strengths.sort(Comparator.comparingDouble(Strength::logOdds).reversed().thenComparingInt(Strength::place));
        return strengths;
    }
}
