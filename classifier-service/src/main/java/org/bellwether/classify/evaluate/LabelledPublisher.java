package org.bellwether.classify.evaluate;

import java.util.Optional;
import org.bellwether.events.SourceKind;
import org.jspecify.annotations.Nullable;

/**
 * What the service would know of an item's publisher from ingest's catalogue, by what the label says of it. The catalogue has
 * three kinds of source, and {@code news} is what a feed is that states none: so are state media and people's posts, of which
 * the shipped one has no feed. Its country is told where the label leaves no doubt of it: Washington's own offices are American,
 * Korean-language press, ministries and institutes Korean (as are 39 of the 42 such feeds of the catalogue), state media those
 * of the North; of an English wire the label does not say whose it is, so evaluation opens no gate by it that production might.
 *
 * @param kind empty where the label names no publisher, as the API may be asked
 * @param country ISO 3166-1 alpha-2; empty where the catalogue's would be unknown or the label does not tell
 */
record LabelledPublisher(Optional<SourceKind> kind, Optional<String> country) {

    private static final LabelledPublisher UNNAMED = new LabelledPublisher(Optional.empty(), Optional.empty());

    /**
     * The publisher of an item.
     *
     * @param name sort of publisher, as the guideline for labelling has them, or the name of a newspaper
     * @param lang of the item, BCP 47
     */
    static LabelledPublisher of(@Nullable String name, String lang) {
        if (name == null || name.isBlank()) {
            return UNNAMED;
        }
        return switch (name) {
            case "white-house", "us-department" -> of(SourceKind.GOVERNMENT, Optional.of("US"));
            case "ministry" -> of(SourceKind.GOVERNMENT, korean(lang));
            case "think-tank" -> of(SourceKind.THINK_TANK, korean(lang));
            case "state-media", "kcna" -> of(SourceKind.NEWS, Optional.of("KP"));
            case "social", "blog" -> of(SourceKind.NEWS, Optional.empty());
            default -> of(SourceKind.NEWS, korean(lang));
        };
    }

    private static LabelledPublisher of(SourceKind kind, Optional<String> country) {
        return new LabelledPublisher(Optional.of(kind), country);
    }

    private static Optional<String> korean(String lang) {
        return lang.equals("ko") ? Optional.of("KR") : Optional.empty();
    }
}
