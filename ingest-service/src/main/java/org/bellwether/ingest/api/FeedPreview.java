package org.bellwether.ingest.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.bellwether.egress.WebAddress;
import org.bellwether.ingest.api.PreviewView.FullTextView;
import org.bellwether.ingest.api.PreviewView.ScheduleView;
import org.bellwether.ingest.article.ArticleText;
import org.bellwether.ingest.article.ArticleTexts;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.catalogue.Listing;
import org.bellwether.ingest.fetch.FeedHeaders;
import org.bellwether.ingest.fetch.FetchFailed;
import org.bellwether.ingest.fetch.FetchResult;
import org.bellwether.ingest.fetch.Fetched;
import org.bellwether.ingest.fetch.NoRoom;
import org.bellwether.ingest.fetch.Postponed;
import org.bellwether.ingest.fetch.ServerHints;
import org.bellwether.ingest.fetch.Validators;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.ingest.host.Pace;
import org.bellwether.ingest.item.CanonicalUrl;
import org.bellwether.ingest.item.IdentifiedEntry;
import org.bellwether.ingest.item.ItemIdentity;
import org.bellwether.ingest.parse.FeedDocument;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.parse.ParseResult;
import org.bellwether.ingest.parse.ParsedEntry;
import org.bellwether.ingest.parse.ParsedFeed;
import org.bellwether.ingest.parse.Unreadable;
import org.bellwether.ingest.poll.StatedPaces;
import org.bellwether.ingest.robots.PoliteFetcher;
import org.bellwether.ingest.schedule.Bounds;
import org.bellwether.ingest.schedule.Cadence;
import org.bellwether.ingest.schedule.Interval;
import org.bellwether.ingest.schedule.Sighting;
import org.bellwether.ingest.schedule.StatedPace;
import org.bellwether.ingest.schedule.Tempo;
import org.jspecify.annotations.Nullable;

/** Reads a feed just as a first poll would, up to the point where something would be stored. */
public final class FeedPreview {

    private final PoliteFetcher fetcher;
    private final FeedParser parser;
    private final ArticleTexts articles;
    private final Supplier<Catalogue> catalogue;
    private final Bounds bounds;
    private final InstantSource clock;

    public FeedPreview(
            PoliteFetcher fetcher,
            FeedParser parser,
            ArticleTexts articles,
            Supplier<Catalogue> catalogue,
            Bounds bounds,
            InstantSource clock) {
        this.fetcher = fetcher;
        this.parser = parser;
        this.articles = articles;
        this.catalogue = catalogue;
        this.bounds = bounds;
        this.clock = clock;
    }

    /** Fetches and reads the feed at an address; a feed of the catalogue is read as the catalogue says. */
    PreviewView ofUrl(URI url, PreviewTrial trial, Room room) throws NoRoomException, InterruptedException {
        return ofUrl(url, catalogue.get().byUrl(url), trial, room);
    }

    /** Fetches and reads a feed that may come into the catalogue, as if it were there. */
    PreviewView ofFeed(Feed feed, Room room) throws NoRoomException, InterruptedException {
        return ofUrl(feed.url(), Optional.of(feed), PreviewTrial.NONE, room);
    }

    private PreviewView ofUrl(URI url, Optional<Feed> known, PreviewTrial trial, Room room)
            throws NoRoomException, InterruptedException {
        Fetched fetched = fetched(
                listing(known, trial) == null
                        ? fetcher.feed(url, Validators.NONE, Pace.FEED, room, null)
                        : fetcher.page(url, Validators.NONE, Pace.PAGE, room, null));
        FeedDocument document = new FeedDocument(
                fetched.body(),
                fetched.headers().contentType().orElse(null),
                fetched.headers().values(),
                fetched.finalUrl());
        Look look = room.reading(() -> read(document, fetched.hints(), known, trial, ""));
        return trial.fullText() ? withFullText(look) : look.view();
    }

    private static @Nullable Listing listing(Optional<Feed> known, PreviewTrial trial) {
        return trial.listing() == null ? known.map(Feed::listing).orElse(null) : trial.listing();
    }

