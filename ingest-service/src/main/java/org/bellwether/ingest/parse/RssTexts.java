package org.bellwether.ingest.parse;

import static org.bellwether.ingest.parse.Namespaces.ATOM;
import static org.bellwether.ingest.parse.Namespaces.CONTENT;
import static org.bellwether.ingest.parse.Namespaces.DC;
import static org.bellwether.ingest.parse.Namespaces.DCTERMS;
import static org.bellwether.ingest.parse.Namespaces.ITUNES;
import static org.bellwether.ingest.parse.Namespaces.MEDIA;
import static org.bellwether.ingest.parse.Namespaces.RDF;
import static org.bellwether.ingest.parse.Namespaces.RSS;
import static org.bellwether.ingest.parse.Namespaces.XHTML;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which element of a channel or an item of RSS tells its title, its summary and the whole of it, of the many that may. */
final class RssTexts {

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

    private RssTexts() {}

    /** A channel's description. */
    static Optional<StatedText> description(Node channel) {
        return text(channel, DESCRIPTIONS, null);
    }

    /**
     * An item's summary.
     *
     * @param base of relative links where the document names none
     */
    static Optional<StatedText> summary(Node item, @Nullable String base) {
        return text(item, startsWithSummary(item) ? List.of(SUMMARY) : SUMMARIES, base)
                .or(() -> item.child(MEDIA, "group").flatMap(group -> text(group, SUMMARIES, base)));
    }

    /** The whole of an item. */
    static Optional<StatedText> content(Node item, @Nullable String base) {
        return text(item, CONTENTS, base)
                .or(() -> values(item, base))
                .or(() -> besides(item, startsWithSummary(item) ? DESCRIPTION : SUMMARY, base));
    }

    /** The language in force at the item's text; the item's own where no element says another. */
    static @Nullable String language(Node item) {
        boolean same = item.children().stream().allMatch(child -> Objects.equals(child.language(), item.language()));
        return same
                ? item.language()
                : Stream.of(CONTENTS, SUMMARIES, TITLES)
                        .flatMap(List::stream)
                        .flatMap(name -> firstChild(item, name).stream())
                        .flatMap(text -> Stream.ofNullable(text.language()))
                        .findFirst()
                        .orElse(item.language());
    }

    /** On one line, without markup; empty when there is none. */
    static String title(Node node, @Nullable String base) {
        String stated = plain(node, base);
        return stated.isEmpty()
                ? node.child(MEDIA, "group").map(group -> plain(group, base)).orElse("")
                : stated;
    }

    private static String plain(Node node, @Nullable String base) {
        return TITLES.stream()
                .flatMap(name -> node.children(name.namespace(), name.local()).stream())
                // The drafts of CDF have it in an attribute.
                .map(title -> RssReader.first(stated(title, base).plain(), title.attribute("value")))
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

    /** The first draft of the content module of RSS 1.0: the text is the value of the first of a bag of contents. */
    private static Optional<StatedText> values(Node item, @Nullable String base) {
        return item.children(CONTENT, "items").stream()
                .flatMap(items -> items.descendants(RDF, "value"))
                .filter(value -> !value.text().isBlank())
                .findFirst()
                .map(value -> StatedText.ofRss(value, base));
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
}
