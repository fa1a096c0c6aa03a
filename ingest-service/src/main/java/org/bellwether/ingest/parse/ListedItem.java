package org.bellwether.ingest.parse;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Titles and addresses as the elements of a page have them. */
final class ListedItem {

    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6";
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern CUT = Pattern.compile("\\s*(?:…|\\.{2,})$");

    /** Boards often open an entry by a script; the address stands in it between quotes. */
    private static final Pattern IN_SCRIPT = Pattern.compile("[\"']((?:https?://|\\.{0,2}/)[^\"'\\s]{1,2000}"
            + "|[\\w-]{1,80}\\.(?:do|jsp|php|aspx?|html?)(?:\\?[^\"'\\s]{0,2000})?)[\"']");

    private static final int LONGEST_SCRIPT = 4_000;
    private static final List<String> ADDRESSES = List.of("href", "data-href", "data-url", "data-link");

    private ListedItem() {}

    /** What stands for the title where nobody says: the first heading with words, or link with words, or the item itself if it is one. */
    static Optional<Element> title(Element item) {
        return Stream.of(HEADINGS, "a")
                .flatMap(css -> item.select(css).stream())
                .filter(element -> !words(element).isEmpty())
                .findFirst();
    }

    /** Plain text; in full where the page shows a part and has the whole in an attribute. */
    static String words(Element element) {
        String text = line(element.text());
        Stream<@Nullable Element> around = Stream.of(element, element.closest("a"), element.selectFirst("a[title]"));
        Stream<String> stated = around.filter(Objects::nonNull).map(place -> line(place.attr("title")));
        if (text.isEmpty()) {
            @Nullable Element image = element.selectFirst("img[alt]");
            Stream<String> spoken = Stream.of(element.attr("aria-label"), image == null ? "" : image.attr("alt"));
            return Stream.concat(stated, spoken.map(ListedItem::line))
                    .filter(words -> !words.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        Matcher cut = CUT.matcher(text);
        if (!cut.find()) {
            return text;
        }
        String start = text.substring(0, cut.start());
        return stated.filter(whole -> whole.length() > start.length() && whole.startsWith(start))
                .findFirst()
                .orElse(text);
    }

    /** Attributes, and elements whose text is kept as it is written, may be of several lines. */
    private static String line(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    /** The address of an entry where nobody says: that of its title, or the first in it, or of what stands around it. */
    static String link(Element item, @Nullable Element title) {
        Stream<@Nullable Element> ofTitle =
                title == null ? Stream.empty() : Stream.of(title.selectFirst("a"), title.closest("a"));
        return Stream.of(ofTitle, item.select("a").stream(), Stream.of(item.closest("a"), item))
                .<@Nullable Element>flatMap(elements -> elements)
                .filter(Objects::nonNull)
                .map(ListedItem::own)
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The web address that an element, or a link within it, leads to; empty when it leads nowhere. */
    static String address(Element element) {
        return Stream.concat(Stream.of(element), element.select("a").stream())
                .map(ListedItem::own)
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String own(Element element) {
        Stream<String> references = ADDRESSES.stream().map(element::attr);
        return Stream.concat(references, Stream.of(inScript(element.attr("onclick")), inScript(element.attr("href"))))
                .map(String::strip)
                .filter(reference -> !reference.isEmpty() && !reference.startsWith("#"))
                .map(reference -> Urls.resolve(element.baseUri(), reference))
                .filter(address -> Urls.isWeb(address) || isLeftRelative(element, address))
                .findFirst()
                .orElse("");
    }

    /** A page that was sent without saying where it comes from. */
    private static boolean isLeftRelative(Element element, String address) {
        return element.baseUri().isEmpty() && !address.contains(":");
    }

    private static String inScript(String script) {
        if (script.length() > LONGEST_SCRIPT || (script.indexOf('(') < 0 && script.indexOf('=') < 0)) {
            return "";
        }
        Matcher quoted = IN_SCRIPT.matcher(script);
        return quoted.find() ? quoted.group(1) : "";
    }
}
