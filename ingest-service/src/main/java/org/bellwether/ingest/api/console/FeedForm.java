package org.bellwether.ingest.api.console;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bellwether.ingest.catalogue.FeedMembers;
import org.jspecify.annotations.Nullable;

/** A feed's members in a form: one field each, of which an empty one says nothing. */
final class FeedForm {

    /** Shown as a box, which sends nothing when it is not ticked. */
    private static final Set<String> FLAGS = Set.of("enabled", "fullText");

    private FeedForm() {}

    /**
     * One field.
     *
     * @param name of the member
     * @param value as it is
     * @param flag whether it is a box
     * @param set whether the box is ticked
     */
    public record Field(String name, String value, boolean flag, boolean set) {}

    /** All fields with what is written now, the id aside. */
    static List<Field> fields(FeedMembers stated) {
        return FeedMembers.NAMES.stream()
                .filter(name -> !name.equals("id"))
                .map(name -> field(name, stated.get(name)))
                .toList();
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
     * @param stated the members as the form showed them; a field that was emptied goes back to the file
     */
    static Map<String, Optional<String>> patch(FeedMembers stated, MultivaluedMap<String, String> form) {
        Map<String, Optional<String>> patch = new LinkedHashMap<>();
        for (String name : FeedMembers.NAMES) {
            Optional<String> now = value(form, name);
            Field before = field(name, stated.get(name));
            Optional<String> shown = FLAGS.contains(name)
                    ? Optional.of(Boolean.toString(before.set()))
                    : Optional.of(before.value()).filter(text -> !text.isEmpty());
            if (!name.equals("id") && !now.equals(shown)) {
                patch.put(name, now);
            }
        }
        return patch;
    }

    private static Field field(String name, Optional<String> stated) {
        boolean flag = FLAGS.contains(name);
        boolean set = flag && stated.map("true"::equals).orElse(name.equals("enabled"));
        return new Field(name, stated.orElse(""), flag, set);
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
