package org.bellwether.ingest.parse;

import static org.bellwether.ingest.parse.Namespaces.ATOM;
import static org.bellwether.ingest.parse.Namespaces.CONTENT;
import static org.bellwether.ingest.parse.Namespaces.DC;
import static org.bellwether.ingest.parse.Namespaces.DCTERMS;
import static org.bellwether.ingest.parse.Namespaces.ITUNES;
import static org.bellwether.ingest.parse.Namespaces.MEDIA;
import static org.bellwether.ingest.parse.Namespaces.RSS;
import static org.bellwether.ingest.parse.Namespaces.XHTML;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** RSS 0.9x, 1.0 and 2.0 with Dublin Core, content, media and Atom extensions, and CDF, which differs in a few names only. */
final class RssReader {

    private final Reading reading;
    private final @Nullable String contentLanguage;

    RssReader(Reading reading, @Nullable String contentLanguage) {
        this.reading = reading;
        this.contentLanguage = contentLanguage;
    }

    FeedInfo feed(Node root) {
        Node channel = channel(root);
        String base = channel.base();
        String language = first(channel.childText(RSS, "language"), channel.childText(DC, "language"));
        return new FeedInfo(
                Reading.orNull(title(channel, null)),
                Reading.orNull(Urls.resolve(base, link(channel, base))),
                Reading.orNull(first(channel.childText(RSS, "id"), channel.childText(ATOM, "id"))),
                described(channel),
                language.isEmpty() ? or(channel.language(), contentLanguage) : language,
                Reading.orNull(first(
                        channel.childText(RSS, "managingeditor"),
                        creators(channel),
                        channel.childText(RSS, "author"),
                        channel.childText(ITUNES, "author"))),
                reading.date(List.of(
                        channel.childText(RSS, "lastbuilddate"),
                        channel.childText(RSS, "pubdate"),
                        channel.childText(DC, "date"),
                        channel.childText(ATOM, "updated"),
                        channel.childText(DCTERMS, "modified"),
                        channel.attribute("lastmod"))));
    }

    List<ParsedEntry> entries(Node root) {
        Node channel = channel(root);
        String site = link(channel, channel.base());
        List<Node> items = new ArrayList<>(channel.children(RSS, "item"));
        if (channel != root) {
            items.addAll(root.children(RSS, "item"));
            root.children(RSS, "items").forEach(list -> items.addAll(list.children(RSS, "item")));
        }
        channel.children(RSS, "items").forEach(list -> items.addAll(list.children(RSS, "item")));
        return reading.entries(items.stream().map(item -> draft(item, site)).toList());
    }

    private static Node channel(Node root) {
        return root.child(RSS, "channel").orElse(root);
    }

    private EntryDraft draft(Node item, String site) {
        String base = item.base() == null ? Reading.orNull(site) : item.base();
        Optional<Node> summary = firstChild(item, RSS, "description")
                .or(() -> firstChild(item, RSS, "abstract"))
                .or(() -> firstChild(item, DC, "description"))
                .or(() -> firstChild(item, ITUNES, "summary"))
                .or(() -> firstChild(item, MEDIA, "description"))
                .or(() -> item.child(MEDIA, "group").flatMap(group -> firstChild(group, MEDIA, "description")));
        Optional<Node> content = firstChild(item, CONTENT, "encoded").or(() -> firstChild(item, XHTML, "body"));
        Optional<StatedText> atomSummary = firstChild(item, ATOM, "summary").map(StatedText::ofAtom);
        Optional<StatedText> atomContent = firstChild(item, ATOM, "content").map(StatedText::ofAtom);
        return new EntryDraft(
                first(
                        item.childText(RSS, "guid"),
                        item.attribute("rdf:about"),
                        item.childText(ATOM, "id"),
                        item.childText(RSS, "id")),
                title(item, base),
                Urls.resolve(base, link(item, base)),
                summary.map(node -> StatedText.ofRss(node, base))
                        .or(() -> atomSummary)
                        .orElse(null),
                content.map(node -> StatedText.ofRss(node, base))
                        .or(() -> atomContent)
                        .orElse(null),
                author(item),
                List.of(
                        item.childText(RSS, "pubdate"),
                        item.childText(ATOM, "published"),
                        item.childText(DCTERMS, "issued"),
                        item.childText(DC, "date"),
                        item.childText(DCTERMS, "created"),
                        item.childText(DCTERMS, "date"),
                        item.childText(RSS, "date"),
                        item.attribute("lastmod")),
                List.of(item.childText(ATOM, "updated"), item.childText(DCTERMS, "modified")),
                or(Reading.orNull(item.childText(DC, "language")), item.language()));
    }

    private static String author(Node item) {
        Optional<String> atomName = item.child(ATOM, "author").map(person -> person.childText(ATOM, "name"));
        return first(
                item.childText(RSS, "author"),
                creators(item),
                atomName.orElse(""),
                item.childText(ITUNES, "author"),
                item.childText(DC, "author"));
    }

    private static String creators(Node node) {
        return node.children(DC, "creator").stream()
                .map(creator -> creator.text().strip())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String title(Node node, @Nullable String base) {
        return Stream.of(RSS, DC, MEDIA, ITUNES, ATOM)
                .flatMap(namespace -> node.children(namespace, "title").stream())
                .map(title -> (title.namespace().equals(ATOM)
                                ? StatedText.ofAtom(title)
                                : StatedText.ofRss(title, base))
                        .plain())
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static @Nullable String described(Node channel) {
        return firstChild(channel, RSS, "description")
                .or(() -> firstChild(channel, RSS, "abstract"))
                .or(() -> firstChild(channel, DC, "description"))
                .or(() -> firstChild(channel, ITUNES, "summary"))
                .map(node -> StatedText.ofRss(node, null).shown().body())
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    /** The element's own link; else Atom's; else the guid where it is one, which it is unless it says otherwise (RSS 2.0). */
    private static String link(Node node, @Nullable String base) {
        String stated = node.childText(RSS, "link");
        if (!stated.isEmpty()) {
            return stated;
        }
        Optional<Node> withHref = node.children(RSS, "link").stream()
                .filter(link -> !link.attribute("href").isEmpty())
                .findFirst();
        if (withHref.isPresent()) {
            return withHref.get().attribute("href");
        }
        String alternate = AtomReader.alternate(node, ATOM);
        if (!alternate.isEmpty()) {
            return alternate;
        }
        if (!node.attribute("href").isEmpty()) {
            return node.attribute("href");
        }
        return permalink(node, base);
    }

    private static String permalink(Node node, @Nullable String base) {
        Optional<Node> guid = node.child(RSS, "guid");
        if (guid.isPresent() && !guid.get().attribute("ispermalink").equalsIgnoreCase("false")) {
            String url = Urls.resolve(base, guid.get().text().strip());
            boolean stated = guid.get().attribute("ispermalink").equalsIgnoreCase("true");
            return Urls.isWeb(stated ? url : guid.get().text().strip()) ? url : "";
        }
        String about = node.attribute("rdf:about");
        return Urls.isWeb(about) ? about : "";
    }

    private static Optional<Node> firstChild(Node node, String namespace, String name) {
        return node.children(namespace, name).stream()
                .filter(child -> child.hasElements() || !child.text().isBlank())
                .findFirst();
    }

    static String first(String... candidates) {
        for (String candidate : candidates) {
            if (!candidate.isEmpty()) {
                return candidate;
            }
        }
        return "";
    }

    static @Nullable String or(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
