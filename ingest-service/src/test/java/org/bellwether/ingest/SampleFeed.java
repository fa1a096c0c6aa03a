package org.bellwether.ingest;

import java.net.URI;
import java.time.ZoneOffset;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.bellwether.ingest.catalogue.Feed;

/** A feed of which a test cares for nothing but that it is another than the next. */
public final class SampleFeed {

    private SampleFeed() {}

    /** Enabled, in English, of a publisher of its own, at a host that there is not. */
    public static Feed of(String id) {
        return new Feed(
                id,
                id,
                URI.create("https://" + id + ".example/feed"),
                "en",
                new Publisher(id, id, SourceKind.NEWS, "KR"),
                ZoneOffset.UTC,
                true,
                null,
                null,
                null);
    }
}
