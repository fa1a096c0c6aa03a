package org.bellwether.ingest.parse;

import org.bellwether.ingest.catalogue.Listing;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Says why the page of a listing brought no entries, so that whoever keeps its selectors knows what to do. */
final class NotAListing {

    private static final String TRY = "try others with POST /api/feeds/preview?item=…, then change the catalogue";

    /** A page that people see words on has more than these. */
    private static final int FEWEST_CHARS = 400;

    private static final int MANY_SCRIPTS = 3;

    private NotAListing() {}

    static Unreadable empty() {
        return new Unreadable(
                "empty", "The page is empty; it is broken or has moved, see in a browser where to.", "nothing at all");
    }

    static Unreadable binary(BinaryData data) {
        String kind = data.kind().orElse("binary data");
        return new Unreadable("binary", "This is " + kind + ", not a page; check the address of the listing.", kind);
    }

    static Unreadable feed(String format) {
        return new Unreadable(
                "feed-not-page",
                "This is a feed and no page: take listing out of the catalogue's entry, and it is read as a feed.",
                "a feed (" + format + ")");
    }

    /** Nothing fits the selector of items. */
    static Unreadable withoutItems(Document page, Listing listing) {
        if (NotAFeed.isChallenge(page.title())) {
            return new Unreadable(
                    "challenge",
                    "The site answered with a page that keeps programs out; ask the publisher to let this one in.",
                    "a challenge page" + named(page));
        }
        @Nullable Element body = page.body();
        boolean bare = body == null || body.text().length() < FEWEST_CHARS;
        if (bare && page.select("script").size() >= MANY_SCRIPTS) {
            return new Unreadable(
                    "listing-empty",
                    "Nothing on the page fits the item selector \"" + listing.item()
                            + "\", and there is hardly any text: a script fills the page in, and scripts are not run; look"
                            + " for another page of the site, or a feed.",
                    "a page that is filled in by scripts" + named(page));
        }
        return new Unreadable(
                "listing-empty",
                "Nothing on the page fits the item selector \"" + listing.item()
                        + "\": the page's design has changed, or the selector is wrong; " + TRY + ".",
                "an HTML page" + named(page));
    }

    /** Items were found, but no title in any. */
    static Unreadable withoutTitles(Document page, Listing listing, int items) {
        String wrong = listing.title() == null
                ? "holds a heading or a link with words: give a title selector, or another one for items"
                : "holds what the title selector \"" + listing.title() + "\" asks for";
        return new Unreadable(
                "listing-empty",
                "The item selector \"" + listing.item() + "\" fits " + items + " elements, but none of them " + wrong
                        + "; " + TRY + ".",
                "an HTML page" + named(page));
    }

    static Unreadable tooComplex() {
        return new Unreadable(
                "too-deep",
                "The page is larger than any listing, nests deeper, or takes too long to be looked through by these selectors;"
                        + " nothing was read. Take a page of fewer entries, or simpler selectors.",
                "a page of unusual size");
    }

    private static String named(Document page) {
        String title = page.title().strip();
        return title.isEmpty()
                ? ""
                : " titled \"" + (title.length() <= 60 ? title : title.substring(0, 60) + "…") + "\"";
    }
}
