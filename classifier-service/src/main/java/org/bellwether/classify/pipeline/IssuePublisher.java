package org.bellwether.classify.pipeline;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.bellwether.classify.reload.TaxonomyInForce;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.events.Issue;
import org.bellwether.events.Topic;
import org.bellwether.messaging.CloudEvent;
import org.bellwether.messaging.EventJson;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells whoever shows issues what they are called, and takes back those that the taxonomy no longer has. */
@ApplicationScoped
class IssuePublisher {

    private static final Logger LOG = Logger.getLogger(IssuePublisher.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MutinyEmitter<Record<String, byte[]>> channel;
    private final TaxonomyInForce taxonomy;
    private final MongoAnnouncedIssues announced;
    private final InstantSource clock;
    private volatile String announcedVersion = "";

    IssuePublisher(
            @Channel("issues") MutinyEmitter<Record<String, byte[]>> channel,
            TaxonomyInForce taxonomy,
            MongoAnnouncedIssues announced,
            InstantSource clock) {
        this.channel = channel;
        this.taxonomy = taxonomy;
        this.announced = announced;
        this.clock = clock;
    }

    /** Whether the issues of the taxonomy in force are still to be announced. */
    boolean isDue() {
        return !announcedVersion.equals(taxonomy.version());
    }

    /**
     * Returns when the broker has them all. Done again, or again in part after a failure, it changes nothing. The new ones
     * go first, so that a renamed issue is at no time missing under both its names.
     */
    void publish() {
        Taxonomy current = taxonomy.classifier().taxonomy();
        List<Taxonomy.IssueRule> rules = current.issues();
        List<String> ids = rules.stream().map(Taxonomy.IssueRule::id).toList();
        announced.remember(ids);
        for (int position = 0; position < rules.size(); position++) {
            Taxonomy.IssueRule rule = rules.get(position);
            Issue issue = new Issue(rule.id(), rule.name(), rule.definition(), position, current.version());
            send(rule.id(), current.version(), EventJson.write(issue));
        }
        Set<String> removed = announced.all();
        removed.removeAll(ids);
        for (String id : removed) {
            send(id, current.version(), null);
            announced.forget(id);
            LOG.infof("the taxonomy no longer has issue %s; it is taken back", id);
        }
        announcedVersion = current.version();
    }

    private void send(String id, String version, byte @Nullable [] body) {
        CloudEvent event = CloudEvent.of(Topic.ISSUES, id + "@" + version, Records.SOURCE, clock.instant());
        channel.sendMessage(Message.of(Record.of(id, body), Records.metadata(id, event.headers())))
                .await()
                .atMost(PATIENCE);
    }
}
