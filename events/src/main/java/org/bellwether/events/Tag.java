package org.bellwether.events;

import java.util.List;

/**
 * One issue found in an item.
 *
 * @param issue issue id of the taxonomy
 * @param probability that a person would give the item this label, 0 to 1
 * @param score raw sum of the evidence's contributions
 * @param act what kind of signal it is
 * @param uncertain below the issue's threshold but close to it; never an indicator's business
 * @param evidence the spans that caused it, in reading order
 */
public record Tag(String issue, double probability, double score, Act act, boolean uncertain, List<Evidence> evidence) {

    public Tag {
        evidence = Lists.copy(evidence);
    }
}
