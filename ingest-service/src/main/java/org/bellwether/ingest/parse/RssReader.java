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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** RSS 0.9x, 1.0, 1.1 and 2.0 with Dublin Core, content, media and Atom extensions, and CDF, which differs in a few names only. */
final class RssReader {

    private record Name(String namespace, String local) {}

    private static final Name DESCRIPTION = new Name(RSS, "description");
    private static final Name SUMMARY = new Name(RSS, "summary");

    /** What may stand for an item's summary, the best first. */
    private static final List<Name> SUMMARIES = List.of(
            DESCRIPTION,
            new Name(RSS, "abstract"),
            new Name(DC, "description"),
            new Name(DCTERMS, "abstract"),
            new Name(ATOM, "summary"),
            SUMMARY,
            new Name(ITUNES, "summary"),
            new Name(ITUNES, "description"),
            new Name(MEDIA, "description"),
            new Name(ITUNES, "subtitle"));

    private static final List<Name> CONTENTS = List.of(
            new Name(CONTENT, "encoded"),
            new Name(XHTML, "body"),
            new Name(XHTML, "div"),
            new Name(ATOM, "content"),
            new Name(RSS, "fullitem"),
            new Name(RSS, "body"),
            new Name(RSS, "content"));

    private static final List<Name> DESCRIPTIONS = List.of(
            new Name(RSS, "description"),
            new Name(RSS, "abstract"),
            new Name(DC, "description"),
            new Name(ATOM, "subtitle"),
            new Name(ATOM, "tagline"),
            new Name(RSS, "tagline"),
            new Name(ITUNES, "summary"),
            new Name(ITUNES, "subtitle"));

    private static final List<Name> TITLES = List.of(
            new Name(RSS, "title"),
            new Name(DC, "title"),
            new Name(DCTERMS, "title"),
            new Name(MEDIA, "title"),
            new Name(ITUNES, "title"),
            new Name(ATOM, "title"));

    private final Reading reading;
    private final @Nullable String contentLanguage;

    RssReader(Reading reading, @Nullable String contentLanguage) {
        this.reading = reading;
        this.contentLanguage = contentLanguage;
    }

    FeedInfo feed(Node root) {
        Node channel = channel(root);
        return new FeedInfo(
                Reading.orNull(title(channel, null)),
                Reading.orNull(RssLinks.of(channel, null)),
                Reading.orNull(first(
                        channel.childText(RSS, "id"),
                        channel.childText(ATOM, "id"),
                        channel.childText(RSS, "guid"),
                        channel.childText(DC, "identifier"),
                        RssLinks.about(channel))),
                text(channel, DESCRIPTIONS, null)
                        .map(text -> text.shown().body())
                        .filter(text -> !text.isEmpty())
                        .orElse(null),
                or(
                        Reading.language(first(channel.childText(RSS, "language"), channel.childText(DC, "language"))),
                        or(channel.language(), contentLanguage)),
                Reading.orNull(first(
                        channel.childText(RSS, "managingeditor"),
                        author(channel),
                        people(channel, ITUNES, "owner", owner -> AtomReader.person(owner, ITUNES)),
                        channel.childText(RSS, "webmaster"))),
                reading.date(List.of(
                        channel.childText(RSS, "lastbuilddate"),
                        channel.childText(RSS, "pubdate"),
                        channel.childText(DC, "date"),
                        channel.childText(ATOM, "updated"),
                        channel.childText(ATOM, "modified"),
                        channel.childText(DCTERMS, "modified"),
                        channel.childText(DCTERMS, "issued"),
                        channel.childText(DCTERMS, "created"),
                        channel.attribute("lastmod"))));
    }

    List<ParsedEntry> entries(Node root) {
        Node channel = channel(root);
        String site = RssLinks.of(channel, null);
        List<Node> items = new ArrayList<>(itemsIn(channel));
        if (channel != root) {
            items.addAll(itemsIn(root));
        }
        return reading.entries(items.stream().map(item -> draft(item, site)).toList());
    }

    private static List<Node> itemsIn(Node node) {
        // RSS 1.1 and some programs put them into a list of their own.
        return Stream.concat(
                        node.children(RSS, "item").stream(),
                        node.children(RSS, "items").stream().flatMap(list -> list.children(RSS, "item").stream()))
                .toList();
    }

    private static Node channel(Node root) {
        return root.child(RSS, "channel").orElse(root);
    }

