package org.bellwether.standalone.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Answers for a feed with the manners that the script gives it. */
final class FeedHandler implements HttpHandler {
    private static final int RETRY_AFTER_SECONDS = 120;

    private final Week week;
    private final ScheduledExecutorService later;

    /**
     * A handler of all feeds.
     *
     * @param later sends the answers of slow feeds, so that no thread of the server waits for them
     */
    FeedHandler(Week week, ScheduledExecutorService later) {
        this.week = week;
        this.later = later;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Optional<DemoFeed> feed = named(exchange.getRequestURI().getPath());
        if (feed.isEmpty()) {
            Answer.notFound(exchange, "There is no such feed; the page at / lists them all.");
            return;
        }
        long millis = feed.get().manner().delay().toMillis();
        if (millis == 0) {
            answer(exchange, feed.get());
        } else {
            var unused = later.schedule(() -> answerLate(exchange, feed.get()), millis, TimeUnit.MILLISECONDS);
        }
    }

    private Optional<DemoFeed> named(String path) {
        String name = path.substring("/feeds/".length());
        return name.endsWith(".xml") ? week.feed(name.substring(0, name.length() - 4)) : Optional.empty();
    }

    private void answerLate(HttpExchange exchange, DemoFeed feed) {
        try {
            answer(exchange, feed);
        } catch (IOException e) {
            // Who asked has gone away meanwhile; nobody is left to tell.
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange, DemoFeed feed) throws IOException {
        if (feed.manner().fails()) {
            exchange.getResponseHeaders().set("Retry-After", Integer.toString(RETRY_AFTER_SECONDS));
            byte[] body = "The newsroom's server has fallen over.\n".getBytes(StandardCharsets.UTF_8);
            Answer.send(exchange, 500, "text/plain; charset=UTF-8", body);
            return;
        }
        List<Entry> entries = week.entries(feed);
        FeedDocument document = FeedDocument.of(feed, week.server().toString(), entries);
        if (feed.manner().validates()) {
            Validators validators = Validators.of(document);
            exchange.getResponseHeaders().set("ETag", validators.etag());
            exchange.getResponseHeaders().set("Last-Modified", validators.lastModifiedHeader());
            if (validators.matches(exchange.getRequestHeaders())) {
                exchange.sendResponseHeaders(304, -1);
                exchange.close();
                return;
            }
        }
        Answer.send(exchange, 200, document.contentType(), document.bytes());
    }
}
