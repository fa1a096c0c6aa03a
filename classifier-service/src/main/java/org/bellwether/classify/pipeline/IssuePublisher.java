package org.bellwether.classify.pipeline;

import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.events.Issue;
import org.bellwether.events.Topic;
import org.bellwether.messaging.CloudEvent;
import org.bellwether.messaging.EventJson;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Tells whoever shows issues what they are called. */
@ApplicationScoped
class IssuePublisher {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MutinyEmitter<byte[]> channel;
    private final TaxonomyInForce taxonomy;
    private final InstantSource clock;

    IssuePublisher(@Channel("issues") MutinyEmitter<byte[]> channel, TaxonomyInForce taxonomy, InstantSource clock) {
        this.channel = channel;
        this.taxonomy = taxonomy;
        this.clock = clock;
    }

    /** Returns when the broker has them all. */
    void publish() {
        Taxonomy current = taxonomy.classifier().taxonomy();
        List<Taxonomy.IssueRule> rules = current.issues();
        for (int position = 0; position < rules.size(); position++) {
            Taxonomy.IssueRule rule = rules.get(position);
            Issue issue = new Issue(rule.id(), rule.name(), rule.definition(), position, current.version());
            CloudEvent event =
                    CloudEvent.of(Topic.ISSUES, rule.id() + "@" + current.version(), Records.SOURCE, clock.instant());
            channel.sendMessage(Message.of(EventJson.write(issue), Records.metadata(rule.id(), event.headers())))
                    .await()
                    .atMost(PATIENCE);
        }
    }
}
