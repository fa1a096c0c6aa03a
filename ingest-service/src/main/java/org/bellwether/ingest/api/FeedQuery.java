package org.bellwether.ingest.api;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bellwether.events.SourceKind;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.web.Violation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which feeds are asked for; what is not given leaves all. */
public final class FeedQuery {

    /** What a form sends for feeds of no group, as it cannot leave a field out. */
    public static final String NO_GROUP = "-";

    private static final List<String> KINDS = List.of("news", "gov", "thinktank");

    @QueryParam("group")
    @Parameter(description = "only feeds of this group; empty for those of none")
    @Nullable
    String group;

    @QueryParam("state")
    @Parameter(description = "only feeds in this state: new, ok, degraded, failing, disabled")
    @Nullable
    String state;

    @QueryParam("kind")
    @Parameter(description = "only feeds of this kind: news, gov, thinktank")
    @Nullable
    String kind;

    @QueryParam("language")
    @Parameter(description = "only feeds in this language (BCP 47), whatever their region: ko finds ko-KR")
    @Nullable
    String language;

    @QueryParam("q")
    @Parameter(description = "only feeds with this in id, name, address, publisher or group, capital or small")
    @Nullable
    String q;

    @QueryParam("sort")
    @Parameter(
            description =
                    "catalogue (default), name, next (poll), lag (longest unread first), problems (gravest first)")
    @Nullable
    String sort;

    /**
     * Complains of what can never match.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400
     */
    public void check() {
        Asked asked = new Asked();
        check(asked);
        asked.check();
    }

    /** The same, noted with what else is asked. */
    public void check(Asked asked) {
        check(asked, "state", state, states());
        check(asked, "kind", kind, KINDS);
        check(asked, "sort", sort, FeedOrder.names());
    }

    private static void check(Asked asked, String name, @Nullable String value, List<String> known) {
        if (value != null && !known.contains(value)) {
            asked.note(List.of(new Violation(name, "is not one of " + String.join(", ", known))));
        }
    }

    /** The same, as a form means it that sends all of its fields: what is empty leaves all, {@link #NO_GROUP} those of none. */
    public FeedQuery asForm() {
        FeedQuery asked = withoutBlanks();
        asked.group = NO_GROUP.equals(asked.group) ? "" : asked.group;
        return asked;
    }

    private FeedQuery withoutBlanks() {
        FeedQuery asked = new FeedQuery();
        asked.group = said(group);
        asked.state = said(state);
        asked.kind = said(kind);
        asked.language = said(language);
        asked.q = said(q);
        asked.sort = said(sort);
        return asked;
    }

    /** The same whatever the state. */
    public FeedQuery inAnyState() {
        FeedQuery asked = withoutBlanks();
        asked.group = group;
        asked.state = null;
        return asked;
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** As a form sends it: empty for all, {@link #NO_GROUP} for those of none. */
    public String group() {
        return group == null ? "" : group.isEmpty() ? NO_GROUP : group;
    }

    public String state() {
        return state == null ? "" : state;
    }

    public String kind() {
        return kind == null ? "" : kind;
    }

    public String language() {
        return language == null ? "" : language;
    }

    /** What they are listed by. */
    public FeedOrder order() {
        return FeedOrder.byLabel(sort == null ? "" : sort).orElse(FeedOrder.CATALOGUE);
    }

    public String words() {
        return q == null ? "" : q;
    }

    /** Every state that can be asked for. */
    public List<String> states() {
        return Arrays.stream(State.values()).map(FeedQuery::name).toList();
    }

    /** Every kind that can be asked for. */
    public List<String> kinds() {
        return KINDS;
    }

    boolean matches(Feed feed, FeedState now) {
        return (group == null || group.equals(feed.group() == null ? "" : feed.group()))
                && (state == null || state.equals(name(now.state())))
                && (kind == null || kind.equals(name(feed.publisher().kind())))
                && (language == null || speaks(feed, language))
                && (q == null || holds(feed, q.strip().toLowerCase(Locale.ROOT)));
    }

    private static boolean speaks(Feed feed, String language) {
        return feed.language().equalsIgnoreCase(language)
                || feed.language().toLowerCase(Locale.ROOT).startsWith(language.toLowerCase(Locale.ROOT) + "-");
    }

    private static boolean holds(Feed feed, String words) {
        return Stream.of(
                        feed.id(),
                        feed.name(),
                        feed.url().toString(),
                        feed.publisher().name(),
                        feed.group())
                .anyMatch(text -> text != null && text.toLowerCase(Locale.ROOT).contains(words));
    }

    /** A state as the API names it. */
    public static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A kind as the catalogue names it. */
    public static String name(SourceKind kind) {
        return switch (kind) {
            case NEWS -> "news";
            case GOVERNMENT -> "gov";
            case THINK_TANK -> "thinktank";
        };
    }
}
