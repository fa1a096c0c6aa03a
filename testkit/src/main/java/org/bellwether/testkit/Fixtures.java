package org.bellwether.testkit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.events.Act;
import org.bellwether.events.DateProvenance;
import org.bellwether.events.Evidence;
import org.bellwether.events.NewsItem;
import org.bellwether.events.Publisher;
import org.bellwether.events.Quantity;
import org.bellwether.events.SourceKind;
import org.bellwether.events.Tag;
import org.bellwether.events.TaggedItem;
import org.bellwether.events.TextField;

/**
 * Records that are valid as they stand; a test changes only what it is about:
 * {@code taggedItem().id("a").publisher("Morning Post", "morning").tag("sma-renegotiation", Act.DEMAND).build()}.
 */
public final class Fixtures {

    /** The "now" of fixtures, so that no test depends on the clock. */
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Fixtures() {}

    public static ItemBuilder newsItem() {
        return new ItemBuilder();
    }

    public static ItemBuilder taggedItem() {
        return new ItemBuilder();
    }

    /** Builds a {@link NewsItem} or a {@link TaggedItem} around it. */
    public static final class ItemBuilder {
        private String id = "item-1";
        private int version = 1;
        private Publisher publisher = new Publisher("Morning Post", "morning-post", SourceKind.NEWS, "KR");
        private String title = "Washington asks Seoul for more";
        private String text = "Officials said the talks had begun.";
        private String language = "en";
        private Instant published = NOON;
        private DateProvenance publishedProvenance = DateProvenance.STATED;
        private Duration taggedAfter = Duration.ofSeconds(61);
        private String storyId = "story-1";
        private final List<Tag> tags = new ArrayList<>();
        private final List<Quantity> quantities = new ArrayList<>();

        private ItemBuilder() {}

        public ItemBuilder id(String itemId) {
            this.id = itemId;
            this.storyId = "story-" + itemId;
            return this;
        }

        public ItemBuilder version(int itemVersion) {
            this.version = itemVersion;
            return this;
        }

        public ItemBuilder publisher(String name, String owner) {
            this.publisher = new Publisher(name, owner, SourceKind.NEWS, "KR");
            return this;
        }

        public ItemBuilder title(String words) {
            this.title = words;
            return this;
        }

        public ItemBuilder text(String words) {
            this.text = words;
            return this;
        }

        public ItemBuilder language(String tag) {
            this.language = tag;
            return this;
        }

        public ItemBuilder published(Instant when) {
            this.published = when;
            return this;
        }

        public ItemBuilder publishedProvenance(DateProvenance how) {
            this.publishedProvenance = how;
            return this;
        }

        public ItemBuilder story(String story) {
            this.storyId = story;
            return this;
        }

        /** How long after its publication it was tagged; a second after it was read unless said otherwise. */
        public ItemBuilder taggedAfter(Duration wait) {
            this.taggedAfter = wait;
            return this;
        }

        /** A certain tag whose evidence is the first word of the title. */
        public ItemBuilder tag(String issue, Act act) {
            int end = title.indexOf(' ') < 0 ? title.length() : title.indexOf(' ');
            Evidence evidence = new Evidence(TextField.TITLE, 0, end, title.substring(0, end), "concept", 3.0);
            tags.add(new Tag(issue, 0.95, 3.0, act, false, List.of(evidence)));
            return this;
        }

        public ItemBuilder uncertainTag(String issue, Act act) {
            tags.add(new Tag(issue, 0.45, 1.0, act, true, List.of()));
            return this;
        }

        /** A figure about an issue, standing at the start of the title. */
        public ItemBuilder quantity(String issue, Quantity.Kind kind, String value, String unit) {
            quantities.add(new Quantity(
                    title.substring(0, 1),
                    kind,
                    new BigDecimal(value),
                    null,
                    unit,
                    null,
                    Quantity.Qualifier.EXACTLY,
                    issue,
                    TextField.TITLE,
                    0,
                    1));
            return this;
        }

        public NewsItem buildItem() {
            return new NewsItem(
                    id,
                    version,
                    "feed-1",
                    publisher,
                    "https://news.example/" + id,
                    title,
                    text,
                    language,
                    published,
                    publishedProvenance,
                    null,
                    published.plusSeconds(60),
                    "sha256:" + id + "-" + version,
                    null);
        }

        public TaggedItem build() {
            return new TaggedItem(
                    buildItem(),
                    language,
                    storyId,
                    tags,
                    List.of(),
                    quantities,
                    List.of(),
                    "sha256:taxonomy",
                    published.plus(taggedAfter));
        }
    }
}
