package org.bellwether.ingest;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.bellwether.egress.AddressPolicy;
import org.bellwether.ingest.api.FeedEditor;
import org.bellwether.ingest.api.FeedPreview;
import org.bellwether.ingest.api.LargestBody;
import org.bellwether.ingest.api.PollNow;
import org.bellwether.ingest.api.UsualInterval;
import org.bellwether.ingest.article.ArticleTexts;
import org.bellwether.ingest.backend.Backends;
import org.bellwether.ingest.catalogue.LiveCatalogue;
import org.bellwether.ingest.catalogue.MongoCatalogueChanges;
import org.bellwether.ingest.discover.FeedFinder;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.item.MongoAnnouncements;
import org.bellwether.ingest.item.MongoSeenItems;
import org.bellwether.ingest.lease.MongoLeases;
import org.bellwether.ingest.lease.Tenure;
import org.bellwether.ingest.lease.Terms;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.poll.Bookkeeper;
import org.bellwether.ingest.poll.FeedPoll;
import org.bellwether.ingest.poll.Intake;
import org.bellwether.ingest.poll.PollLoop;
import org.bellwether.ingest.poll.PollMetrics;
import org.bellwether.ingest.poll.Replay;
import org.bellwether.ingest.poll.Rhythm;
import org.bellwether.ingest.publish.NewsItemPublisher;
import org.bellwether.ingest.publish.SourceStatusPublisher;
import org.bellwether.ingest.push.Subscriber;
import org.bellwether.ingest.raw.MongoRawDocuments;
import org.bellwether.ingest.robots.PoliteFetcher;
import org.bellwether.ingest.robots.Robots;
import org.bellwether.ingest.schedule.Bounds;
import org.bellwether.ingest.schedule.Cadence;
import org.bellwether.ingest.state.FeedBoard;
import org.bellwether.ingest.state.MongoFeedStates;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the plain classes together from the settings; none of them sees a setting itself. */
@Singleton
final class Wiring {

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    /** What is polled: the file, read once before and found right, and over it what people changed. */
    @Produces
    @Singleton
    LiveCatalogue catalogue(
            @ConfigProperty(name = "bellwether.catalogue") Optional<Path> file, MongoDatabase database) {
        return new LiveCatalogue(CatalogueFile.read(file), new MongoCatalogueChanges(database));
    }

    @Produces
    @Singleton
    Backends backends(Admin admin, MongoDatabase database) {
        return new Backends(admin, database);
    }

    @Produces
    @Singleton
    FeedBoard board(LiveCatalogue catalogue) {
        return new FeedBoard(catalogue::current);
    }

    @Produces
    @Singleton
    HostBudgets hostBudgets(HostSettings settings, InstantSource clock) {
        return new HostBudgets(settings.limits(), clock);
    }

    @Produces
    @Singleton
    FeedFetcher fetcher(
            FetchSettings settings,
            HostSettings hosts,
            HostBudgets budgets,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        String userAgent = "Bellwether/" + version + " (+" + settings.contact() + ")";
        return new FeedFetcher(
                settings.limits(hosts.concurrency()), new AddressPolicy(settings.allowed()), userAgent, budgets);
    }

    void close(@Disposes FeedFetcher fetcher) {
        fetcher.close();
    }

    @Produces
    @Singleton
    Robots robots(FeedFetcher fetcher, Headroom headroom, HostBudgets budgets, InstantSource clock) {
        return new Robots(fetcher, headroom, budgets, clock);
    }

    @Produces
    @Singleton
    PoliteFetcher politeFetcher(FeedFetcher fetcher, Robots robots) {
        return new PoliteFetcher(fetcher, robots);
    }

    @Produces
    @Singleton
    ArticleTexts articleTexts(
            FeedFetcher fetcher, Robots robots, HostBudgets budgets, Headroom headroom, ArticleSettings settings) {
        return new ArticleTexts(fetcher, robots, budgets, headroom, settings.limits());
    }

    @Produces
    @Singleton
    FeedParser parser() {
        return new FeedParser();
    }

    @Produces
    @Singleton
    MongoSeenItems seenItems(MongoDatabase database) {
        return new MongoSeenItems(database);
    }

    @Produces
    @Singleton
    MongoAnnouncements announcements(MongoDatabase database) {
        return new MongoAnnouncements(database);
    }

    @Produces
    @Singleton
    MongoRawDocuments rawDocuments(MongoDatabase database, PollSettings settings) {
        return new MongoRawDocuments(database, settings.keepDocuments());
    }

