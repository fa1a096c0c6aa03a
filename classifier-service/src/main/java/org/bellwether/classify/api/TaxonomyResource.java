package org.bellwether.classify.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.bellwether.classify.reload.TaxonomyInForce;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.TaxonomyReader;
import org.bellwether.events.LocalText;
import org.bellwether.settings.RefusedFileException;
import org.bellwether.settings.SettingsFile;
import org.jspecify.annotations.Nullable;

/** The taxonomy in force, and whether a draft could replace it. */
@Path("/api/taxonomy")
@Produces(MediaType.APPLICATION_JSON)
public class TaxonomyResource {

    private final TaxonomyInForce taxonomy;

    TaxonomyResource(TaxonomyInForce taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** The taxonomy as people read it. */
    public record TaxonomyView(String taxonomy, List<IssueView> issues, List<ActorView> actors) {}

    /** An issue and what it is recognised by. */
    public record IssueView(
            String id,
            LocalText name,
            LocalText definition,
            Map<String, Double> thresholds,
            List<String> gates,
            List<ConceptView> concepts) {}

    /** A concept with its patterns as written. */
    public record ConceptView(String id, double weight, boolean supports, List<String> patterns) {}

    /** An actor. */
    public record ActorView(String id, LocalText name) {}

    /**
     * What a draft is worth.
     *
     * @param taxonomy version it would have, where it is valid
     * @param violations everything wrong in it
     */
    public record Verdict(boolean valid, @Nullable String taxonomy, List<Violation> violations) {}

    /**
     * Something wrong in a draft.
     *
     * @param line from 1
     * @param path of the member, such as {@code issues[3].concepts[0].patterns[2]}
     * @param reason in words
     */
    public record Violation(int line, String path, String reason) {}

    /** The taxonomy in force. */
    @GET
    public TaxonomyView inForce() {
        Taxonomy current = taxonomy.classifier().taxonomy();
        return new TaxonomyView(
                current.version(),
                current.issues().stream().map(TaxonomyResource::view).toList(),
                current.actors().stream()
                        .map(actor -> new ActorView(actor.id(), actor.name()))
                        .toList());
    }

    /** Checks a draft in YAML; nothing is changed. */
    @POST
    @Path("/validate")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Verdict validate(String yaml) {
        try {
            return new Verdict(
                    true, TaxonomyReader.read(new SettingsFile("draft", yaml)).version(), List.of());
        } catch (RefusedFileException e) {
            List<Violation> violations = e.faults().stream()
                    .map(fault -> new Violation(fault.line(), fault.path(), fault.reason()))
                    .toList();
            return new Verdict(false, null, violations);
        }
    }

    private static IssueView view(Taxonomy.IssueRule rule) {
        return new IssueView(
                rule.id(),
                rule.name(),
                rule.definition(),
                rule.thresholds(),
                rule.gates().stream().map(Taxonomy.Gate::id).toList(),
                rule.concepts().stream()
                        .map(concept ->
                                new ConceptView(concept.id(), concept.weight(), concept.supports(), concept.sources()))
                        .toList());
    }
}
