package org.bellwether.ingest.parse;

import static org.bellwether.ingest.parse.Namespaces.DC;
import static org.bellwether.ingest.parse.Namespaces.MEDIA;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Atom 1.0 (RFC 4287) and 0.3, also where the feed forgot the namespace. */
final class AtomReader {

    private final Reading reading;
    private final @Nullable String contentLanguage;
    private final String atom;

    /**
     * Makes a reader.
     *
     * @param atom namespace of the feed's own elements
     */
    AtomReader(Reading reading, @Nullable String contentLanguage, String atom) {
        this.reading = reading;
        this.contentLanguage = contentLanguage;
        this.atom = atom;
    }

    FeedInfo feed(Node feed) {
        Optional<StatedText> description = text(feed, "subtitle").or(() -> text(feed, "tagline"));
        return new FeedInfo(
                Reading.orNull(title(feed)),
                Reading.orNull(link(feed)),
                Reading.orNull(feed.childText(atom, "id")),
                description
                        .map(text -> text.shown().body())
                        .filter(body -> !body.isEmpty())
                        .orElse(null),
                RssReader.or(feed.language(), contentLanguage),
                Reading.orNull(authors(feed)),
                reading.date(List.of(
                        feed.childText(atom, "updated"),
                        feed.childText(atom, "modified"),
                        feed.childText(DC, "date"))));
    }

    List<ParsedEntry> entries(Node feed) {
        String feedAuthors = authors(feed);
        List<Node> entries = feed.name().equals("entry") ? List.of(feed) : feed.children(atom, "entry");
        return reading.entries(
                entries.stream().map(entry -> draft(entry, feedAuthors)).toList());
    }

    private EntryDraft draft(Node entry, String feedAuthors) {
        // RFC 4287 §4.1.2: an entry without author has its source's, else its feed's.
        String sourceAuthors = entry.child(atom, "source").map(this::authors).orElse("");
        Optional<StatedText> summary = text(entry, "summary")
                .or(() -> entry.child(MEDIA, "group")
                        .flatMap(group -> group.child(MEDIA, "description"))
                        .map(node -> StatedText.ofRss(node, entry.base())));
        return new EntryDraft(
                entry.childText(atom, "id"),
                title(entry),
                link(entry),
                summary.orElse(null),
                text(entry, "content").orElse(null),
                RssReader.first(authors(entry), sourceAuthors, feedAuthors),
                List.of(
                        entry.childText(atom, "published"),
                        entry.childText(atom, "issued"),
                        entry.childText(atom, "created"),
                        entry.childText(DC, "date")),
                List.of(entry.childText(atom, "updated"), entry.childText(atom, "modified")),
                RssReader.or(Reading.orNull(entry.childText(DC, "language")), languageOf(entry)));
    }

    /** The entry's own language, or that of its title where only that says. */
    private @Nullable String languageOf(Node entry) {
        return RssReader.or(
                entry.language(), entry.child(atom, "title").map(Node::language).orElse(null));
    }

    private String title(Node node) {
        return text(node, "title").map(StatedText::plain).orElse("");
    }

    private Optional<StatedText> text(Node node, String name) {
        return node.child(atom, name)
                .map(StatedText::ofAtom)
                .filter(text -> !text.value().isBlank());
    }

    private String link(Node node) {
        String outOfLine = node.child(atom, "content")
                .filter(content -> !content.attribute("src").isEmpty())
                .map(content -> Urls.resolve(content.base(), content.attribute("src")))
                .orElse("");
        return RssReader.first(alternate(node, atom), outOfLine);
    }

    /** The page a node stands for: the alternate that is HTML or says nothing of its type, else any alternate. */
    static String alternate(Node node, String namespace) {
        List<Node> alternates = node.children(namespace, "link").stream()
                .filter(link -> link.attribute("rel").isEmpty()
                        || link.attribute("rel").equalsIgnoreCase("alternate")
                        || link.attribute("rel").endsWith("/relation/alternate"))
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

    private String authors(Node node) {
        String stated = node.children(atom, "author").stream()
                .map(this::person)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        return RssReader.first(stated, node.childText(DC, "creator"));
    }

    private String person(Node author) {
        if (!author.hasElements()) {
            return author.text().strip();
        }
        return RssReader.first(
                author.childText(atom, "name"),
                author.childText(atom, "email"),
                author.childText(atom, "uri"),
                author.childText(atom, "url"));
    }
}
