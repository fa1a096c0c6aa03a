package org.bellwether.standalone.demo;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** The page behind an item's link. */
final class ArticlePage {
    private static final String STYLE = "body{max-width:42rem;margin:2rem auto;padding:0 1rem;"
            + "font:1.1rem/1.6 Georgia,'Noto Serif CJK KR',serif;color:#222}"
            + "header,footer{font-family:sans-serif;font-size:.9rem;color:#595959}h1{line-height:1.25}";

    private ArticlePage() {}

    static String of(Entry entry, DemoFeed feed) {
        Prose prose = new Prose(entry.text(), feed.outlet().language());
        return Markup.page(page -> page.open(
                        "html", "lang", feed.outlet().language().toLanguageTag())
                .element(
                        "head",
                        () -> page.empty("meta", "charset", "UTF-8")
                                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                                .leaf(
                                        "title",
                                        entry.title() + " – " + feed.outlet().name())
                                .leaf("style", STYLE))
                .element("body", () -> {
                    page.leaf("header", feed.outlet().name()).leaf("h1", entry.title());
                    page.leaf("p", byline(entry, feed));
                    prose.writeTo(page);
                    page.element(
                            "footer",
                            () -> page.text("Invented for the Bellwether demo. ")
                                    .leaf("a", "All feeds", "href", "/"));
                })
                .close());
    }

    private static String byline(Entry entry, DemoFeed feed) {
        String dated = date(entry.published(), feed);
        return entry.author().map(author -> author + " · ").orElse("")
                + (entry.corrected() ? dated + " · corrected " + date(entry.updated(), feed) : dated);
    }

    private static String date(Instant date, DemoFeed feed) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(feed.outlet().language())
                .format(date.atZone(feed.outlet().newsroomZone()));
    }
}
