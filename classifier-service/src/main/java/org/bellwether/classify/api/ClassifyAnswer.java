package org.bellwether.classify.api;

import java.util.List;
import org.bellwether.classify.Classification;
import org.bellwether.events.ActorMention;
import org.bellwether.events.Quantity;
import org.bellwether.events.Tag;
import org.jspecify.annotations.Nullable;

/** What was found in one item of a request; spans are UTF-16 offsets into the strings sent. */
public record ClassifyAnswer(
        @Nullable String id,
        String language,
        String taxonomy,
        List<Tag> tags,
        List<ActorMention> actors,
        List<Quantity> quantities,
        List<String> watches) {

    static ClassifyAnswer of(ClassifyRequest request, Classification found, List<String> watches) {
        return new ClassifyAnswer(
                request.id(),
                found.language(),
                found.taxonomy(),
                found.tags(),
                found.actors(),
                found.quantities(),
                watches);
    }
}
