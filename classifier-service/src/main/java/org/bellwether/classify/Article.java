package org.bellwether.classify;

import java.util.Optional;
import org.bellwether.events.NewsItem;
import org.bellwether.events.SourceKind;

/**
 * What is classified.
 *
 * @param title plain text, possibly empty
 * @param text plain text, possibly empty
 * @param language BCP 47 hint, used where the scripts do not tell
 * @param kind of the publisher
 * @param country of the publisher (ISO 3166-1 alpha-2)
 */
public record Article(
        String title, String text, Optional<String> language, Optional<SourceKind> kind, Optional<String> country) {

    public static Article of(NewsItem item) {
        return new Article(
                item.title(),
                item.text(),
                Optional.of(item.language()),
                Optional.of(item.publisher().kind()),
                Optional.of(item.publisher().country()));
    }
}
