package org.bellwether.classify.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.classify.linear.FeatureVector;
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
    record Heard(double logOdds, int passage) {}

    /** One for each of {@link #issues()}. */
    List<Heard> hear(List<FeatureVector> passages) {
        return heard(passages.stream().map(model::margins).toList());
    }

    /** Log-odds of an item, whose passages have these margins, for each output. */
    public static double[] logOdds(List<double[]> margins) {
        return heard(margins).stream().mapToDouble(Heard::logOdds).toArray();
    }

    private static List<Heard> heard(List<double[]> margins) {
        double doubt = DOUBT_OF_MANY * Math.log(margins.size());
        List<Heard> heard = new ArrayList<>();
        for (int output = 0; output < margins.get(0).length; output++) {
            int loudest = 0;
            for (int passage = 1; passage < margins.size(); passage++) {
                if (margins.get(passage)[output] > margins.get(loudest)[output]) {
                    loudest = passage;
                }
            }
            heard.add(new Heard(margins.get(loudest)[output] - doubt, loudest));
        }
        return heard;
    }

    List<String> issues() {
        return model.outputs();
    }

    /** The strongest places that speak for an issue, strongest first, none within another; contributions in units of score. */
    List<Evidence> evidence(AnalysedItem item, FeatureVector features, int issue, Calibration calibration) {
        List<Evidence> shown = new ArrayList<>();
        List<Place> taken = new ArrayList<>();
        for (Strength strength : strengths(features, issue)) {
            double contribution = strength.logOdds() / calibration.slope();
            Place place = Place.of(strength.place());
            if (contribution < LEAST_SHOWN || shown.size() == MOST_EVIDENCE) {
                break;
            }
            if (taken.stream().noneMatch(place::overlaps)) {
                taken.add(place);
                shown.add(evidence(item.fields().get(place.field()), place.span(), contribution));
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

    /** What one place says in several ways is one strength. */
    private List<Strength> strengths(FeatureVector features, int issue) {
        Map<Integer, Double> byPlace = new HashMap<>();
        for (int i = 0; i < features.size(); i++) {
            if (features.place(i) != FeatureVector.NOWHERE) {
                byPlace.merge(features.place(i), model.contribution(features, i, issue), Double::sum);
            }
        }
        return byPlace.entrySet().stream()
                .map(entry -> new Strength(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Strength::logOdds).reversed().thenComparingInt(Strength::place))
                .toList();
    }
}
