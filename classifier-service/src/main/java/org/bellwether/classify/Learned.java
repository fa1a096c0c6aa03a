package org.bellwether.classify;

import java.util.Optional;
import org.bellwether.classify.extract.LearnedActs;
import org.bellwether.classify.score.LearnedOpinion;

/**
 * All that was learned from labelled items when the service was built; asked or not asked as one.
 *
 * @param issues beside the taxonomy's rules
 * @param acts instead of the taxonomy's weights of words, which are among what it goes by
 */
public record Learned(LearnedOpinion issues, LearnedActs acts) {

    /**
     * What came with the service; empty where it was built without.
     *
     * @throws IllegalStateException where a part of it is missing
     */
    public static Optional<Learned> shipped() {
        Optional<LearnedOpinion> issues = LearnedOpinion.shipped();
        Optional<LearnedActs> acts = LearnedActs.shipped();
        if (issues.isPresent() != acts.isPresent()) {
            throw new IllegalStateException("what was learned of " + (issues.isPresent() ? "issues" : "acts")
                    + " is there without the other; build the service anew");
        }
        return issues.flatMap(opinion -> acts.map(ofActs -> new Learned(opinion, ofActs)));
    }
}
