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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which feeds are asked for; what is not given leaves all. */
public final class FeedQuery {

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

    @QueryParam("q")
    @Parameter(description = "only feeds with this in id, name, address, publisher or group, capital or small")
    @Nullable
    String q;

    /**
     * Complains of what can never match.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400
     */
    public void check() {
        if (state != null && !states().contains(state)) {
            throw ApiProblem.invalid("state", "is not one of " + String.join(", ", states()));
        }
        if (kind != null && !KINDS.contains(kind)) {
            throw ApiProblem.invalid("kind", "is not one of " + String.join(", ", KINDS));
        }
    }

    /** The same, as a form means it that sends all of its fields. */
    public FeedQuery withoutBlanks() {
        FeedQuery asked = new FeedQuery();
        asked.group = group == null || group.isBlank() ? null : group;
        asked.state = state == null || state.isBlank() ? null : state;
        asked.kind = kind == null || kind.isBlank() ? null : kind;
        asked.q = q == null || q.isBlank() ? null : q;
        return asked;
    }

    public String group() {
        return group == null ? "" : group;
    }

    public String state() {
        return state == null ? "" : state;
    }

    public String kind() {
        return kind == null ? "" : kind;
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
                && (q == null || holds(feed, q.strip().toLowerCase(Locale.ROOT)));
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

    static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String name(SourceKind kind) {
        return switch (kind) {
            case NEWS -> "news";
            case GOVERNMENT -> "gov";
            case THINK_TANK -> "thinktank";
        };
    }
}
