package org.bellwether.ingest.catalogue;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bellwether.settings.Setting;
import org.bellwether.settings.YamlFile;
import org.jspecify.annotations.Nullable;

/** Reads a catalogue file as a whole. */
public final class CatalogueReader {

    /** Room for 50,000 feeds with all that can be said of each. */
    private static final int LARGEST_CHARS = 40_000_000;

    private static final String[] NAMES = Stream.concat(
                    FeedMembers.PLAIN_NAMES.stream(), Stream.of(FeedMembers.LISTING))
            .toArray(String[]::new);

    private final Function<URI, String> identity;
    private final Map<String, Integer> lineOfId = new HashMap<>();
    private final Map<String, String> feedAtAddress = new HashMap<>();

    private CatalogueReader(Function<URI, String> identity) {
        this.identity = identity;
    }

    /**
     * Reads and checks all of it.
     *
     * @param file name to tell faults with
     * @param yaml its text
     * @param identity what two spellings of one address share; no two feeds may
     * @throws org.bellwether.settings.RefusedFileException with every fault
     */
    public static Catalogue read(String file, String yaml, Function<URI, String> identity) {
        return YamlFile.read(file, yaml, LARGEST_CHARS, new CatalogueReader(identity)::catalogue);
    }

    private Catalogue catalogue(Setting root) {
        if (!root.hasMembers()) {
            throw root.refuse("must hold a list under feeds:");
        }
        root.allow("feeds");
        return new Catalogue(root.required("feeds", this::feeds).orElseThrow(Setting::told), List.of(), Map.of());
    }

    private List<CatalogueEntry> feeds(Setting list) {
        if (list.size() == 0) {
            throw list.refuse("must be a list of at least one feed");
        }
        return list.each(this::entry);
    }

    private CatalogueEntry entry(Setting feed) {
        if (!feed.hasMembers()) {
            throw feed.refuse("must be a feed with at least id and url");
        }
        feed.allow(NAMES);
        FeedMembers stated = members(feed);
        FeedReading reading = FeedRules.read(stated);
        stated.get("id").ifPresent(id -> feed.optional("id", given -> unique(given, id, feed.line())));
        if (reading instanceof FeedReading.Right right) {
            feed.optional("url", given -> unique(given, right.feed(), feed.line()));
            return CatalogueEntry.ofFile(right.feed(), stated);
        }
        ((FeedReading.Wrong) reading).faults().forEach(fault -> tell(feed, fault));
        throw Setting.told();
    }

    private static FeedMembers members(Setting feed) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : FeedMembers.PLAIN_NAMES) {
            feed.optional(name, Setting::text).ifPresent(text -> texts.put(name, text));
        }
        feed.optional(FeedMembers.LISTING, listing -> {
            listing.allow(FeedMembers.LISTING_NAMES.toArray(String[]::new));
            listing.required("item", Setting::text);
            for (String name : FeedMembers.LISTING_NAMES) {
                listing.optional(name, Setting::text).ifPresent(text -> texts.put(FeedMembers.ofListing(name), text));
            }
            return listing;
        });
        return new FeedMembers(texts);
    }

    /** At the member's own line. What is missing because it could not be read as text has been told. */
    private static void tell(Setting feed, MemberFault fault) {
        int dot = fault.member().indexOf('.');
        if (dot < 0) {
            tell(feed, fault.member(), fault);
        } else {
            feed.optional(fault.member().substring(0, dot), parent -> {
                tell(parent, fault.member().substring(dot + 1), fault);
                return parent;
            });
        }
    }

    private static void tell(Setting parent, String name, MemberFault fault) {
        if (parent.has(name)) {
            parent.optional(name, Setting::text)
                    .ifPresent(text -> parent.optional(name, given -> {
                        throw given.refuse(fault.reason());
                    }));
        } else {
            parent.required(name, Setting::text);
        }
    }

    private String unique(Setting given, String id, int lineOfFeed) {
        @Nullable Integer first = lineOfId.putIfAbsent(id, lineOfFeed);
        if (first != null) {
            throw given.refuse("\"" + id + "\" is already the id of the feed in line " + first);
        }
        return id;
    }

    private Feed unique(Setting given, Feed feed, int lineOfFeed) {
        String place = "the feed \"" + feed.id() + "\" in line " + lineOfFeed;
        @Nullable String first = feedAtAddress.putIfAbsent(identity.apply(feed.url()), place);
        if (first != null) {
            throw given.refuse("is read already as " + first + ", however it is spelt; one address is one feed");
        }
        return feed;
    }
}
