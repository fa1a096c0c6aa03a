package org.bellwether.ingest.discover;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bellwether.ingest.discover.Candidate.Look;
import org.bellwether.ingest.discover.Clue.Source;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FetchFailed;
import org.bellwether.ingest.fetch.FetchRequest;
import org.bellwether.ingest.fetch.FetchResult;
import org.bellwether.ingest.fetch.Fetched;
import org.bellwether.ingest.fetch.Postponed;
import org.bellwether.ingest.fetch.Validators;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.ingest.parse.FeedDocument;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.parse.ParseResult;
import org.bellwether.ingest.parse.ParsedEntry;
import org.bellwether.ingest.parse.ParsedFeed;
import org.bellwether.ingest.parse.Problem;
import org.bellwether.ingest.parse.Unreadable;

/**
 * Looks for the feeds of a site: asks its page, follows what points to feeds, and where nothing good does, tries the usual
 * paths. It asks for at most {@value #MOST_LOOKS} addresses besides the page, and gives up those that have not answered in
 * {@value #LONGEST_SECONDS} s.
 */
public final class FeedFinder implements AutoCloseable {

    private static final int MOST_LOOKS = 8;
    private static final int LONGEST_SECONDS = 15;
    private static final int AT_ONCE = 2;
    private static final int LOOKS_AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_PROBLEMS = 5;

    private final FeedFetcher fetcher;
    private final FeedParser parser;
    private final Headroom headroom;
    private final InstantSource clock;
    private final Semaphore searches = new Semaphore(AT_ONCE);
    private final ExecutorService looks = Executors.newFixedThreadPool(AT_ONCE * LOOKS_AT_ONCE, task -> {
        Thread thread = new Thread(task, "feed-finder");
        thread.setDaemon(true);
        return thread;
    });

    public FeedFinder(FeedFetcher fetcher, FeedParser parser, Headroom headroom, InstantSource clock) {
        this.fetcher = fetcher;
        this.parser = parser;
        this.headroom = headroom;
        this.clock = clock;
    }

    /**
     * Looks for feeds.
     *
     * @param page of the site, or a feed
     * @throws InterruptedException when the service stops meanwhile
     */
    public Discovery search(URI page) throws InterruptedException {
        if (!searches.tryAcquire()) {
            return new Discovery.Crowded();
        }
        try (Room room = headroom.ofPreview(PATIENCE)) {
            return search(page, room);
        } catch (NoRoomException e) {
            return new Discovery.Crowded();
        } finally {
            searches.release();
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }

    private record Asked(Look itself, List<Clue> clues) {}

    private Discovery search(URI url, Room room) throws NoRoomException, InterruptedException {
        Instant end = clock.instant().plusSeconds(LONGEST_SECONDS);
        FetchResult result = fetcher.fetch(new FetchRequest(url, Validators.NONE), room);
        if (result instanceof FetchFailed failed) {
            return new Discovery.NoPage(failed);
        }
        if (result instanceof Postponed postponed) {
            return new Discovery.Later(postponed);
        }
        if (!(result instanceof Fetched page)) {
            throw new NoRoomException();
        }
        Asked asked = room.reading(() -> ask(page));
        if (asked.itself() instanceof Candidate.Feed) {
            Clue clue = new Clue(url, Source.ITSELF, null);
            return new Discovery.Searched(page.finalUrl(), List.of(new Candidate(clue, asked.itself())));
        }
        List<Candidate> candidates =
                new ArrayList<>(looked(asked.clues().stream().limit(MOST_LOOKS).toList(), end));
        if (candidates.stream().noneMatch(FeedFinder::isFeed)) {
            List<Clue> guesses = PageClues.wellKnown(page.finalUrl()).stream()
                    .filter(guess -> candidates.stream()
                            .noneMatch(seen -> seen.clue().url().equals(guess.url())))
                    .limit(MOST_LOOKS - candidates.size())
                    .toList();
            // Of what nobody pointed to only what is there is worth a word.
            looked(guesses, end).stream().filter(FeedFinder::isFeed).forEach(candidates::add);
        }
        return new Discovery.Searched(page.finalUrl(), ordered(candidates));
    }

    /** Feeds first, and of those that are at one address in the end the surest. */
    private static List<Candidate> ordered(List<Candidate> candidates) {
        Set<URI> seen = new HashSet<>();
        return candidates.stream()
                .filter(candidate -> !(candidate.look() instanceof Candidate.Feed feed) || seen.add(feed.finalUrl()))
                .sorted(Comparator.comparing(candidate -> !isFeed(candidate)))
                .toList();
    }

    private Asked ask(Fetched page) {
        ParseResult parsed = parser.parse(document(page), ZoneOffset.UTC, clock.instant());
        boolean html =
                parsed instanceof Unreadable unreadable && unreadable.code().equals("html");
        return new Asked(look(page, parsed), PageClues.of(page, html));
    }

    private static boolean isFeed(Candidate candidate) {
        return candidate.look() instanceof Candidate.Feed;
    }

    private List<Candidate> looked(List<Clue> clues, Instant end) throws InterruptedException {
        List<Callable<Look>> tasks = clues.stream()
                .map(clue -> (Callable<Look>) () -> look(clue.url()))
                .toList();
        long left = Math.max(1, Duration.between(clock.instant(), end).toMillis());
        List<Future<Look>> futures = looks.invokeAll(tasks, left, TimeUnit.MILLISECONDS);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < clues.size(); i++) {
            candidates.add(new Candidate(clues.get(i), result(futures.get(i))));
        }
        return candidates;
    }

    private static Look result(Future<Look> look) throws InterruptedException {
        if (look.isCancelled()) {
            return new Candidate.None("It did not answer in the " + LONGEST_SECONDS + " s that a search may take.");
        }
        try {
            return look.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a candidate could not be looked at", e.getCause());
        }
    }

    private Look look(URI url) throws InterruptedException {
        try (Room room = headroom.ofPreview(PATIENCE)) {
            FetchResult result = fetcher.fetch(new FetchRequest(url, Validators.NONE), room);
            if (result instanceof FetchFailed failed) {
                return new Candidate.None(failed.diagnosis());
            }
            if (result instanceof Postponed postponed) {
                return new Candidate.None(postponed.reason());
            }
            if (!(result instanceof Fetched fetched)) {
                throw new NoRoomException();
            }
            return room.reading(() -> look(fetched, parser.parse(document(fetched), ZoneOffset.UTC, clock.instant())));
        } catch (NoRoomException e) {
            return new Candidate.None("There was no room to read it; ask again in a few seconds.");
        }
    }

    private static Look look(Fetched fetched, ParseResult parsed) {
        if (parsed instanceof Unreadable unreadable) {
            return new Candidate.None(unreadable.message());
        }
        ParsedFeed feed = (ParsedFeed) parsed;
        return new Candidate.Feed(
                fetched.finalUrl(),
                feed.feed().title(),
                feed.format(),
                feed.entries().size(),
                feed.entries().stream()
                        .map(ParsedEntry::published)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null),
                problems(feed).limit(MOST_PROBLEMS).toList(),
                fetched.hints().hubs().stream().findFirst().map(URI::toString).orElse(null));
    }

    private static Stream<String> problems(ParsedFeed feed) {
        return Stream.concat(
                        feed.entries().isEmpty() ? Stream.of("has no entries") : Stream.empty(),
                        feed.problems().stream().map(Problem::message))
                .distinct();
    }

    private static FeedDocument document(Fetched body) {
        return new FeedDocument(
                body.body(),
                body.headers().contentType().orElse(null),
                body.headers().values(),
                body.finalUrl());
    }
}
