package org.bellwether.ingest.catalogue;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.jspecify.annotations.Nullable;

/** Judges members, wherever they were written, and makes a feed of them. */
public final class FeedRules {

    /** ISO 3166-1 leaves ZZ to users; here it says that nobody knows. */
    public static final String UNKNOWN_COUNTRY = "ZZ";

    private static final int LONGEST_SHOWN = 100;

    private static final Pattern USER = Pattern.compile("//[^/?#]*@");

    private final FeedMembers members;
    private final List<MemberFault> faults = new ArrayList<>();

    private FeedRules(FeedMembers members) {
        this.members = members;
    }

    /** Reads all of it. */
    public static FeedReading read(FeedMembers members) {
        return new FeedRules(members).read();
    }

    private FeedReading read() {
        Optional<String> id = required("id", FeedValues::id);
        Optional<URI> url = required("url", FeedValues::url);
        String name = optional("name", FeedValues::words).or(() -> id).orElse("");
        Feed feed = new Feed(
                id.orElse(""),
                name,
                url.orElse(URI.create("")),
                optional("language", FeedValues::language).orElse("und"),
                publisher(name),
                optional("zone", FeedValues::zone).orElse(ZoneOffset.UTC),
                optional("enabled", FeedValues::flag).orElse(true),
                optional("reason", FeedValues::words).orElse(null),
                optional("group", FeedValues::words).orElse(null),
                optional("interval", FeedValues::interval).orElse(null),
                optional("fullText", FeedValues::flag).orElse(false),
                listing());
        return faults.isEmpty() ? new FeedReading.Right(feed) : new FeedReading.Wrong(List.copyOf(faults));
    }

    private Publisher publisher(String name) {
        String speaker = optional("publisher", FeedValues::words).orElse(name);
        return new Publisher(
                speaker,
                optional("owner", FeedValues::slug).orElseGet(() -> FeedValues.slugOf(speaker)),
                optional("kind", FeedValues::kind).orElse(SourceKind.NEWS),
                optional("country", FeedValues::country).orElse(UNKNOWN_COUNTRY));
    }

    private @Nullable Listing listing() {
        UnaryOperator<String> selector = Selectors::checked;
        boolean none =
                FeedMembers.LISTING_NAMES.stream().map(FeedMembers::ofListing).noneMatch(members.values()::containsKey);
        if (none) {
            return null;
        }
        Optional<String> item = required(FeedMembers.ofListing("item"), selector);
        return new Listing(
                item.orElse(""),
                optional(FeedMembers.ofListing("title"), selector).orElse(null),
                optional(FeedMembers.ofListing("link"), selector).orElse(null),
                optional(FeedMembers.ofListing("date"), selector).orElse(null),
                optional(FeedMembers.ofListing("summary"), selector).orElse(null));
    }

    private <T> Optional<T> required(String name, Function<String, T> conversion) {
        if (members.get(name).isEmpty()) {
            faults.add(new MemberFault(name, "is missing"));
        }
        return optional(name, conversion);
    }

    private <T> Optional<T> optional(String name, Function<String, T> conversion) {
        Optional<String> written = members.get(name);
        try {
            return written.map(conversion);
        } catch (IllegalArgumentException e) {
            faults.add(new MemberFault(name, "\"" + shown(written.orElse("")) + "\" " + e.getMessage()));
            return Optional.empty();
        }
    }

    /** As written, but for a password in an address, which is nobody's to read in a log. */
    private static String shown(String written) {
        String value = USER.matcher(written).replaceFirst("//…@");
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
    }
}
