package org.bellwether.standalone.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;

/** Answers people: the index at {@code /}, and the articles to which the feeds link. */
final class PageHandler implements HttpHandler {
    private static final String ARTICLES = "/articles/";

    private final Week week;

    PageHandler(Week week) {
        this.week = week;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/")) {
            Answer.page(exchange, IndexPage.of(week));
            return;
        }
        Optional<Entry> entry =
                path.startsWith(ARTICLES) ? week.article(path.substring(ARTICLES.length())) : Optional.empty();
        Optional<DemoFeed> feed = entry.flatMap(found -> week.feed(found.feed()));
        if (entry.isPresent() && feed.isPresent()) {
            Answer.page(exchange, ArticlePage.of(entry.get(), feed.get()));
        } else {
            Answer.notFound(exchange, "Nothing has been published here; the page at / lists the feeds.");
        }
    }
}