    @Produces
    @Singleton
    Tenure tenure(
            MongoDatabase database,
            @ConfigProperty(name = "bellwether.instance") Optional<String> instance,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        String name = instance.orElseGet(() -> InstanceName.of(port));
        InstantSource steady = () -> Instant.EPOCH.plusNanos(System.nanoTime());
        return new Tenure(new MongoLeases(database), name, UUID.randomUUID().toString(), Terms.USUAL, steady);
    }

    @Produces
    @Singleton
    ShareFollower shareFollower(
            LiveCatalogue live, Tenure tenure, Bookkeeper books, PollLoop loop, InstantSource clock) {
        return new ShareFollower(live, tenure, books, loop, clock);
    }

    @Produces
    @Singleton
    Intake intake(
            MongoSeenItems seen,
            MongoAnnouncements announcements,
            Producer<String, byte[]> producer,
            ArticleTexts articles,
            Tenure tenure) {
        return new Intake(
                seen,
                announcements,
                new NewsItemPublisher(producer),
                articles,
                feed -> tenure.holds(ShareFollower.shard(feed)));
    }

    @Produces
    @Singleton
    FeedPoll feedPoll(
            PoliteFetcher fetcher,
            FeedParser parser,
            MongoRawDocuments raw,
            Intake intake,
            Headroom headroom,
            InstantSource clock) {
        return new FeedPoll(fetcher, parser, raw, intake, headroom, clock);
    }

    @Produces
    @Singleton
    Headroom headroom(FetchSettings fetching, PollSettings polling, MeterRegistry registry) {
        Headroom headroom = new Headroom(
                Runtime.getRuntime().maxMemory(), fetching.maxBytes().asLongValue(), polling.workers());
        Gauge.builder("bellwether.documents.bytes", headroom, Headroom::received)
                .description("Bytes of documents in memory, from the first that comes in to the end of the reading")
                .register(registry);
        Gauge.builder("bellwether.documents.bytes.bound", headroom, Headroom::bound)
                .description("What bellwether.documents.bytes never exceeds")
                .register(registry);
        return headroom;
    }

    @Produces
    @Singleton
    Bookkeeper bookkeeper(
            FeedBoard board, MongoDatabase database, Producer<String, byte[]> producer, InstantSource clock) {
        return new Bookkeeper(board, new MongoFeedStates(database), new SourceStatusPublisher(producer), clock);
    }

    @Produces
    @Singleton
    PollMetrics metrics(MeterRegistry registry, FeedBoard board, InstantSource clock) {
        return new PollMetrics(registry, board, clock);
    }

    @Produces
    @Singleton
    Rhythm rhythm(PollSettings settings, Subscriber subscriber, InstantSource clock) {
        Bounds bounds = settings.bounds();
        return new Rhythm(
                feed -> new Cadence(feed.interval(), bounds, ThreadLocalRandom.current()),
                settings.workers(),
                clock,
                subscriber);
    }

    @Produces
    @Singleton
    PollLoop loop(
            FeedPoll feedPoll,
            HostBudgets hosts,
            Bookkeeper books,
            PollMetrics metrics,
            Missing missing,
            Rhythm rhythm) {
        return new PollLoop(feedPoll, hosts, books, metrics, missing, rhythm);
    }

    @Produces
    @Singleton
    Replay replay(MongoRawDocuments raw, FeedParser parser, Intake intake) {
        return new Replay(raw, parser, intake);
    }

    @Produces
    @Singleton
    PollNow pollNow(PollLoop loop) {
        return loop::pollNow;
    }

    @Produces
    @Singleton
    Retention retention(PollSettings settings) {
        return new Retention(settings.remember(), settings.keepDocumentsFor());
    }

    @Produces
    @Singleton
    UsualInterval usualInterval(PollSettings settings) {
        return new UsualInterval(settings.interval());
    }

    @Produces
    @Singleton
    LargestBody largestBody(FetchSettings settings) {
        return new LargestBody(settings.maxBytes().asLongValue());
    }

    @Produces
    @Singleton
    FeedEditor editor(LiveCatalogue live, FeedPreview preview, Headroom headroom, InstantSource clock) {
        return new FeedEditor(live, preview, headroom, clock);
    }

    @Produces
    @Singleton
    FeedFinder finder(FeedFetcher fetcher, FeedParser parser, Headroom headroom, InstantSource clock) {
        return new FeedFinder(fetcher, parser, headroom, clock);
    }

    void close(@Disposes FeedFinder finder) {
        finder.close();
    }

    @Produces
    @Singleton
    FeedPreview preview(
            PoliteFetcher fetcher,
            FeedParser parser,
            ArticleTexts articles,
            FeedBoard board,
            UsualInterval usual,
            InstantSource clock) {
        return new FeedPreview(fetcher, parser, articles, board::catalogue, usual, clock);
    }
}
