package org.bellwether.ingest.catalogue;

import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Makes an id for a feed that was given none: from its name, or from its host where nothing of the name can stand in one. */
final class FeedIds {

    private static final int LONGEST_STEM = 60;

    private FeedIds() {}

    /**
     * An id that is free.
     *
     * @param isFree whether a feed may be called so
     */
    static String of(Optional<String> name, URI url, Predicate<String> isFree) {
        String host = url.getHost().replaceFirst("^(www|rss|feeds?)\\.", "");
        String stem = name.map(FeedValues::plainSlug)
                .filter(slug -> !slug.isEmpty())
                .orElseGet(() -> FeedValues.plainSlug(host));
        String cut = stem.length() <= LONGEST_STEM
                ? stem
                : stem.substring(0, LONGEST_STEM).replaceAll("-$", "");
        String first = cut.isEmpty() || FeedValues.isWordOfTheApi(cut) ? "feed-" + cut + "1" : cut;
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? first : first + "-" + number)
                .filter(isFree)
                .findFirst()
                .orElseThrow();
    }
}
