package org.bellwether.ingest.api.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.ingest.api.FeedOrder;
import org.bellwether.ingest.api.FeedQuery;
import org.bellwether.ingest.api.FeedView;
import org.bellwether.ingest.api.FeedViews;
import org.bellwether.ingest.api.console.FeedList.Filter;
import org.bellwether.ingest.api.console.FeedList.LossCount;
import org.bellwether.ingest.api.console.FeedList.RemovedRow;
import org.bellwether.ingest.api.console.FeedList.StateCount;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.state.FeedBoard;

/** Puts the pages of the list of feeds together. */
@Singleton
final class Lists {

    private static final int PER_PAGE = 100;

    private final FeedBoard board;
    private final FeedViews views;
    private final Rows rows;

    Lists(FeedBoard board, FeedViews views, Rows rows) {
        this.board = board;
        this.views = views;
        this.rows = rows;
    }

    /**
     * A page of those asked for.
     *
     * @param wanted number of the page, counted from 1; the last one for a number beyond
     */
    FeedList list(FeedQuery query, int wanted, Words words) {
        List<FeedView> any = views.all(query.inAnyState());
        List<FeedView> asked = query.state().isEmpty()
                ? any
                : any.stream()
                        .filter(view -> view.stateName().equals(query.state()))
                        .toList();
        int pages = Math.max(1, (asked.size() + PER_PAGE - 1) / PER_PAGE);
        int page = Math.min(wanted, pages);
        List<FeedRow> shown = asked.stream()
                .skip((long) (page - 1) * PER_PAGE)
                .limit(PER_PAGE)
                .map(view -> rows.row(view, words))
                .toList();
        long lossy =
                asked.stream().filter(view -> view.possibleLosses().count() > 0).count();
        return new FeedList(
                shown,
                asked.size(),
                board.catalogue().feeds().size(),
                states(any, query, words),
                new LossCount(lossy, link(query, "sort", FeedOrder.PROBLEMS.label())),
                filter(query, words),
                page,
                pages,
                page > 1 ? link(query, "page", Integer.toString(page - 1)) : "",
                page < pages ? link(query, "page", Integer.toString(page + 1)) : "",
                removed(words));
    }

    private List<RemovedRow> removed(Words words) {
        return board.catalogue().removed().stream()
                .flatMap(entry -> Stream.ofNullable(entry.change())
                        .map(change -> new RemovedRow(
                                entry.feed().id(),
                                entry.feed().name(),
                                entry.feed().url().toString(),
                                Moment.of(change.stamp().at(), rows.times(), words.of("never")),
                                change.stamp().by())))
                .toList();
    }

    private static List<StateCount> states(List<FeedView> any, FeedQuery query, Words words) {
        Map<String, Long> counted =
                any.stream().collect(Collectors.groupingBy(FeedView::stateName, Collectors.counting()));
        List<StateCount> states = new ArrayList<>();
        states.add(new StateCount(
                "",
                words.of("filter_all"),
                any.size(),
                link(query, "state", ""),
                query.state().isEmpty()));
        for (String state : query.states()) {
            states.add(new StateCount(
                    state,
                    words.of("state_" + state),
                    counted.getOrDefault(state, 0L),
                    link(query, "state", state),
                    state.equals(query.state())));
        }
        return states;
    }

    private Filter filter(FeedQuery query, Words words) {
        List<Feed> feeds = board.catalogue().feeds();
        List<String> groups = choices(
                Stream.concat(
                        feeds.stream().map(Feed::group).filter(Objects::nonNull),
                        feeds.stream().filter(feed -> feed.group() == null).map(feed -> FeedQuery.NO_GROUP)),
                query.group());
        List<String> languages = choices(
                feeds.stream()
                        .map(feed -> Locale.forLanguageTag(feed.language()).getLanguage())
                        .filter(language -> !language.isEmpty() && !language.equals("und")),
                query.language());
        Locale locale = words.language().locale();
        return new Filter(
                query.words(),
                Choice.of(
                        groups,
                        query.group(),
                        group -> group.equals(FeedQuery.NO_GROUP) ? words.of("filter_no_group") : group),
                Choice.of(query.states(), query.state(), state -> words.of("state_" + state)),
                Choice.of(query.kinds(), query.kind(), kind -> words.of("kind_" + kind)),
                Choice.of(
                        languages,
                        query.language(),
                        tag -> Locale.forLanguageTag(tag).getDisplayName(locale)),
                Choice.of(FeedOrder.names(), query.order().label(), order -> words.of("order_" + order)));
    }

    /** What there is to choose, in order, and what was chosen by address: a form that did not show that would lie. */
    private static List<String> choices(Stream<String> there, String asked) {
        return Stream.concat(there, Stream.of(asked).filter(value -> !value.isEmpty()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The query of the same list. */
    static String link(FeedQuery query) {
        return written(asked(query));
    }

    /** The same query but for one thing, from its first page. */
    private static String link(FeedQuery query, String name, String value) {
        Map<String, String> parameters = asked(query);
        parameters.put(name, value);
        return written(parameters);
    }

    private static Map<String, String> asked(FeedQuery query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", query.words());
        parameters.put("group", query.group());
        parameters.put("state", query.state());
        parameters.put("kind", query.kind());
        parameters.put("language", query.language());
        parameters.put(
                "sort",
                query.order() == FeedOrder.CATALOGUE ? "" : query.order().label());
        return parameters;
    }

    private static String written(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
