package org.bellwether.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bellwether.events.DateProvenance;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.Severity;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.fetch.Fetched;
import org.bellwether.ingest.fetch.NotModified;
import org.bellwether.ingest.fetch.ServerHints;
import org.bellwether.ingest.health.ClockSkew;
import org.bellwether.ingest.health.ExpectedLanguage;
import org.bellwether.ingest.health.Staleness;
import org.bellwether.ingest.parse.Hints;
import org.bellwether.ingest.parse.ParsedEntry;
import org.bellwether.ingest.parse.ParsedFeed;
import org.bellwether.ingest.parse.Problem;
import org.bellwether.ingest.poll.Brought.Visible;
import org.bellwether.ingest.schedule.Sighting;
import org.bellwether.ingest.schedule.StatedPace;
import org.bellwether.ingest.schedule.Tempo;
import org.bellwether.ingest.state.Answer;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.ingest.state.Front;
import org.bellwether.ingest.state.History;
import org.bellwether.ingest.state.Learnt;
import org.bellwether.ingest.state.Losses;
import org.bellwether.ingest.state.Move;
import org.jspecify.annotations.Nullable;

/**
 * What a poll that the feed answered says of the feed itself: how fast it moves, whether entries were lost, what is wrong.
 *
 * @param feed that was polled
 * @param before what was known of it
 * @param started when the poll began (UTC)
 * @param now when the answer was there (UTC)
 */
record Appraisal(Feed feed, FeedState before, Instant started, Instant now) {

    private static final String LOSS = "possible-loss";

    private static final Duration LOSS_IS_SHOWN = Duration.ofDays(1);
    private static final int MOST_CONDITIONS = 12;

    /** After a reading. */
    Answer read(Fetched body, ParsedFeed parsed, Brought brought) {
        List<Instant> published = parsed.entries().stream()
                .map(ParsedEntry::published)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        List<Instant> fresh = fresh(brought);
        boolean lost = isLoss(brought, fresh);
        Tempo tempo = before.learnt()
                .tempo()
                .after(
                        new Sighting(now, before.lastSuccess(), brought.entries(), published, brought.fresh(), lost),
                        StatedPace.longest(StatedPaces.of(body.hints(), parsed.hints())));
        Losses losses = before.learnt().losses();
        @Nullable
        Move move = Move.after(before.learnt().move(), body.chain().movedTo().orElse(null));
        List<Condition> document = ofTheDocument(parsed, brought, move);
        Learnt learnt = new Learnt(
                tempo,
                lost ? losses.and(now, before.newestItem(), fresh.isEmpty() ? null : fresh.get(0)) : losses,
                brought.entries() == 0 ? before.learnt().front() : Front.of(brought.places()),
                move,
                document,
                Learnt.wayOf(feed));
        @Nullable Instant newest = published.isEmpty() ? null : published.get(published.size() - 1);
        List<Condition> conditions =
                new ArrayList<>(ofTheMoment(learnt, newest == null ? before.newestItem() : newest, body.hints()));
        conditions.addAll(document);
        return new Answer(
                now,
                body.validators(),
                newest,
                gravestFirst(conditions),
                learnt,
                line(
                        "read",
                        brought.entries(),
                        brought.published(),
                        parsed.repairs().size(),
                        body.wireBytes()));
    }

    /** After the server said that nothing has changed. */
    Answer unchanged(NotModified answer) {
        Tempo tempo = before.learnt().tempo().after(StatedPace.longest(StatedPaces.of(answer.hints(), Hints.NONE)));
        Learnt known = before.learnt();
        @Nullable
        Move move = Move.unchanged(known.move(), answer.chain().movedTo().orElse(null));
        Learnt learnt = new Learnt(tempo, known.losses(), known.front(), move, known.document(), known.way());
        List<Condition> conditions = new ArrayList<>(ofTheMoment(learnt, before.newestItem(), answer.hints()));
        conditions.addAll(known.document());
        return new Answer(
                now,
                answer.validators(),
                null,
                gravestFirst(conditions),
                learnt,
                line("unchanged", tempo.window(), 0, 0, 0));
    }

    /**
     * The feed has moved past the newest of what stood in it at its last reading that was written down. What other feeds brought says
     * nothing of that.
     * New entries older than what had been seen do: they came under other names, and one of them alone may be from an archive. Those of the
     * very same time do not: it may be all that the feed tells of a day.
     */
    private boolean isLoss(Brought brought, List<Instant> fresh) {
        boolean readBefore =
                before.lastSuccess() != null && before.learnt().tempo().window() > 0;
        boolean goesOn = before.learnt().front().goesOnTo(brought.places());
        @Nullable Instant newest = before.newestItem();
        boolean reachesBack = newest != null
                && !fresh.isEmpty()
                && fresh.get(Math.min(1, fresh.size() - 1)).isBefore(newest);
        boolean news = brought.visible().stream().anyMatch(entry -> entry.isNewsSince(before.lastSuccess()));
        return readBefore && news && !goesOn && !reachesBack;
    }

