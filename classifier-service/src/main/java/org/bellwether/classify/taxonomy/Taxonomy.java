package org.bellwether.classify.taxonomy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.classify.match.Matcher;
import org.bellwether.classify.match.PatternSet;
import org.bellwether.classify.text.TextAnalyser;
import org.bellwether.events.Act;
import org.bellwether.events.LocalText;
import org.bellwether.events.Quantity;

/**
 * A checked taxonomy, compiled. Patterns are numbered across the whole of it; a number stands for the pattern in the
 * hits of {@link #matcher()}.
 *
 * @param version content hash of the file, {@code sha256:<hex>}
 * @param issues in the file's order
 * @param actors in the file's order
 * @param acts most telling first, as the file has them
 * @param cues words that show who speaks and who is spoken to
 * @param analyser knows the taxonomy's Korean words
 * @param matcher of all patterns
 */
public record Taxonomy(
        String version,
        List<IssueRule> issues,
        List<ActorRule> actors,
        List<ActRule> acts,
        Cues cues,
        TextAnalyser analyser,
        Matcher matcher) {

    /** The rule of an issue. */
    public Optional<IssueRule> issue(String id) {
        return issues.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /**
     * How an issue is recognised.
     *
     * @param figures kinds of quantity it is measured in
     * @param thresholds least probability for a tag by language, {@code default} for the others
     * @param titleWeight factor for evidence in the title; the lead's is 1
     * @param gates all must be open
     */
    public record IssueRule(
            String id,
            LocalText name,
            LocalText definition,
            List<Quantity.Kind> figures,
            Map<String, Double> thresholds,
            double titleWeight,
            List<Gate> gates,
            List<Concept> concepts,
            List<Veto> vetoes) {

        /** Least probability for a tag on an item of that language. */
        public double threshold(String language) {
            return thresholds.getOrDefault(language, thresholds.getOrDefault("default", DEFAULT_THRESHOLD));
        }
    }

    /** Where the file names no threshold. Below one half, since a missed signal costs an analyst more than a false one. */
    public static final double DEFAULT_THRESHOLD = 0.38;

    /**
     * One way an issue shows.
     *
     * @param weight score of its first occurrence in the lead; below 0 it speaks against the issue
     * @param supports whether it only counts beside another concept that does not; what speaks against always only supports
     * @param with what else the item must have for it to count: each of these gates open
     * @param sources its patterns as written, in the order of their numbers' list
     */
    public record Concept(
            String id, double weight, boolean supports, List<Gate> with, PatternSet patterns, List<String> sources) {}

    /**
     * What an item must have, whichever issue it is about.
     *
     * @param countries publishers of these (ISO 3166-1 alpha-2) imply it
     * @param languages items in these (BCP 47) imply it
     */
    public record Gate(String id, PatternSet patterns, List<String> countries, List<String> languages) {}

    /**
     * What takes evidence back.
     *
     * @param within terms between it and the evidence; empty: anywhere in the item
     */
    public record Veto(Optional<Integer> within, PatternSet patterns) {}

    /** Someone who speaks, acts or is addressed. */
    public record ActorRule(String id, LocalText name, PatternSet patterns) {}

    /** A family of words that make an item this kind of signal. */
    public record ActRule(String id, Act act, double weight, PatternSet patterns) {}

    /**
     * Patterns beside an actor's name.
     *
     * @param speaks after who speaks or acts
     * @param toward before who is addressed
     * @param by before who speaks or acts
     */
    public record Cues(PatternSet speaks, PatternSet toward, PatternSet by) {}
}
