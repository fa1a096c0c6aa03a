package org.bellwether.alert.subscription;

import com.mongodb.client.MongoDatabase;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.bellwether.alert.channel.DestinationGuard;
import org.bellwether.web.text.Language;

/** Builds the station from the configuration. */
@Singleton
final class SubscriptionSetup {

    @Produces
    @Singleton
    MongoSubscriptions subscriptions(MongoDatabase database) {
        return new MongoSubscriptions(database);
    }

    @Produces
    @Singleton
    SigningKey signingKey(MongoDatabase database, DeskConfig desk) {
        return new SigningKey(desk.secret().orElse(""), database);
    }

    @Produces
    @Singleton
    Recipients recipients(SigningKey key, DeskConfig desk) {
        return new Recipients(key, desk.publicUrl());
    }

    @Produces
    @Singleton
    WishRules wishRules(DestinationGuard guard) {
        return new WishRules(guard);
    }

    @Produces
    @Singleton
    RateLimits rateLimits(SubscriptionConfig config) {
        return new RateLimits(config.perClient(), config.perAddress());
    }

    @Produces
    @Singleton
    Enrolment enrolment(
            MongoSubscriptions subscriptions,
            SigningKey key,
            Notices notices,
            SubscriptionConfig config,
            InstantSource clock) {
        return new Enrolment(subscriptions, key, notices, config.confirmWithin(), clock);
    }

    @Produces
    @Singleton
    Presets presets(SubscriptionConfig config) {
        Language language = Language.byTag(config.presetLanguage())
                .orElseThrow(() ->
                        new IllegalArgumentException("bellwether.subscriptions.preset-language: must be en or ko"));
        return new Presets(config.preset().orElse(List.of()), language);
    }
}
