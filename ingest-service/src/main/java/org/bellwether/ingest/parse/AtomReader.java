package org.bellwether.ingest.parse;

import static org.bellwether.ingest.parse.Namespaces.CONTENT;
import static org.bellwether.ingest.parse.Namespaces.DC;
import static org.bellwether.ingest.parse.Namespaces.DCTERMS;
import static org.bellwether.ingest.parse.Namespaces.MEDIA;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Atom 1.0 (RFC 4287) and 0.3, also where the feed forgot the namespace. */
final class AtomReader {

    private final Reading reading;
    private final @Nullable String contentLanguage;
    private final String atom;
    /** Where the feed says it stands itself, for relative links in one that came from nowhere and names no base. */
    private final @Nullable String selfBase;

    /**
     * Makes a reader.
     *
     * @param root the feed, or an entry that stands alone
     */
    AtomReader(Reading reading, @Nullable String contentLanguage, Node root) {
        this.reading = reading;
        this.contentLanguage = contentLanguage;
        this.atom = root.namespace();
        this.selfBase = root.children(atom, "link").stream()
                .map(link -> link.attribute("href"))
                .filter(Urls::isWeb)
                .findFirst()
                .orElse(null);
    }

    FeedInfo feed(Node feed) {
        Optional<StatedText> description = text(feed, "subtitle")
                .or(() -> text(feed, "tagline"))
                .or(() -> feed.child(DC, "description").map(node -> StatedText.ofRss(node, selfBase)));
        return new FeedInfo(
                Reading.orNull(title(feed)),
                Reading.orNull(link(feed)),
                Reading.orNull(RssReader.first(id(feed), feed.childText(DC, "identifier"))),
                description
                        .map(text -> text.shown().body())
                        .filter(body -> !body.isEmpty())
                        .orElse(null),
                RssReader.or(
                        RssReader.or(feed.language(), Reading.language(feed.childText(DC, "language"))),
                        contentLanguage),
                Reading.orNull(authors(feed)),
                reading.date(List.of(
                        feed.childText(atom, "updated"),
                        feed.childText(atom, "modified"),
                        feed.childText(DCTERMS, "modified"),
                        feed.childText(DC, "date"))));
    }

    List<ParsedEntry> entries(Node feed) {
        String feedAuthors = authors(feed);
        // A few programs fill the one format with the elements of the other.
        List<Node> entries = feed.name().equals("entry")
                ? List.of(feed)
                : Stream.of("entry", "item")
                        .flatMap(name -> feed.children(atom, name).stream())
                        .toList();
        return reading.entries(
                entries,
                entry -> Stream.concat(published(entry).stream(), updated(entry).stream()),
                this::entryLink,
                entry -> draft(entry, feedAuthors));
    }

    private EntryDraft draft(Node entry, String feedAuthors) {
        // RFC 4287 §4.1.2: an entry without author has its source's, else its feed's.
        String sourceAuthors = entry.child(atom, "source").map(this::authors).orElse("");
        return new EntryDraft(
                RssReader.first(id(entry), entry.childText(DC, "identifier")),
                title(entry),
                entryLink(entry),
                summary(entry).orElse(null),
                content(entry).orElse(null),
                RssReader.first(authors(entry), sourceAuthors, feedAuthors),
                published(entry),
                updated(entry),
                RssReader.or(Reading.language(entry.childText(DC, "language")), languageOf(entry)));
    }

    private List<String> published(Node entry) {
        return List.of(
                entry.childText(atom, "published"),
                entry.childText(atom, "issued"),
                entry.childText(atom, "created"),
                entry.childText(DCTERMS, "issued"),
                entry.childText(DC, "date"),
                entry.childText(DCTERMS, "created"));
    }

    private List<String> updated(Node entry) {
        return List.of(
                entry.childText(atom, "updated"),
                entry.childText(atom, "modified"),
                entry.childText(DCTERMS, "modified"),
                entry.childText(DC, "date"));
    }

    /** An id is an address (RFC 4287 §4.2.6): a path stands for the one it leads to. What already is one stays as it is spelt. */
    private String id(Node node) {
        String stated = node.childText(atom, "id");
        boolean path = stated.indexOf('/') >= 0 && stated.indexOf(':') < 0;
        return path ? Urls.resolve(node.child(atom, "id").map(Node::base).orElse(selfBase), stated) : stated;
    }

    private Optional<StatedText> summary(Node entry) {
        return text(entry, "summary")
                .or(() -> Stream.concat(
                                entry.children(DC, "description").stream(),
                                Stream.concat(Stream.of(entry), entry.children(MEDIA, "group").stream())
                                        .flatMap(node -> node.children(MEDIA, "description").stream()))
                        .filter(node -> !node.text().isBlank())
                        .findFirst()
                        .map(node -> StatedText.ofRss(node, selfBase)));
    }

