package org.bellwether.ingest.catalogue;

import java.net.URI;
import java.util.Optional;
import org.bellwether.egress.WebAddress;

/** What the id of a feed that was given none begins with: its name, or its host where nothing of the name can stand in one. */
final class FeedIds {

    private static final int LONGEST_STEM = 60;

    private FeedIds() {}

    /** An id if it is free, and with a number behind it another one. */
    static String stem(Optional<String> name, URI url) {
        String host = WebAddress.host(url).replaceFirst("^(www|rss|feeds?)\\.", "");
        String stem = name.map(FeedValues::plainSlug)
                .filter(slug -> !slug.isEmpty())
                .orElseGet(() -> FeedValues.plainSlug(host));
        String cut = stem.length() <= LONGEST_STEM
                ? stem
                : stem.substring(0, LONGEST_STEM).replaceAll("-$", "");
        return cut.isEmpty() || FeedValues.isWordOfTheApi(cut) ? "feed-" + cut + "1" : cut;
    }
}