    private EntryDraft draft(Node item, String site) {
        String base = item.base() == null ? Reading.orNull(site) : item.base();
        boolean summaryFirst = startsWithSummary(item);
        Optional<StatedText> summary = text(item, summaryFirst ? List.of(SUMMARY) : SUMMARIES, base)
                .or(() -> item.child(MEDIA, "group").flatMap(group -> text(group, SUMMARIES, base)));
        Optional<StatedText> content =
                text(item, CONTENTS, base).or(() -> besides(item, summaryFirst ? DESCRIPTION : SUMMARY, base));
        return new EntryDraft(
                first(
                        item.childText(RSS, "guid"),
                        RssLinks.about(item),
                        item.childText(ATOM, "id"),
                        item.childText(RSS, "id"),
                        item.childText(DC, "identifier")),
                title(item, base),
                RssLinks.of(item, base),
                summary.orElse(null),
                content.orElse(null),
                author(item),
                List.of(
                        item.childText(RSS, "pubdate"),
                        item.childText(ATOM, "published"),
                        item.childText(ATOM, "issued"),
                        item.childText(DCTERMS, "issued"),
                        item.childText(DC, "date"),
                        item.childText(DCTERMS, "created"),
                        item.childText(ATOM, "created"),
                        item.childText(DCTERMS, "date"),
                        item.childText(RSS, "date"),
                        item.childText(RSS, "published")),
                List.of(
                        item.childText(ATOM, "updated"),
                        item.childText(ATOM, "modified"),
                        item.childText(DCTERMS, "modified"),
                        item.childText(RSS, "updated"),
                        item.attribute("lastmod"),
                        // It says of any date that it is one; of a page that is mostly when it last changed.
                        item.childText(DC, "date")),
                or(
                        Reading.language(first(item.childText(DC, "language"), item.childText(RSS, "language"))),
                        item.language()));
    }

    /** Of a description and a summary in one item, neither of which is said to be the whole, the second is not lost. */
    private static Optional<StatedText> besides(Node item, Name second, @Nullable String base) {
        boolean both = firstChild(item, DESCRIPTION).isPresent()
                && firstChild(item, SUMMARY).isPresent();
        return both ? firstChild(item, second).map(text -> StatedText.ofRss(text, base)) : Optional.empty();
    }

    private static boolean startsWithSummary(Node item) {
        Optional<Node> summary = firstChild(item, SUMMARY);
        Optional<Node> description = firstChild(item, DESCRIPTION);
        List<Node> children = summary.isPresent() && description.isPresent() ? item.children() : List.of();
        return !children.isEmpty() && children.indexOf(summary.get()) < children.indexOf(description.get());
    }

    private static String author(Node node) {
        return first(
                people(node, RSS, "author", author -> AtomReader.person(author, RSS)),
                people(node, DC, "creator", RssReader::named),
                people(node, ATOM, "author", author -> AtomReader.person(author, ATOM)),
                people(node, ITUNES, "author", RssReader::named),
                people(node, DC, "author", RssReader::named));
    }

    /** A name without the markup that some programs put around it. */
    static String named(Node person) {
        String stated = person.text().strip();
        return StatedText.looksLikeHtml(stated) ? new StatedText(stated, true, null).plain() : stated;
    }

    private static String people(Node node, String namespace, String name, Function<Node, String> person) {
        return node.children(namespace, name).stream()
                .map(person)
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String title(Node node, @Nullable String base) {
        String stated = plain(node, base);
        return stated.isEmpty()
                ? node.child(MEDIA, "group").map(group -> plain(group, base)).orElse("")
                : stated;
    }

    private static String plain(Node node, @Nullable String base) {
        return TITLES.stream()
                .flatMap(name -> node.children(name.namespace(), name.local()).stream())
                .map(title -> stated(title, base).plain())
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Optional<StatedText> text(Node node, List<Name> names, @Nullable String base) {
        return names.stream()
                .flatMap(name -> firstChild(node, name).stream())
                .findFirst()
                .map(child -> stated(child, base));
    }

    private static StatedText stated(Node node, @Nullable String base) {
        return node.namespace().equals(ATOM) ? StatedText.ofAtom(node, base) : StatedText.ofRss(node, base);
    }

    private static Optional<Node> firstChild(Node node, Name name) {
        return node.children(name.namespace(), name.local()).stream()
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
