package org.bellwether.ingest.parse;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.ingest.catalogue.Listing;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a page that has no feed, where CSS selectors say they stand. For one page. */
final class ListingReader implements AutoCloseable {

    private static final int LONGEST_PAGE = 3 << 20;

    /** Some selectors take time by the square of the elements; a page of a hundred entries has some thousand. */
    private static final int MOST_TAGS = 30_000;

    private final Listing listing;
    private final NearDates dates;
    private final Reading reading;
    private final Problems problems = new Problems();
    private final long end = System.nanoTime() + Selection.PATIENCE.toNanos();
    private final Map<String, Selection> selections = new LinkedHashMap<>();
    private final Set<String> useful = new HashSet<>();

    ListingReader(Listing listing, ZoneId zone, Instant now) {
        this.listing = listing;
        this.dates = new NearDates(zone, now);
        this.reading = Reading.ofPage(dates, problems);
        select("item", listing.item());
        select("title", listing.title());
        select("link", listing.link());
        select("date", listing.date());
        select("summary", listing.summary());
    }

    private void select(String member, @Nullable String css) {
        if (css != null) {
            selections.put(member, new Selection(css, end));
        }
    }

    /**
     * Reads it.
     *
     * @param base where it came from; null when nobody knows, and its links stay as they are
     * @param language of the {@code Content-Language} header
     */
    ParseResult read(String html, @Nullable String base, @Nullable String language, Repairs repairs) {
        if (html.length() > LONGEST_PAGE || tags(html) > MOST_TAGS || TagNesting.isTooDeep(html)) {
            return NotAListing.tooComplex();
        }
        Document page = Jsoup.parse(html, base == null ? "" : base);
        page.outputSettings().prettyPrint(false);
        try {
            List<Element> items = found("item", page);
            if (items.isEmpty()) {
                return NotAListing.withoutItems(page, listing);
            }
            List<EntryDraft> drafts = titled(onceEach(items));
            if (drafts.isEmpty()) {
                return NotAListing.withoutTitles(page, listing, items.size());
            }
            List<ParsedEntry> entries = reading.entries(drafts);
            tellIdle();
            return new ParsedFeed(
                    "html", info(page, base, language), entries, repairs.list(), problems.list(), Hints.NONE);
        } catch (TooComplexException e) {
            return NotAListing.tooComplex();
        }
    }

    @Override
    public void close() {
        selections.values().forEach(Selection::close);
    }

    /** The picture of an entry and its title are often two links to one address. */
    private List<EntryDraft> onceEach(List<Element> items) throws TooComplexException {
        Map<String, EntryDraft> byLink = new LinkedHashMap<>();
        for (Element item : items) {
            if (System.nanoTime() - end > 0) {
                throw new TooComplexException(false);
            }
            EntryDraft draft = draft(item);
            String key = draft.link().isEmpty() ? " " + draft.title() : draft.link();
            byLink.merge(key, draft, (first, again) -> worth(again) > worth(first) ? again : first);
        }
        return new ArrayList<>(byLink.values());
    }

    private static int worth(EntryDraft draft) {
        return (draft.title().isEmpty() ? 0 : 4)
                + (draft.published().isEmpty() ? 0 : 2)
                + (draft.summary() == null ? 0 : 1);
    }

    private List<EntryDraft> titled(List<EntryDraft> drafts) {
        List<EntryDraft> titled = new ArrayList<>();
        for (EntryDraft draft : drafts) {
            if (draft.title().isEmpty()) {
                String which = draft.link().isEmpty() ? "one without a link too" : draft.link();
                problems.warn("no-title", "An item of the listing has no title and is left out: " + which);
            } else {
                titled.add(draft);
            }
        }
        return titled;
    }

    private EntryDraft draft(Element item) throws TooComplexException {
        @Nullable
        Element title = listing.title() == null ? ListedItem.title(item).orElse(null) : first("title", item);
        return new EntryDraft(
                "",
                title == null ? "" : ListedItem.words(title),
                link(item, title),
                summary(item),
                null,
                "",
                listing.date() == null
                        ? ListedDates.guessed(item, title, dates)
                        : ListedDates.of(found("date", item), dates),
                List.of(),
                null);
    }

    private @Nullable StatedText summary(Element item) throws TooComplexException {
        @Nullable Element summary = first("summary", item);
        return summary == null || summary.text().isBlank()
                ? null
                : new StatedText(summary.html(), true, Reading.orNull(summary.baseUri()));
    }

    private String link(Element item, @Nullable Element title) throws TooComplexException {
        if (listing.link() == null) {
            return ListedItem.link(item, title);
        }
        @Nullable Element link = first("link", item);
        return link == null ? "" : ListedItem.address(link);
    }

    private @Nullable Element first(String member, Element item) throws TooComplexException {
        List<Element> found = found(member, item);
        return found.isEmpty() ? null : found.get(0);
    }

    private List<Element> found(String member, Element root) throws TooComplexException {
        @Nullable Selection selection = selections.get(member);
        List<Element> found = selection == null ? List.of() : selection.in(root);
        if (!found.isEmpty()) {
            useful.add(member);
        }
        return found;
    }

    /** A selector that fits in no item is out of date, or was never right. */
    private void tellIdle() {
        selections.keySet().stream()
                .filter(member -> !useful.contains(member))
                .forEach(member -> problems.warn(
                        "idle-selector",
                        "The listing's " + member + " selector fits nothing in any item; correct it or take it out"));
    }

    private static FeedInfo info(Document page, @Nullable String base, @Nullable String language) {
        String site = page.select("meta[property=og:site_name]").attr("content").strip();
        String title = page.title().strip();
        @Nullable Element root = page.selectFirst("html");
        String stated = root == null ? "" : root.attr("lang");
        return new FeedInfo(
                Reading.orNull(title.isEmpty() ? site : title),
                base,
                null,
                Reading.orNull(
                        page.select("meta[name=description]").attr("content").strip()),
                RssReader.or(Reading.language(stated), language),
                null,
                null);
    }

    /** How many elements it may become. */
    private static int tags(String html) {
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            boolean opens = at + 1 < html.length() && Character.isLetter(html.charAt(at + 1));
            tags += opens ? 1 : 0;
        }
        return tags;
    }
}