    private Fetched fetched(FetchResult result) throws NoRoomException {
        if (result instanceof NoRoom) {
            throw new NoRoomException();
        }
        if (result instanceof FetchFailed failed) {
            throw ApiProblem.notFetched(failed);
        }
        if (result instanceof Postponed postponed) {
            throw ApiProblem.postponed(postponed, clock.instant());
        }
        if (result instanceof Fetched fetched) {
            return fetched;
        }
        throw new IllegalStateException("an unconditional request was answered with 304");
    }

    /** Of the first entry that leads anywhere; waits for its server, so not within a reading. */
    private PreviewView withFullText(Look look) throws InterruptedException {
        for (ParsedEntry entry : look.feed().entries()) {
            Optional<CanonicalUrl> article = Optional.ofNullable(entry.link()).flatMap(CanonicalUrl::of);
            if (article.isPresent()) {
                String url = article.get().value();
                return look.view().with(FullTextView.of(url, text(url, entry.text())));
            }
        }
        return look.view();
    }

    private ArticleText text(String url, String feedText) throws InterruptedException {
        try {
            return articles.of(WebAddress.of(url), feedText);
        } catch (URISyntaxException e) {
            return new ArticleText.Kept("bad-url", "the entry's link is no web address");
        }
    }

    /** Reads a feed that was sent. */
    PreviewView ofDocument(FeedDocument document, PreviewTrial trial, Room room)
            throws NoRoomException, InterruptedException {
        Optional<Feed> known = Optional.ofNullable(document.base()).flatMap(catalogue.get()::byUrl);
        ServerHints hints = ServerHints.ofFreshness(new FeedHeaders(document.otherHeaders()), clock.instant());
        return room.reading(() -> read(document, hints, known, trial, ApiProblem.TO_GIVE_AN_ADDRESS))
                .view();
    }

    /** A feed as read, and as shown. */
    private record Look(ParsedFeed feed, PreviewView view) {}

    private Look read(FeedDocument document, ServerHints hints, Optional<Feed> known, PreviewTrial trial, String hint) {
        ZoneId zone = trial.zone().or(() -> known.map(Feed::zone)).orElse(ZoneOffset.UTC);
        ParseResult parsed = parser.parse(document, listing(known, trial), zone, clock.instant());
        if (parsed instanceof Unreadable unreadable) {
            throw ApiProblem.unreadable(unreadable, hint);
        }
        ParsedFeed feed = (ParsedFeed) parsed;
        String owner = known.map(entry -> entry.publisher().owner()).orElseGet(() -> host(document.base(), feed));
        // A guid of a feed that is not in the catalogue counts within whatever it is taken from.
        String scope = known.map(Feed::id).orElse(owner);
        List<IdentifiedEntry> entries = ItemIdentity.assign(scope, owner, feed.entries(), clock.instant());
        return new Look(feed, PreviewView.of(feed, entries, schedule(feed, hints, known)));
    }

    /** Whoever is not in the catalogue is taken for an owner of their own. */
    private static String host(@Nullable URI base, ParsedFeed feed) {
        if (base != null && !WebAddress.host(base).isEmpty()) {
            return WebAddress.host(base);
        }
        String link = feed.feed().link();
        return link == null ? "unknown" : link.replaceFirst("^[a-z]+://([^/?#:]+).*$", "$1");
    }

    /** What would follow from a first poll. */
    private ScheduleView schedule(ParsedFeed feed, ServerHints hints, Optional<Feed> known) {
        Instant now = clock.instant();
        List<Instant> published = feed.entries().stream()
                .map(ParsedEntry::published)
                .filter(Objects::nonNull)
                .toList();
        int entries = feed.entries().size();
        Tempo tempo = Tempo.UNKNOWN.after(
                new Sighting(now, null, entries, published, entries, false),
                StatedPace.longest(StatedPaces.of(hints, feed.hints())));
        @Nullable Duration own = known.map(Feed::interval).orElse(null);
        Interval interval = new Cadence(own, bounds, ThreadLocalRandom.current()).interval(tempo, now);
        return new ScheduleView(interval.length(), interval.reason());
    }
}
