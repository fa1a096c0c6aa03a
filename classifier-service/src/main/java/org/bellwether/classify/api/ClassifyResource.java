package org.bellwether.classify.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.classify.Classification;
import org.bellwether.classify.Classifier;
import org.bellwether.classify.reload.TaxonomyInForce;
import org.bellwether.classify.watchlist.Watchlist;
import org.bellwether.web.Problems;
import org.bellwether.web.RequestJson;
import org.bellwether.web.Violation;

/** What the pipeline would make of an item, or of up to {@value #MOST_ITEMS}, without keeping any of it. */
@Path("/api/classify")
@Produces(MediaType.APPLICATION_JSON)
public class ClassifyResource {

    static final int MOST_ITEMS = 500;

    private final TaxonomyInForce taxonomy;
    private final Watchlist watchlist;

    ClassifyResource(TaxonomyInForce taxonomy, Watchlist watchlist) {
        this.taxonomy = taxonomy;
        this.watchlist = watchlist;
    }

    /** One item in, one answer out; an array in, an array in the same order out. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public Object classify(String body) {
        JsonNode json = RequestJson.tree(body, "an item or an array of items");
        List<Violation> violations = new ArrayList<>();
        List<ClassifyRequest> requests = new ArrayList<>();
        if (json.isArray()) {
            if (json.size() > MOST_ITEMS) {
                throw Problems.invalid(new Violation(RequestJson.BODY, "at most " + MOST_ITEMS + " items at a time"));
            }
            for (int i = 0; i < json.size(); i++) {
                requests.add(ClassifyRequest.read(json.get(i), "[" + i + "]", violations));
            }
        } else {
            requests.add(ClassifyRequest.read(json, "", violations));
        }
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
        Classifier classifier = taxonomy.classifier();
        List<ClassifyAnswer> answers =
                requests.stream().map(request -> answer(classifier, request)).toList();
        return json.isArray() ? answers : answers.get(0);
    }

    private ClassifyAnswer answer(Classifier classifier, ClassifyRequest request) {
        Classification found = classifier.classify(request.article());
        return ClassifyAnswer.of(request, found, watchlist.matching(found, request.sources()));
    }
}
