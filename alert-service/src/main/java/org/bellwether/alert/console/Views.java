package org.bellwether.alert.console;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.alert.archive.Bucket;
import org.bellwether.alert.archive.IssueCounts;
import org.bellwether.alert.archive.IssueWeek;
import org.bellwether.alert.archive.ItemQuery;
import org.bellwether.alert.archive.MongoIssues;
import org.bellwether.alert.archive.MongoItems;
import org.bellwether.alert.archive.MongoSources;
import org.bellwether.alert.text.Words;
import org.bellwether.events.Issue;
import org.bellwether.events.LocalText;
import org.bellwether.web.text.Language;
import org.bellwether.web.text.Times;

/** Fetches what pages show from the archive. */
@Singleton
final class Views {

    private static final int BOARD_ITEMS = 25;
    private static final int ISSUE_ITEMS = 60;
    private static final Duration SMALL_BUCKET = Duration.ofDays(1);
    private static final Duration LARGE_BUCKET = Duration.ofHours(6);

    private final MongoItems items;
    private final IssueWeek week;
    private final MongoIssues issues;
    private final MongoSources sources;
    private final IndicatorViews indicators;
    private final Desk desk;

    Views(
            MongoItems items,
            IssueWeek week,
            MongoIssues issues,
            MongoSources sources,
            IndicatorViews indicators,
            Desk desk) {
        this.items = items;
        this.week = week;
        this.issues = issues;
        this.sources = sources;
        this.indicators = indicators;
        this.desk = desk;
    }

    Board board(Language language) {
        List<Issue> all = issues.all();
        List<IndicatorView> standing = indicators.all(language);
        long firing = standing.stream().filter(IndicatorView::firing).count();
        Coverage coverage = Coverage.of(sources.all());
        Words words = Words.in(language);
        Map<String, List<Bucket>> series =
                week.series(all.stream().map(Issue::id).toList(), SMALL_BUCKET);
        return new Board(
                firing == 0 ? words.of("board_quiet") : words.of("board_firing", firing),
                words.of("sources_summary", coverage.well(), coverage.enabled()),
                coverage.blind(),
                standing,
                issues(all, series, language),
                words.of("board_issues_hint", Chart.most(series.values())),
                items(ItemQuery.newest(BOARD_ITEMS), names(all), language));
    }

    Optional<IssueView> issue(String id, Language language) {
        return issues.byId(id).map(issue -> {
            List<Bucket> buckets = week.series(List.of(id), LARGE_BUCKET).getOrDefault(id, List.of());
            return view(
                    issue,
                    week.counts(),
                    Chart.of(buckets, Chart.most(List.of(buckets)), 640, 120, desk.times()),
                    language);
        });
    }

    List<ItemView> issueItems(String id, Language language) {
        return items(ItemQuery.ofIssue(id, ISSUE_ITEMS), names(issues.all()), language);
    }

    /** Names by id, of the taxonomy in force. */
    Map<String, LocalText> issueNames() {
        return names(issues.all());
    }

    Optional<IndicatorView> indicator(String id, Language language) {
        return indicators.byId(id, language);
    }

    private List<IssueView> issues(List<Issue> all, Map<String, List<Bucket>> series, Language language) {
        Map<String, IssueCounts> counts = week.counts();
        // One scale for all: bars of different issues stand below one another to be compared.
        long most = Chart.most(series.values());
        return all.stream()
                .map(issue -> {
                    List<Bucket> buckets = series.getOrDefault(issue.id(), List.of());
                    return view(issue, counts, Chart.of(buckets, most, 96, 24, desk.times()), language);
                })
                .toList();
    }

    private static IssueView view(Issue issue, Map<String, IssueCounts> counts, Chart chart, Language language) {
        IssueCounts count = counts.getOrDefault(issue.id(), new IssueCounts(issue.id(), 0, 0));
        return new IssueView(
                issue.id(),
                language.of(issue.name()),
                language.of(issue.definition()),
                count.lastDay(),
                count.lastWeek(),
                chart);
    }

    private List<ItemView> items(ItemQuery query, Map<String, LocalText> names, Language language) {
        Times times = desk.times();
        return items.latest(query).stream()
                .map(tagged -> ItemView.of(tagged, names, language, times))
                .toList();
    }

    private static Map<String, LocalText> names(List<Issue> issues) {
        Map<String, LocalText> names = new LinkedHashMap<>();
        issues.forEach(issue -> names.put(issue.id(), issue.name()));
        return names;
    }
}
