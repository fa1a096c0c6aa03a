package org.bellwether.ingest.parse;

import static org.bellwether.ingest.parse.Namespaces.ATOM;
import static org.bellwether.ingest.parse.Namespaces.DC;
import static org.bellwether.ingest.parse.Namespaces.DCTERMS;
import static org.bellwether.ingest.parse.Namespaces.ITUNES;
import static org.bellwether.ingest.parse.Namespaces.RSS;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** RSS 0.9x, 1.0, 1.1 and 2.0 with Dublin Core, content, media and Atom extensions, and CDF, which differs in a few names only. */
final class RssReader {

    /** An address with a name before or after it: as RSS 2.0 gives examples, RFC 5322 §3.4, and people put brackets around. */
    private static final Pattern MAILBOX = Pattern.compile(
            "\"?(?<before>NAME)\"?\\s*[(<\\[]ADDRESS[)>\\]]|[(<\\[]?(?<address>ADDRESS)[)>\\]]?(?:[\\s(]+(?<after>NAME)\\)?)?"
                    .replace("NAME", "[^\"<>()\\[\\]@]+")
                    .replace("ADDRESS", "[^\\s\"<>()\\[\\]@]+@[^\\s\"<>()\\[\\]@,;]+"));

    private static final int LONGEST_MAILBOX = 200;

    private final Reading reading;
    private final @Nullable String contentLanguage;

    RssReader(Reading reading, @Nullable String contentLanguage) {
        this.reading = reading;
        this.contentLanguage = contentLanguage;
    }

    FeedInfo feed(Node root) {
        Node channel = channel(root);
        return new FeedInfo(
                Reading.orNull(RssTexts.title(channel, null)),
                Reading.orNull(RssLinks.of(channel, null)),
                Reading.orNull(first(
                        channel.childText(RSS, "id"),
                        channel.childText(ATOM, "id"),
                        channel.childText(RSS, "guid"),
                        channel.childText(DC, "identifier"),
                        RssLinks.about(channel))),
                RssTexts.description(channel)
                        .map(text -> text.shown().body())
                        .filter(text -> !text.isEmpty())
                        .orElse(null),
                or(
                        Reading.language(first(channel.childText(RSS, "language"), channel.childText(DC, "language"))),
                        or(channel.language(), contentLanguage)),
                Reading.orNull(first(
                        people(channel, RSS, "managingeditor", RssReader::named),
                        author(channel),
                        people(channel, ITUNES, "owner", owner -> AtomReader.person(owner, ITUNES)),
                        people(channel, RSS, "webmaster", RssReader::named))),
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
        String site = RssLinks.of(channel(root), null);
        return reading.entries(
                itemsIn(root).toList(),
                item -> Stream.concat(published(item).stream(), updated(item).stream()),
                item -> RssLinks.of(item, base(item, site)),
                item -> draft(item, site));
    }

    private static @Nullable String base(Node item, String site) {
        return item.base() == null ? Reading.orNull(site) : item.base();
    }

    /** Those of channels within as well, of which CDF has many. */
    private static Stream<Node> itemsIn(Node node) {
        return node.children().stream().flatMap(child -> {
            if (child.is(RSS, "channel")) {
                return itemsIn(child);
            }
            // RSS 1.1 and some programs put them into a list of their own; a few call them as Atom does.
            return isItem(child)
                    ? Stream.concat(Stream.of(child), within(child))
                    : child.children(RSS, "item").stream();
        });
    }

    private static boolean isItem(Node node) {
        return node.is(RSS, "item") || node.is(RSS, "entry") || node.is(ATOM, "entry");
    }

    /** The items that stand in one that ends too late. */
    private static Stream<Node> within(Node item) {
        return item.children(RSS, "item").stream()
                .filter(Node::hasElements)
                .flatMap(inner -> Stream.concat(Stream.of(inner), within(inner)));
    }

    static Node channel(Node root) {
        return root.is(RSS, "channel") ? root : root.child(RSS, "channel").orElse(root);
    }

    private EntryDraft draft(Node item, String site) {
        String base = base(item, site);
        Optional<StatedText> content = RssTexts.content(item, base);
        return new EntryDraft(
                first(
                        item.childText(RSS, "guid"),
                        RssLinks.about(item),
                        item.childText(ATOM, "id"),
                        item.childText(RSS, "id"),
                        item.childText(DC, "identifier")),
                RssTexts.title(item, base),
                RssLinks.of(item, base),
                // An item whose only text stands where others have the whole of it is described by that text.
                RssTexts.summary(item, base).or(() -> content).orElse(null),
                content.orElse(null),
                author(item),
                published(item),
                updated(item),
                or(
                        Reading.language(first(item.childText(DC, "language"), item.childText(RSS, "language"))),
                        RssTexts.language(item)));
    }

    private static List<String> published(Node item) {
        return List.of(
                item.childText(RSS, "pubdate"),
                item.childText(ATOM, "published"),
                item.childText(ATOM, "issued"),
                item.childText(DCTERMS, "issued"),
                item.childText(DC, "date"),
                item.childText(DCTERMS, "created"),
                item.childText(ATOM, "created"),
                item.childText(DCTERMS, "date"),
                item.childText(RSS, "date"),
                item.childText(RSS, "published"));
    }

    private static List<String> updated(Node item) {
        return List.of(
                item.childText(ATOM, "updated"),
                item.childText(ATOM, "modified"),
                item.childText(DCTERMS, "modified"),
                item.childText(RSS, "updated"),
                item.attribute("lastmod"),
                // It says of any date that it is one; of a page that is mostly when it last changed.
                item.childText(DC, "date"));
    }

    private static String author(Node node) {
        return first(
                people(node, RSS, "author", author -> AtomReader.person(author, RSS)),
                people(node, DC, "creator", RssReader::named),
                people(node, ATOM, "author", author -> AtomReader.person(author, ATOM)),
                people(node, ITUNES, "author", RssReader::named),
                people(node, DC, "author", RssReader::named));
    }

    /**
     * A name without the markup that some programs put around it, and without the address that RSS 2.0 wants beside it; the address alone
     * where there is no name.
     */
    static String named(Node person) {
        String stated = person.text().strip();
        String plain = StatedText.looksLikeHtml(stated) ? new StatedText(stated, true, null).plain() : stated;
        if (plain.indexOf('@') < 0 || plain.length() > LONGEST_MAILBOX) {
            return plain;
        }
        Matcher mailbox = MAILBOX.matcher(plain);
        return mailbox.matches()
                ? Stream.of("before", "after", "address")
                        .map(mailbox::group)
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .findFirst()
                        .orElse(plain)
                : plain;
    }

    private static String people(Node node, String namespace, String name, Function<Node, String> person) {
        return node.children(namespace, name).stream()
                .map(person)
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
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
