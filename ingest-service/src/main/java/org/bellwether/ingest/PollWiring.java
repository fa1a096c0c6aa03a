package org.bellwether.ingest;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.Producer;
import org.bellwether.ingest.article.ArticleTexts;
import org.bellwether.ingest.article.MongoMissingArticles;
import org.bellwether.ingest.backend.Backends;
import org.bellwether.ingest.catalogue.LiveCatalogue;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.item.MongoAnnouncements;
import org.bellwether.ingest.item.MongoSeenItems;
import org.bellwether.ingest.lease.MongoLeases;
import org.bellwether.ingest.lease.MongoWishes;
import org.bellwether.ingest.lease.Steady;
import org.bellwether.ingest.lease.Tenure;
import org.bellwether.ingest.lease.Terms;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.poll.Bookkeeper;
import org.bellwether.ingest.poll.Documents;
import org.bellwether.ingest.poll.FeedPoll;
import org.bellwether.ingest.poll.FeedRequests;
import org.bellwether.ingest.poll.Intake;
import org.bellwether.ingest.poll.ItemMemory;
import org.bellwether.ingest.poll.LateArticles;
import org.bellwether.ingest.poll.PollLoop;
import org.bellwether.ingest.poll.PollMetrics;
import org.bellwether.ingest.poll.Rhythm;
import org.bellwether.ingest.publish.NewsItemPublisher;
import org.bellwether.ingest.publish.SourceStatusPublisher;
import org.bellwether.ingest.push.Subscriber;
import org.bellwether.ingest.raw.MongoRawDocuments;
import org.bellwether.ingest.robots.PoliteFetcher;
import org.bellwether.ingest.schedule.Bounds;
import org.bellwether.ingest.schedule.Cadence;
import org.bellwether.ingest.state.FeedBoard;
import org.bellwether.ingest.state.MongoFeedStates;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts together what polls feeds and remembers what came. */
@Singleton
final class PollWiring {

    @Produces
    @Singleton
    ItemMemory itemMemory(MongoDatabase database) {
        return new ItemMemory(
                new MongoSeenItems(database), new MongoAnnouncements(database), new MongoMissingArticles(database));
    }

    @Produces
    @Singleton
    LateArticles lateArticles(ItemMemory memory, ArticleTexts articles, Intake intake, InstantSource clock) {
        return new LateArticles(memory.missing(), articles, intake, clock);
    }

    @Produces
    @Singleton
    FeedRequests feedRequests(PoliteFetcher fetcher, Retention retention) {
        return new FeedRequests(fetcher, retention.readAgain());
    }

    @Produces
    @Singleton
    Documents documents(MongoRawDocuments raw, FeedParser parser) {
        return new Documents(raw, parser);
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
        return new Tenure(new MongoLeases(database), name, UUID.randomUUID().toString(), Terms.USUAL, new Steady());
    }

    @Produces
    @Singleton
    Ours ours(LiveCatalogue live, Tenure tenure) {
        return new Ours(live::current, tenure);
    }

    @Produces
    @Singleton
    MongoWishes wishes(MongoDatabase database) {
        return new MongoWishes(database);
    }

    @Produces
    @Singleton
    Past past(Bookkeeper books, HostMemory hosts) {
        return new Past(books, hosts);
    }

    @Produces
    @Singleton
    Tidings tidings(Bookkeeper books, Tenure tenure, Backends backends, InstantSource clock) {
        return new Tidings(books, tenure, new BrokerSight(backends::brokerTrouble, BrokerSight.PATIENCE, clock), clock);
    }

    @Produces
    @Singleton
    ShareFollower shareFollower(
            LiveCatalogue live, Tenure tenure, Share share, MongoWishes wishes, Tidings tidings, InstantSource clock) {
        return new ShareFollower(live, tenure, share, new Wishes(wishes), tidings, clock);
    }

    @Produces
    @Singleton
    Share share(LiveCatalogue live, Tenure tenure, Past past, PollLoop loop) {
        return new Share(live.edition(), tenure, past, loop);
    }

    @Produces
    @Singleton
    Intake intake(ItemMemory memory, Producer<String, byte[]> producer, ArticleTexts articles, Ours ours) {
        return new Intake(memory, new NewsItemPublisher(producer), articles, ours);
    }

    @Produces
    @Singleton
    FeedPoll feedPoll(
            FeedRequests requests,
            Documents documents,
            Intake intake,
            LateArticles late,
            Headroom headroom,
            InstantSource clock) {
        return new FeedPoll(requests, documents, intake, late, headroom, clock);
    }

    @Produces
    @Singleton
    MongoFeedStates feedStates(MongoDatabase database) {
        return new MongoFeedStates(database);
    }

    @Produces
    @Singleton
    Bookkeeper bookkeeper(
            FeedBoard board,
            MongoFeedStates states,
            Producer<String, byte[]> producer,
            Tenure tenure,
            InstantSource clock) {
        return new Bookkeeper(board, states, new SourceStatusPublisher(producer), new TenuredPart(tenure), clock);
    }

    @Produces
    @Singleton
    PollMetrics metrics(MeterRegistry registry, FeedBoard board, InstantSource clock) {
        return new PollMetrics(registry, board, clock);
    }

    @Produces
    @Singleton
    Bounds bounds(PollSettings settings) {
        return settings.bounds();
    }

    @Produces
    @Singleton
    Rhythm rhythm(PollSettings settings, Bounds bounds, Subscriber subscriber, InstantSource clock) {
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
    Retention retention(PollSettings settings) {
        return new Retention(settings.remember(), settings.keepDocumentsFor());
    }
}
