package org.bellwether.classify.pipeline;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import org.bellwether.events.TaggedItem;
import org.bellwether.events.Topic;
import org.bellwether.messaging.CloudEvent;
import org.bellwether.messaging.EventJson;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Writes {@code news.tagged}. */
@ApplicationScoped
class TaggedItemPublisher {

    private final MutinyEmitter<byte[]> channel;

    TaggedItemPublisher(
            @Channel("tagged") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> channel) {
        this.channel = channel;
    }

    /** Completes when the broker has it. */
    Uni<Void> publish(TaggedItem tagged) {
        String id = tagged.item().id();
        CloudEvent event = CloudEvent.of(
                Topic.NEWS_TAGGED,
                id + "@" + tagged.item().version() + "@" + tagged.taxonomy(),
                Records.SOURCE,
                tagged.taggedAt());
        return channel.sendMessage(Message.of(EventJson.write(tagged), Records.metadata(id, event.headers())));
    }
}