    /** Of several contents, as 0.3 allows, the first in HTML: it is the same text as the plain one, and more of it. */
    private Optional<StatedText> content(Node entry) {
        List<StatedText> contents = entry.children(atom, "content").stream()
                .flatMap(this::alternatives)
                .map(text -> StatedText.ofAtom(text, selfBase))
                .filter(text -> !text.value().isBlank())
                .toList();
        return contents.stream()
                .filter(StatedText::html)
                .findFirst()
                .or(() -> contents.stream().findFirst())
                .or(() -> entry.child(CONTENT, "encoded").map(node -> StatedText.ofRss(node, selfBase)));
    }

    private Stream<Node> alternatives(Node content) {
        return content.attribute("type").equalsIgnoreCase("multipart/alternative")
                ? content.children(atom, "content").stream()
                : Stream.of(content);
    }

    /** The language in force at the entry's text, else at its title; the entry's own where it has neither. */
    private @Nullable String languageOf(Node entry) {
        return Stream.of("content", "summary", "title")
                .flatMap(name -> entry.child(atom, name).stream())
                .flatMap(text -> Stream.ofNullable(text.language()))
                .findFirst()
                .orElse(entry.language());
    }

    private String title(Node node) {
        return text(node, "title")
                .map(StatedText::plain)
                .filter(title -> !title.isEmpty())
                .or(() -> Stream.concat(
                                node.children(DC, "title").stream(),
                                Stream.concat(Stream.of(node), node.children(MEDIA, "group").stream())
                                        .flatMap(around -> around.children(MEDIA, "title").stream()))
                        .map(title -> StatedText.ofRss(title, selfBase).plain())
                        .filter(title -> !title.isEmpty())
                        .findFirst())
                .orElse("");
    }

    private Optional<StatedText> text(Node node, String name) {
        return node.children(atom, name).stream()
                .map(text -> StatedText.ofAtom(text, selfBase))
                .filter(text -> !text.value().isBlank())
                .findFirst();
    }

    private String link(Node node) {
        String outOfLine = node.child(atom, "content")
                .filter(content -> !content.attribute("src").isEmpty())
                .map(content -> Urls.resolve(content.base(), content.attribute("src")))
                .orElse("");
        return Urls.resolve(selfBase, RssReader.first(alternate(node, atom), outOfLine, enclosed(node, atom)));
    }

    /** Of an entry that links nothing, its id where that is an address; of a feed that names no page, none. */
    private String entryLink(Node entry) {
        String linked = link(entry);
        String id = linked.isEmpty() ? entry.childText(atom, "id") : "";
        return Urls.isWeb(id) ? id : linked;
    }

    /** Of an episode without a page, the recording itself. */
    static String enclosed(Node node, String namespace) {
        return node.children(namespace, "link").stream()
                .filter(link -> link.attribute("rel").equalsIgnoreCase("enclosure"))
                .map(link -> Urls.resolve(link.base(), link.attribute("href")))
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The page a node stands for: the alternate that is HTML or says nothing of its type, else any alternate. */
    static String alternate(Node node, String namespace) {
        List<Node> alternates = node.children(namespace, "link").stream()
                .filter(AtomReader::isAlternate)
                .filter(link ->
                        !link.attribute("href").isEmpty() || !link.text().isBlank())
                .toList();
        return alternates.stream()
                .filter(link -> link.attribute("type").isEmpty()
                        || link.attribute("type").contains("html"))
                .findFirst()
                .or(() -> alternates.stream().findFirst())
                .map(link -> Urls.resolve(
                        link.base(),
                        RssReader.first(link.attribute("href"), link.text().strip())))
                .orElse("");
    }

    /** Whether a link says, or leaves unsaid, that it leads to what its element stands for. */
    static boolean isAlternate(Node link) {
        String rel = link.attribute("rel");
        return rel.isEmpty() || rel.equalsIgnoreCase("alternate") || rel.endsWith("/relation/alternate");
    }

    private String authors(Node node) {
        String stated = node.children(atom, "author").stream()
                .map(author -> person(author, atom))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return RssReader.first(stated, node.childText(DC, "creator"), node.childText(DC, "author"));
    }

    /** A person's name, else what else tells who it is; older feeds write it without elements inside. */
    static String person(Node author, String namespace) {
        if (!author.hasElements()) {
            return RssReader.named(author);
        }
        // In a feed of RSS some put Atom's prefix on the person alone.
        boolean outside =
                author.children().stream().noneMatch(child -> child.namespace().equals(namespace));
        String of = outside ? Namespaces.RSS : namespace;
        return RssReader.first(
                author.childText(of, "name"),
                author.childText(of, "email"),
                author.childText(of, "uri"),
                author.childText(of, "url"),
                author.childText(of, "homepage"),
                author.children(of, "name").isEmpty() ? author.text().strip() : "");
    }
}
