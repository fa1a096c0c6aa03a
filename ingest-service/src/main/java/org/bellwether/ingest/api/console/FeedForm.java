package org.bellwether.ingest.api.console;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bellwether.ingest.catalogue.FeedMembers;
import org.bellwether.web.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A feed's members in a form, what is wrong with each beside it. An empty field says nothing.
 *
 * @param feed what the feed is and where it is read
 * @param reading how it is read
 * @param publisher who speaks in it
 * @param listing how entries are found on a page that is no feed
 * @param listed whether something is said of that
 * @param shown fingerprint of the members that the form began with, which it sends along; empty for a new feed
 */
public record FeedForm(
        List<Field> feed,
        List<Field> reading,
        List<Field> publisher,
        List<Field> listing,
        boolean listed,
        String shown) {

    /** The field, which nobody sees, with the fingerprint. */
    static final String SHOWN = "shown";

    /** Shown as a box, which sends nothing when it is not ticked. */
    private static final Set<String> FLAGS = Set.of("enabled", "fullText");

    private static final List<String> FEED = List.of("url", "name", "id", "group");
    private static final List<String> READING =
            List.of("language", "zone", "interval", "fullText", "enabled", "reason");
    private static final List<String> PUBLISHER = List.of("kind", "publisher", "owner", "country");
    private static final List<String> KINDS = List.of("", "news", "gov", "thinktank");

    /**
     * One field.
     *
     * @param name of the member
     * @param value as it is
     * @param hint what it is for, possibly empty
     * @param type of the control: text, box or choice
     * @param set whether a box is ticked
     * @param choices of which one is taken, where the control is one
     * @param rule what it has to be, in the reader's language; empty when nothing is wrong
     * @param fault what is wrong, in English; empty when nothing is
     * @param now what somebody made of it meanwhile, in words; empty when that is the same
     */
    public record Field(
            String name,
            String label,
            String value,
            String hint,
            String type,
            boolean set,
            List<Choice> choices,
            String rule,
            String fault,
            String now) {

        public boolean wrong() {
            return !fault.isEmpty();
        }

        public boolean required() {
            return name.equals("url");
        }

        private Field beside(FeedMembers there, Words words) {
            boolean box = FLAGS.contains(name);
            String meanwhile = box
                    ? Boolean.toString(isSet(name, there.get(name)))
                    : there.get(name).orElse("");
            if (meanwhile.equals(box ? Boolean.toString(set) : value)) {
                return this;
            }
            String said = box || meanwhile.isEmpty()
                    ? words.of("now_" + (box ? meanwhile : "empty"))
                    : name.equals("kind") ? words.named("kind", meanwhile) : meanwhile;
            return new Field(name, label, value, hint, type, set, choices, rule, fault, words.of("change_now", said));
        }
    }

    /** For a new feed, with what is known of it. */
    static FeedForm of(FeedMembers stated, boolean withId, Words words) {
        return of(stated, withId, List.of(), words);
    }

    /** To change what is stated now. */
    static FeedForm toChange(FeedMembers stated, Words words) {
        return of(stated, false, words).from(Fingerprint.of(stated));
    }

    /** With what was typed, and beside it what somebody else made of it meanwhile. To send it once more is to have it as typed. */
    static FeedForm overtaken(FeedMembers typed, FeedMembers there, Words words) {
        FeedForm form = of(typed, false, words);
        List<Field> listing = beside(form.listing, there, words);
        return new FeedForm(
                beside(form.feed, there, words),
                beside(form.reading, there, words),
                beside(form.publisher, there, words),
                listing,
                form.listed || listing.stream().anyMatch(field -> !field.now().isEmpty()),
                Fingerprint.of(there));
    }

    private static List<Field> beside(List<Field> fields, FeedMembers there, Words words) {
        return fields.stream().map(field -> field.beside(there, words)).toList();
    }

    /** The same, begun with what has that fingerprint. */
    FeedForm from(String fingerprint) {
        return new FeedForm(feed, reading, publisher, listing, listed, fingerprint);
    }

    /** The same, and what is wrong with it. */
    static FeedForm of(FeedMembers stated, boolean withId, List<Violation> violations, Words words) {
        List<String> first =
                withId ? FEED : FEED.stream().filter(name -> !name.equals("id")).toList();
        List<String> listing =
                FeedMembers.LISTING_NAMES.stream().map(FeedMembers::ofListing).toList();
        boolean listed = listing.stream().anyMatch(name -> stated.get(name).isPresent());
        return new FeedForm(
                fields(first, stated, violations, words),
                fields(READING, stated, violations, words),
                fields(PUBLISHER, stated, violations, words),
                fields(listing, stated, violations, words),
                listed,
                "");
    }

    /** What is written in a form for a new feed. */
    static FeedMembers written(MultivaluedMap<String, String> form) {
        FeedMembers members = FeedMembers.NONE;
        for (String name : FeedMembers.NAMES) {
            Optional<String> value = value(form, name);
            if (value.isPresent() && !isDefault(name, value.get())) {
                members = members.with(name, value.get());
            }
        }
        return members;
    }

    /**
     * What a form changes.
     *
     * @param stated the members as the form showed them, which its fingerprint has proved; a field that was emptied goes back to the file
     */
    static Map<String, Optional<String>> patch(FeedMembers stated, MultivaluedMap<String, String> form) {
        Map<String, Optional<String>> patch = new LinkedHashMap<>();
        for (String name : FeedMembers.NAMES) {
            Optional<String> now = value(form, name);
            Optional<String> shown = FLAGS.contains(name)
                    ? Optional.of(Boolean.toString(isSet(name, stated.get(name))))
                    : stated.get(name);
            if (!name.equals("id") && !now.equals(shown)) {
                patch.put(name, now);
            }
        }
        return patch;
    }

    private static List<Field> fields(List<String> names, FeedMembers stated, List<Violation> violations, Words words) {
        boolean fresh = names.contains("id");
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            String fault = violations.stream()
                    .filter(violation -> violation.field().equals(name))
                    .map(Violation::message)
                    .findFirst()
                    .orElse("");
            String key = name.replace('.', '_');
            String value = stated.get(name).orElse("");
            fields.add(new Field(
                    name,
                    words.of("member_" + key),
                    value,
                    name.equals("name") && !fresh
                            ? ""
                            : words.find("hint_" + key).orElse(""),
                    FLAGS.contains(name) ? "box" : name.equals("kind") ? "choice" : "text",
                    FLAGS.contains(name) && isSet(name, stated.get(name)),
                    name.equals("kind") ? kinds(value, words) : List.of(),
                    fault.isEmpty() ? "" : words.find("rule_" + key).orElse(""),
                    fault,
                    ""));
        }
        return fields;
    }

    /** A kind that there is not stays to be seen, with what is wrong about it. */
    private static List<Choice> kinds(String value, Words words) {
        List<String> all = new ArrayList<>(KINDS);
        if (!all.contains(value)) {
            all.add(value);
        }
        return Choice.of(all, value, kind -> kind.isEmpty() ? words.of("kind_usual") : words.named("kind", kind));
    }

    private static boolean isSet(String name, Optional<String> stated) {
        return stated.map("true"::equals).orElse(name.equals("enabled"));
    }

    private static boolean isDefault(String name, String value) {
        return FLAGS.contains(name) && value.equals(Boolean.toString(name.equals("enabled")));
    }

    private static Optional<String> value(MultivaluedMap<String, String> form, String name) {
        @Nullable String sent = form.getFirst(name);
        if (FLAGS.contains(name)) {
            return Optional.of(Boolean.toString(sent != null));
        }
        return Optional.ofNullable(sent).map(String::strip).filter(text -> !text.isEmpty());
    }
}
