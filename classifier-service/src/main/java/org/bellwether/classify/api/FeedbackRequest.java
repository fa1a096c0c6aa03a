package org.bellwether.classify.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.bellwether.classify.feedback.Feedback;
import org.bellwether.classify.feedback.Verdict;
import org.bellwether.classify.review.NearMiss;
import org.bellwether.classify.review.TextHash;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.text.Languages;
import org.bellwether.events.Act;
import org.bellwether.web.Problems;
import org.bellwether.web.RequestJson;
import org.bellwether.web.Violation;
import org.jspecify.annotations.Nullable;

/** A verdict as it was sent, and all that is wrong with it. */
final class FeedbackRequest {

    private static final Map<String, Verdict> VERDICTS = named(Verdict.values());
    private static final Map<String, Act> ACTS = named(Act.values());
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 2_000;

    private final RequestJson json;
    private final List<Violation> violations = new ArrayList<>();

    private FeedbackRequest(String body) {
        this.json = RequestJson.object(
                body,
                "an object such as {\"itemId\": \"…\", \"issue\": \"usfk-troop-levels\", \"verdict\": \"right\"}");
    }

    /**
     * Reads it.
     *
     * @param user who is logged in, and says so unless the body names somebody
     * @param ofItem the item under review of an id
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with every member that is wrong
     */
    static Feedback read(
            String body, String user, Taxonomy taxonomy, Function<String, Optional<NearMiss>> ofItem, Instant now) {
        return new FeedbackRequest(body).feedback(user, taxonomy, ofItem, now);
    }

    /** The words that were judged. */
    private record Judged(String title, String text, String hash) {}

    private Feedback feedback(
            String user, Taxonomy taxonomy, Function<String, Optional<NearMiss>> ofItem, Instant now) {
        String issue = issue(taxonomy);
        Verdict verdict = oneOf("verdict", VERDICTS);
        if (verdict == null && !isWrong("verdict")) {
            wrong("verdict", "is missing; must be one of " + String.join(", ", VERDICTS.keySet()));
        }
        Act act = oneOf("act", ACTS);
        String by = stated("by", LONGEST_NAME);
        String note = stated("note", LONGEST_NOTE);
        String itemId = stated("itemId", LONGEST_NOTE);
        Judged judged = judged(itemId, ofItem);
        violations.addAll(0, json.violations());
        if (!violations.isEmpty() || issue == null || verdict == null || judged == null) {
            throw Problems.invalid(violations);
        }
        return new Feedback(
                judged.hash(),
                issue,
                by == null ? user : by,
                verdict,
                act,
                note,
                itemId,
                judged.title(),
                judged.text(),
                Languages.detect(judged.title(), judged.text()),
                taxonomy.version(),
                now);
    }

    private @Nullable String issue(Taxonomy taxonomy) {
        String issue = stated("issue", LONGEST_NAME);
        if (issue == null) {
            if (!isWrong("issue")) {
                wrong("issue", "is missing; must be the id of an issue");
            }
        } else if (taxonomy.issue(issue).isEmpty()) {
            wrong("issue", Parameters.unknownIssue(issue, taxonomy));
        }
        return issue;
    }

    private @Nullable Judged judged(@Nullable String itemId, Function<String, Optional<NearMiss>> ofItem) {
        String title = Optional.ofNullable(json.text("title")).orElse("");
        String text = Optional.ofNullable(json.text("text")).orElse("");
        if (!title.isBlank() || !text.isBlank()) {
            return new Judged(title, text, TextHash.of(title, text));
        }
        if (itemId == null) {
            wrong(RequestJson.BODY, "names no text; give the itemId of an item under review, or title and text");
            return null;
        }
        Optional<NearMiss> known = ofItem.apply(itemId);
        if (known.isEmpty()) {
            wrong("itemId", "is not among the items under review; give its title and text too");
        }
        return known.map(miss -> new Judged(miss.title(), miss.text(), miss.textHash()))
                .orElse(null);
    }

    private <T> @Nullable T oneOf(String name, Map<String, T> known) {
        String given = stated(name, LONGEST_NAME);
        T value = given == null ? null : known.get(given.toLowerCase(Locale.ROOT));
        if (given != null && value == null) {
            wrong(name, "must be one of " + String.join(", ", known.keySet()) + ", not '" + given + "'");
        }
        return value;
    }

    private @Nullable String stated(String name, int longest) {
        String given = json.text(name);
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.length() > longest) {
            wrong(name, "has more than " + longest + " characters");
            return null;
        }
        return given.strip();
    }

    private boolean isWrong(String name) {
        return violations.stream().anyMatch(violation -> violation.field().equals(name))
                || json.violations().stream()
                        .anyMatch(violation -> violation.field().equals(name));
    }

    private void wrong(String field, String message) {
        violations.add(new Violation(field, message));
    }

    private static <E extends Enum<E>> Map<String, E> named(E[] values) {
        Map<String, E> names = new TreeMap<>();
        for (E value : values) {
            names.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
        }
        return names;
    }
}
