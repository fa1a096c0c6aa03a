package org.bellwether.ingest.catalogue;

import java.io.StringReader;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.bellwether.ingest.catalogue.CatalogueReading.Fault;
import org.bellwether.ingest.catalogue.CatalogueReading.Refused;
import org.bellwether.ingest.catalogue.CatalogueReading.Valid;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a catalogue file as a whole. It walks the YAML node tree instead of binding it to objects, because only the
 * nodes know the lines that a fault is told with.
 */
public final class CatalogueReader {

    private static final Set<String> KNOWN = Set.of(
            "id",
            "name",
            "url",
            "language",
            "kind",
            "publisher",
            "owner",
            "country",
            "zone",
            "enabled",
            "reason",
            "group",
            "interval");

    private final String file;
    private final List<Feed> feeds = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Integer> lineOfId = new HashMap<>();

    private CatalogueReader(String file) {
        this.file = file;
    }

    /**
     * Reads and checks all of it.
     *
     * @param file name to tell faults with
     * @param yaml its text
     */
    public static CatalogueReading read(String file, String yaml) {
        CatalogueReader reader = new CatalogueReader(file);
        reader.readDocument(yaml);
        return reader.faults.isEmpty() ? new Valid(new Catalogue(reader.feeds)) : new Refused(reader.faults);
    }

    private void readDocument(String yaml) {
        @Nullable Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(new Fault(file, line, "file", "is not YAML: " + e.getProblem()));
            return;
        } catch (YAMLException e) {
            faults.add(new Fault(file, 1, "file", "is not YAML: " + firstLine(e)));
            return;
        }
        if (!(root instanceof MappingNode mapping)) {
            faults.add(new Fault(file, 1, "file", "must hold a list under feeds:"));
            return;
        }
        readFeeds(mapping);
    }

    private void readFeeds(MappingNode root) {
        boolean found = false;
        for (NodeTuple member : root.getValue()) {
            int line = FeedFields.lineOf(member.getKeyNode());
            String key = member.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!key.equals("feeds")) {
                faults.add(new Fault(file, line, key, "is not known; known is feeds"));
            } else if (!(member.getValueNode() instanceof SequenceNode list)
                    || list.getValue().isEmpty()) {
                faults.add(new Fault(file, line, "feeds", "must be a list of at least one feed"));
                found = true;
            } else {
                found = true;
                for (int i = 0; i < list.getValue().size(); i++) {
                    readFeed("feeds[" + i + "]", list.getValue().get(i));
                }
            }
        }
        if (!found) {
            faults.add(new Fault(file, 1, "feeds", "is missing"));
        }
    }

    private void readFeed(String path, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            faults.add(new Fault(file, FeedFields.lineOf(node), path, "must be a feed with at least id and url"));
            return;
        }
        FeedFields fields = new FeedFields(file, path, mapping, KNOWN);
        Optional<Feed> feed = feed(fields);
        feed.ifPresent(read -> {
            @Nullable Integer first = lineOfId.putIfAbsent(read.id(), FeedFields.lineOf(mapping));
            if (first != null) {
                fields.fault("id", "\"" + read.id() + "\" is already the id of the feed in line " + first);
            }
        });
        faults.addAll(fields.faults());
        feed.ifPresent(feeds::add);
    }

    private static Optional<Feed> feed(FeedFields fields) {
        var id = fields.readRequired("id", FeedValues::slug);
        var url = fields.readRequired("url", FeedValues::url);
        String name = fields.text("name").or(() -> id).orElse("");
        String speaker = fields.text("publisher").orElse(name);
        Publisher publisher = new Publisher(
                speaker,
                fields.read("owner", FeedValues::slug).orElseGet(() -> FeedValues.slugOf(speaker)),
                fields.read("kind", FeedValues::kind).orElse(SourceKind.NEWS),
                fields.read("country", FeedValues::country).orElse(FeedValues.UNKNOWN_COUNTRY));
        var language = fields.read("language", FeedValues::language).orElse("und");
        var zone = fields.read("zone", FeedValues::zone).orElse(ZoneOffset.UTC);
        boolean enabled = fields.read("enabled", FeedValues::flag).orElse(true);
        var interval = fields.read("interval", FeedValues::interval);
        var reason = fields.text("reason");
        var group = fields.text("group");
        return id.flatMap(known -> url.map(address -> new Feed(
                known,
                name,
                address,
                language,
                publisher,
                zone,
                enabled,
                reason.orElse(null),
                group.orElse(null),
                interval.orElse(null))));
    }

    private static String firstLine(YAMLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