    /** When those that are news came at the latest, oldest first. */
    private List<Instant> fresh(Brought brought) {
        return brought.visible().stream()
                .filter(entry -> entry.isNewsSince(before.lastSuccess()))
                .map(this::latest)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    /** When an entry came at the latest: one of which a page tells but the day stands at the start of that, and may be of any hour of it. */
    private @Nullable Instant latest(Visible entry) {
        @Nullable Instant published = entry.place().published();
        if (published == null || entry.provenance() != DateProvenance.INFERRED) {
            return published;
        }
        ZonedDateTime at = published.atZone(feed.zone());
        boolean dayOnly = at.equals(at.toLocalDate().atStartOfDay(feed.zone()));
        Instant end = at.plusDays(1).minusSeconds(1).toInstant();
        return !dayOnly ? published : end.isBefore(now) ? end : now;
    }

    private List<Condition> ofTheMoment(Learnt learnt, @Nullable Instant newest, ServerHints server) {
        List<Condition> conditions = new ArrayList<>();
        Losses losses = learnt.losses();
        if (losses.at() != null && losses.at().plus(LOSS_IS_SHOWN).isAfter(now)) {
            List<String> figures = Stream.of(
                            losses.at(), losses.after(), losses.after() == null ? null : losses.before())
                    .filter(Objects::nonNull)
                    .map(Instant::toString)
                    .toList();
            conditions.add(new Condition(LOSS, Severity.ERROR, loss(losses), figures));
        }
        Staleness.of(newest, learnt.tempo().longestPause(), now).ifPresent(conditions::add);
        server.clockSkew().flatMap(ClockSkew::of).ifPresent(conditions::add);
        return conditions;
    }

    private static String loss(Losses losses) {
        String since = losses.after() == null ? "" : ", of the time since " + losses.after();
        String until = losses.before() == null || losses.after() == null ? "" : " until " + losses.before();
        return "may have lost entries" + since + until + ": when it was read at " + losses.at()
                + ", it had moved past the newest of what stood in it before; see how often it is asked and why";
    }

    private List<Condition> ofTheDocument(ParsedFeed parsed, Brought brought, @Nullable Move move) {
        List<Condition> conditions = new ArrayList<>();
        brought.refused().values().stream()
                .findFirst()
                .ifPresent(reason -> conditions.add(new Condition(
                        "unpublishable",
                        Severity.ERROR,
                        brought.refused().size() + " entries cannot be published: " + reason)));
        moved(move).ifPresent(conditions::add);
        articles(brought.articles()).ifPresent(conditions::add);
        ExpectedLanguage.check(
                        feed.language(),
                        parsed.entries().stream().map(ParsedEntry::title).toList())
                .ifPresent(conditions::add);
        parsed.problems()
                .forEach(problem -> conditions.add(new Condition(
                        problem.code(),
                        problem.severity() == Problem.Severity.ERROR ? Severity.ERROR : Severity.WARNING,
                        problem.message())));
        parsed.repairs()
                .forEach(repair -> conditions.add(new Condition(repair.code(), Severity.WARNING, repair.message())));
        return conditions;
    }

    /** A reading that asked for no article tells nothing of them; what an earlier one said stands, whatever polls failed since. */
    private Optional<Condition> articles(Articles articles) {
        return articles.tellNothing() && feed.fullText()
                ? before.learnt().document().stream()
                        .filter(condition -> condition.code().equals(Articles.REFUSED))
                        .findFirst()
                : articles.condition();
    }

    private static Optional<Condition> moved(@Nullable Move move) {
        if (move == null) {
            return Optional.empty();
        }
        String followed = move.taken() ? "; it is read there now" : "";
        return Optional.of(new Condition(
                "moved",
                Severity.WARNING,
                "has moved for good to " + move.to() + followed + ": change its url in the catalogue",
                List.of(move.to().toString())));
    }

    private History.Line line(String outcome, int entries, int published, int repairs, long bytes) {
        return new History.Line(
                started, started, 1, outcome, null, entries, published, repairs, bytes, Duration.between(started, now));
    }

    private static List<Condition> gravestFirst(List<Condition> conditions) {
        return conditions.stream()
                .sorted(Comparator.comparing(Condition::severity))
                .limit(MOST_CONDITIONS)
                .toList();
    }
}
