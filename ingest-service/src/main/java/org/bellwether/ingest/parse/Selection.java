package org.bellwether.ingest.parse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Collector;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * What one CSS selector finds on one page, in bounded time: who tries a listing chooses both, and siblings of siblings on
 * a page of nothing but siblings would take for ever. For one thread.
 */
final class Selection implements AutoCloseable {

    /** All selectors of a page together; on any page that people read they take milliseconds. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Evaluator evaluator;
    private final long endNanos;

    /**
     * @param selector valid, as the catalogue has checked
     * @param endNanos when to give up, by {@link System#nanoTime}
     */
    Selection(String selector, long endNanos) {
        this.evaluator = QueryParser.parse(selector);
        this.endNanos = endNanos;
    }

    /** The elements within another, or that itself, in the page's order. */
    List<Element> in(Element root) throws TooComplexException {
        List<Element> found = new ArrayList<>();
        for (Element element : (Iterable<Element>) root.stream()::iterator) {
            if (System.nanoTime() - endNanos > 0) {
                throw new TooComplexException(false);
            }
            if (evaluator.matches(root, element)) {
                found.add(element);
            }
        }
        return found;
    }

    /** Forgets the page: what was compared is noted by thread, and threads last. */
    @Override
    public void close() {
        Collector.findFirst(evaluator, new Element("none"));
    }
}
