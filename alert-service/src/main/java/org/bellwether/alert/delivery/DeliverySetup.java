package org.bellwether.alert.delivery;

import com.mongodb.client.MongoDatabase;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.bellwether.alert.channel.Channel;
import org.bellwether.alert.channel.DestinationGuard;
import org.bellwether.alert.channel.EmailChannel;
import org.bellwether.alert.channel.EmailRenderer;
import org.bellwether.alert.channel.MailTransport;
import org.bellwether.alert.channel.PostTransport;
import org.bellwether.alert.channel.SlackChannel;
import org.bellwether.alert.channel.SlackRenderer;
import org.bellwether.alert.channel.WebhookChannel;
import org.bellwether.alert.subscription.DeskConfig;
import org.bellwether.alert.subscription.MongoSubscriptions;
import org.bellwether.alert.subscription.Recipients;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds the station, and the channels it sends through, from the configuration. */
@Singleton
final class DeliverySetup {

    @Produces
    @Singleton
    MongoLedger ledger(MongoDatabase database) {
        return new MongoLedger(database);
    }

    @Produces
    @Singleton
    Planner planner(MongoSubscriptions subscriptions, MongoLedger ledger, InstantSource clock) {
        return new Planner(subscriptions, ledger, clock);
    }

    @Produces
    @Singleton
    DestinationGuard guard(DeliveryConfig config) {
        return new DestinationGuard(config.allow().orElse(List.of()));
    }

    @Produces
    @Singleton
    PostTransport posts(DestinationGuard guard, DeliveryConfig config, InstantSource clock) {
        return new PostTransport(guard, clock, config.connectTimeout(), config.responseTimeout());
    }

    void close(@Disposes PostTransport posts) throws IOException {
        posts.close();
    }

    @Produces
    @Singleton
    MailTransport mails(
            MailClient client,
            @ConfigProperty(name = "quarkus.mailer.from") String from,
            Vertx vertx,
            DeliveryConfig config) {
        Context context = vertx.getOrCreateContext();
        return new MailTransport(client, from, work -> context.runOnContext(now -> work.run()), config.mailTimeout());
    }

    @Produces
    @Singleton
    EmailChannel email(
            MailTransport mails, @ConfigProperty(name = "quarkus.mailer.from") String from, DeskConfig desk) {
        String domain = from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
        return new EmailChannel(new EmailRenderer(domain, desk.zone()), mails);
    }

    @Produces
    @Singleton
    SlackChannel slack(PostTransport posts, DeskConfig desk) {
        return new SlackChannel(new SlackRenderer(desk.zone()), posts);
    }

    @Produces
    @Singleton
    WebhookChannel webhook(PostTransport posts, InstantSource clock) {
        return new WebhookChannel(posts, clock);
    }

    @Produces
    @Singleton
    Courier courier(
            MongoLedger ledger,
            MongoSubscriptions subscriptions,
            Recipients recipients,
            Channels channels,
            DeliveryConfig config,
            InstantSource clock) {
        RetryPolicy policy = new RetryPolicy(config.maxAttempts(), config.firstWait(), config.longestWait());
        Courier.Rules rules = new Courier.Rules(
                policy, config.lease(), () -> ThreadLocalRandom.current().nextDouble());
        return new Courier(ledger, subscriptions, recipients, channels.all(), rules, clock);
    }

    @Produces
    @Singleton
    Channels channels(EmailChannel email, SlackChannel slack, WebhookChannel webhook) {
        return new Channels(List.of(email, slack, webhook));
    }

    /** All of them, one of each kind. */
    record Channels(List<Channel> all) {}
}
