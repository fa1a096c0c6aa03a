package org.bellwether.ingest.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A feed as somebody wrote it, in the file, in a request or in an OPML: members by name, each as text, right or wrong.
 * What is not written is not there: defaults come with the {@linkplain FeedRules reading}.
 *
 * @param values by name, those of a listing as {@code listing.item} and so on; in the order of {@link #NAMES}
 */
public record FeedMembers(Map<String, String> values) {

    /** The member that has members of its own. */
    public static final String LISTING = "listing";

    /** The members of a listing. */
    public static final List<String> LISTING_NAMES = List.of("item", "title", "link", "date", "summary");

    /** The members of a feed that are single values. */
    public static final List<String> PLAIN_NAMES = List.of(
            "id",
            "name",
            "url",
            "language",
            "kind",
            "publisher",
            "owner",
            "country",
            "zone",
            "enabled",
            "reason",
            "group",
            "interval",
            "fullText");

    /** Every name that there is. */
    public static final List<String> NAMES = Stream.concat(
                    PLAIN_NAMES.stream(), LISTING_NAMES.stream().map(FeedMembers::ofListing))
            .toList();

    public static final FeedMembers NONE = new FeedMembers(Map.of());

    public FeedMembers {
        Map<String, String> ordered = new LinkedHashMap<>();
        Map<String, String> given = values;
        NAMES.stream().filter(given::containsKey).forEach(name -> ordered.put(name, given.get(name)));
        if (ordered.size() != given.size()) {
            List<String> unknown = new ArrayList<>(given.keySet());
            unknown.removeAll(NAMES);
            throw new IllegalArgumentException(unknown + " are no members of a feed");
        }
        values = Collections.unmodifiableMap(ordered);
    }

    /** What the member of a listing is called here. */
    public static String ofListing(String name) {
        return LISTING + "." + name;
    }

    /** A feed written out in full. */
    static FeedMembers of(Feed feed) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("id", feed.id());
        values.put("name", feed.name());
        values.put("url", feed.url().toString());
        values.put("language", feed.language());
        values.put("kind", FeedValues.kind(feed.publisher().kind()));
        values.put("publisher", feed.publisher().name());
        values.put("owner", feed.publisher().owner());
        values.put("country", feed.publisher().country());
        values.put("zone", feed.zone().getId());
        values.put("enabled", Boolean.toString(feed.enabled()));
        Optional.ofNullable(feed.reason()).ifPresent(reason -> values.put("reason", reason));
        Optional.ofNullable(feed.group()).ifPresent(group -> values.put("group", group));
        Optional.ofNullable(feed.interval()).ifPresent(interval -> values.put("interval", interval.toString()));
        values.put("fullText", Boolean.toString(feed.fullText()));
        Optional.ofNullable(feed.listing()).ifPresent(listing -> {
            values.put(ofListing("item"), listing.item());
            Optional.ofNullable(listing.title()).ifPresent(css -> values.put(ofListing("title"), css));
            Optional.ofNullable(listing.link()).ifPresent(css -> values.put(ofListing("link"), css));
            Optional.ofNullable(listing.date()).ifPresent(css -> values.put(ofListing("date"), css));
            Optional.ofNullable(listing.summary()).ifPresent(css -> values.put(ofListing("summary"), css));
        });
        return new FeedMembers(values);
    }

    /** The member as written; empty when it is not. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The same with a member written so. */
    public FeedMembers with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new FeedMembers(more);
    }

    /** The same without a member. */
    public FeedMembers without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(values);
        fewer.remove(name);
        return new FeedMembers(fewer);
    }

    /** These, and of the others those that are not written here. */
    public FeedMembers over(FeedMembers others) {
        Map<String, String> all = new LinkedHashMap<>(others.values);
        all.putAll(values);
        return new FeedMembers(all);
    }
}
