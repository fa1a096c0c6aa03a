package org.bellwether.ingest;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.bellwether.ingest.catalogue.LiveCatalogue;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.lease.Tenure;
import org.bellwether.ingest.poll.Bookkeeper;
import org.bellwether.ingest.poll.BroughtForward;
import org.bellwether.ingest.poll.Documents;
import org.bellwether.ingest.poll.Intake;
import org.bellwether.ingest.poll.PartRoster;
import org.bellwether.ingest.poll.PollLoop;
import org.bellwether.ingest.poll.PollMetrics;
import org.bellwether.ingest.poll.PushIntake;
import org.bellwether.ingest.push.HubClient;
import org.bellwether.ingest.push.MongoSubscriptions;
import org.bellwether.ingest.push.PollSooner;
import org.bellwether.ingest.push.PushMetrics;
import org.bellwether.ingest.push.Roster;
import org.bellwether.ingest.push.Rounds;
import org.bellwether.ingest.push.Subscriber;
import org.bellwether.ingest.state.MongoFeedStates;

/** Puts together what makes hubs push feeds. */
@Singleton
final class PushWiring {

    @Produces
    @Singleton
    MongoSubscriptions subscriptions(MongoDatabase database) {
        return new MongoSubscriptions(database);
    }

    @Produces
    @Singleton
    Subscriber subscriber(MongoSubscriptions subscriptions, WebSubSettings settings, InstantSource clock) {
        return new Subscriber(subscriptions, settings.terms(), clock);
    }

    @Produces
    @Singleton
    HubClient hubs(FeedFetcher fetcher, Headroom headroom, WebSubSettings settings, InstantSource clock) {
        return new HubClient(fetcher, headroom, settings.terms(), clock);
    }

    @Produces
    @Singleton
    Rounds rounds(
            MongoSubscriptions subscriptions,
            Subscriber subscriber,
            HubClient hubs,
            Roster roster,
            PollSooner polls,
            InstantSource clock) {
        return new Rounds(subscriptions, subscriber, hubs, roster, polls, clock);
    }

    @Produces
    @Singleton
    Roster roster(LiveCatalogue live, MongoFeedStates states, Tenure tenure) {
        return new PartRoster(live::whole, states, new TenuredPart(tenure));
    }

    @Produces
    @Singleton
    PollSooner pollSooner(PollLoop loop, Bookkeeper books, InstantSource clock) {
        return new BroughtForward(loop, books, clock);
    }

    @Produces
    @Singleton
    PushMetrics pushMetrics(MeterRegistry registry, Rounds rounds) {
        return new PushMetrics(registry, rounds);
    }

    @Produces
    @Singleton
    PushIntake pushIntake(
            Documents documents,
            Intake intake,
            PollLoop loop,
            Bookkeeper books,
            PollMetrics metrics,
            InstantSource clock) {
        return new PushIntake(documents, intake, loop, books, metrics, clock);
    }
}
