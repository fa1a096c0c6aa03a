package org.bellwether.ingest;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.bellwether.egress.AddressPolicy;
import org.bellwether.ingest.article.ArticleTexts;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.MongoHostPenalties;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.parse.PageText;
import org.bellwether.ingest.robots.PoliteFetcher;
import org.bellwether.ingest.robots.Robots;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts together what asks servers and reads what they send. */
@Singleton
final class FetchWiring {

    @Produces
    @Singleton
    HostBudgets hostBudgets(HostSettings settings, InstantSource clock) {
        return new HostBudgets(settings.limits(), clock);
    }

    @Produces
    @Singleton
    MongoHostPenalties hostPenalties(MongoDatabase database) {
        return new MongoHostPenalties(database);
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
                settings.limits(hosts.limits().mostUnderWay()),
                new AddressPolicy(settings.allowed()),
                userAgent,
                budgets);
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
        return new ArticleTexts(fetcher, robots, budgets, headroom, settings.limits(), PageText::of);
    }

    @Produces
    @Singleton
    FeedParser parser() {
        return new FeedParser();
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
}
