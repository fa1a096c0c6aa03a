package org.bellwether.standalone.demo;

import java.time.Duration;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The page that lists the feeds, and says what comes next. */
final class IndexPage {
    private static final String STYLE = "body{max-width:76rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 sans-serif;"
            + "color:#222}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;"
            + "padding:.4rem .6rem;border-bottom:1px solid #ddd}";

    private IndexPage() {}

    static String of(Week week) {
        return Markup.page(page -> page.open("html", "lang", "en")
                .element(
                        "head",
                        () -> page.empty("meta", "charset", "UTF-8")
                                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                                .empty("meta", "http-equiv", "refresh", "content", "5")
                                .leaf("title", "Demo feeds")
                                .leaf("style", STYLE))
                .element("body", () -> {
                    page.leaf("h1", "Demo feeds").leaf("p", progress(week));
                    page.element("table", () -> {
                        page.element("tr", () -> {
                            for (String head : List.of("Feed", "Owner", "Format", "Items", "Special", "Newest")) {
                                page.leaf("th", head);
                            }
                        });
                        for (DemoFeed feed : week.feeds()) {
                            page.element("tr", () -> row(page, feed, week.entries(feed)));
                        }
                    });
                    page.leaf("p", "Outlets, people's words and events are invented.");
                })
                .close());
    }

    private static String progress(Week week) {
        String since = "Begun " + Duration.between(week.start(), week.now()).toSeconds() + " s ago. ";
        return since
                + week.next()
                        .map(next -> "Next in "
                                + Duration.between(week.now(), next).toSeconds() + " s; " + week.pending()
                                + " stories still to come.")
                        .orElse("The week has been told to its end.");
    }

    private static void row(Markup page, DemoFeed feed, List<Entry> entries) throws XMLStreamException {
        page.element("td", () -> page.leaf("a", feed.outlet().name(), "href", feed.path()));
        page.leaf("td", feed.outlet().owner())
                .leaf(
                        "td",
                        feed.form().format().title() + ", "
                                + feed.form().charset().name())
                .leaf("td", feed.manner().fails() ? "–" : Integer.toString(entries.size()))
                .leaf("td", feed.special());
        page.element("td", () -> {
            if (!entries.isEmpty() && !feed.manner().fails()) {
                Entry newest = entries.get(0);
                page.leaf("a", newest.title(), "href", newest.link().getPath());
            }
        });
    }
}
