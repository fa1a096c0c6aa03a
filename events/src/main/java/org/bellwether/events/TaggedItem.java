package org.bellwether.events;

import java.time.Instant;
import java.util.List;

/**
 * A {@link NewsItem} and what the classifier found in it: topic {@code news.tagged}, key {@code item.id}.
 *
 * @param item the version that was classified
 * @param language BCP 47 language as detected
 * @param storyId the same for near-duplicates and syndicated copies of one story; an item without a tag has one of its own
 * @param tags issues at or above their threshold and, marked uncertain, those nearly so; strongest first
 * @param actors who is named, by role
 * @param quantities sums, rates and counts with their spans
 * @param watches ids of the subscribers' own queries that match
 * @param taxonomy content hash of the taxonomy in force, {@code sha256:<hex>}
 * @param taggedAt when it was classified (UTC)
 */
public record TaggedItem(
        NewsItem item,
        String language,
        String storyId,
        List<Tag> tags,
        List<ActorMention> actors,
        List<Quantity> quantities,
        List<String> watches,
        String taxonomy,
        Instant taggedAt) {

    public TaggedItem {
        tags = Lists.copy(tags);
        actors = Lists.copy(actors);
        quantities = Lists.copy(quantities);
        watches = Lists.copy(watches);
    }
}
