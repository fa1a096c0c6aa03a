package org.bellwether.standalone.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Turns the lines of a storyline into items: copies get their text, and what cannot be told is refused. */
final class ItemReader {
    private final Map<String, DemoFeed> feeds;
    private final Set<String> keys = new HashSet<>();

    ItemReader(Map<String, DemoFeed> feeds) {
        this.feeds = Map.copyOf(feeds);
    }

    /**
     * The items of a storyline, in its order.
     *
     * @throws BadScriptException if a key comes twice (in any storyline read here), a feed or an original is unknown,
     *     an edit finds nothing to change, or the feed's charset cannot carry the text
     */
    List<DemoItem> read(String file, Storyline storyline) {
        Map<String, Storyline.Line> originals = new HashMap<>();
        List<DemoItem> items = new ArrayList<>();
        for (int i = 0; i < storyline.items().size(); i++) {
            Storyline.Line line = storyline.items().get(i);
            try {
                items.add(item(line, originals));
            } catch (IllegalArgumentException e) {
                throw new BadScriptException(file, "items[" + i + "] " + line.key(), String.valueOf(e.getMessage()));
            }
            originals.put(line.key(), line);
        }
        return items;
    }

    private DemoItem item(Storyline.Line line, Map<String, Storyline.Line> originals) {
        if (!keys.add(line.key())) {
            throw new IllegalArgumentException("the key is taken");
        }
        DemoFeed feed = feeds.get(line.feed());
        if (feed == null) {
            throw new IllegalArgumentException("there is no feed '" + line.feed() + "'");
        }
        List<DemoItem.Edition> editions = new ArrayList<>();
        editions.add(first(line, originals));
        line.later().forEach(later -> editions.add(new DemoItem.Edition(later.at(), later.title(), later.text())));
        editions.forEach(edition -> checkCharset(feed, edition));
        return new DemoItem(
                line.key(),
                line.feed(),
                Optional.ofNullable(line.author()),
                Optional.ofNullable(line.copyOf()),
                editions);
    }

    private static DemoItem.Edition first(Storyline.Line line, Map<String, Storyline.Line> originals) {
        String title = line.title();
        String text = line.text();
        if (line.copyOf() != null) {
            Storyline.Line original = originals.get(line.copyOf());
            if (original == null) {
                throw new IllegalArgumentException("no item '" + line.copyOf() + "' stands above it to be copied");
            }
            title = title == null ? original.title() : title;
            text = text == null ? edited(original, line) : text;
        }
        return new DemoItem.Edition(line.at(), Objects.requireNonNull(title), Objects.requireNonNull(text));
    }

    private static String edited(Storyline.Line original, Storyline.Line line) {
        String text = Objects.requireNonNull(original.text(), "an original has a text of its own");
        for (Map.Entry<String, String> edit : line.edits().entrySet()) {
            if (!text.contains(edit.getKey())) {
                throw new IllegalArgumentException("'" + edit.getKey() + "' does not stand in what it copies");
            }
            text = text.replace(edit.getKey(), edit.getValue());
        }
        return text;
    }

    private static void checkCharset(DemoFeed feed, DemoItem.Edition edition) {
        var encoder = feed.form().charset().newEncoder();
        (edition.title() + edition.text()).codePoints().forEach(point -> {
            if (!encoder.canEncode(Character.toString(point))) {
                throw new IllegalArgumentException(
                        feed.form().charset() + " has no character '" + Character.toString(point) + "'");
            }
        });
    }
}
