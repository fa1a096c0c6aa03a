package org.bellwether.standalone.demo;

import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The catalogue through which ingest reads the demo's feeds, in the form of the shipped one.
 *
 * @param feeds in the order of the script
 */
record DemoCatalogue(List<Line> feeds) {
    /** So short that the board moves while one watches; no real publisher would be asked so often. */
    private static final String INTERVAL = "PT2S";

    DemoCatalogue {
        feeds = List.copyOf(feeds);
    }

    /** One feed, its fields named as in the shipped catalogue. */
    record Line(
            String id,
            String name,
            String url,
            String language,
            DemoFeed.Kind kind,
            String publisher,
            String owner,
            String country,
            String zone,
            boolean enabled,
            String interval) {}

    static DemoCatalogue of(List<DemoFeed> feeds, URI server) {
        return new DemoCatalogue(feeds.stream().map(feed -> line(feed, server)).toList());
    }

    private static Line line(DemoFeed feed, URI server) {
        DemoFeed.Outlet outlet = feed.outlet();
        return new Line(
                feed.id(),
                outlet.name(),
                server.resolve(feed.path()).toString(),
                outlet.language().toLanguageTag(),
                outlet.kind(),
                outlet.name(),
                outlet.owner(),
                outlet.country(),
                outlet.zone(),
                true,
                INTERVAL);
    }

    void writeTo(Path file) throws IOException {
        YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .build()
                .writeValue(file.toFile(), Map.of("feeds", feeds));
    }
}
