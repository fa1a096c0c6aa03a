package org.bellwether.alert.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways to a reader. */
public enum ChannelKind {
    @JsonProperty("email")
    EMAIL("email"),
    @JsonProperty("slack")
    SLACK("slack"),
    @JsonProperty("webhook")
    WEBHOOK("webhook");

    private final String id;

    ChannelKind(String id) {
        this.id = id;
    }

    /** As the API and the store write it. */
    public String id() {
        return id;
    }

    public static Optional<ChannelKind> byId(String id) {
        return Stream.of(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
