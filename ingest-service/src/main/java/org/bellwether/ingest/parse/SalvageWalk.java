package org.bellwether.ingest.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Passes the nodes of the forgiving parser on. That parser knows no feeds: to it, what follows an element without an end is inside of it.
 * Here an entry ends where the next begins, and a field where the next field does.
 */
final class SalvageWalk implements NodeFilter {

    static final Set<String> ENTRIES = Set.of("item", "entry");
    private static final Set<String> LISTS = Set.of("channel", "feed", "items", "rdf:rdf", "rss");

    /** Fields of one value, in which no other field has a place. */
    static final Set<String> FIELDS = Set.of(
            "title",
            "link",
            "description",
            "guid",
            "pubdate",
            "author",
            "category",
            "comments",
            "language",
            "copyright",
            "managingeditor",
            "webmaster",
            "lastbuilddate",
            "generator",
            "docs",
            "ttl",
            "id",
            "summary",
            "subtitle",
            "content",
            "published",
            "updated",
            "issued",
            "modified",
            "created",
            "dc:date",
            "dc:creator",
            "dc:subject",
            "content:encoded");

    private final TreeBuilder tree;
    private final Set<Element> endedEarly = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable TooComplexException tooComplex;
    private int entries;

    SalvageWalk(TreeBuilder tree) {
        this.tree = tree;
    }

    /** The root; what stands behind its end belongs to it. */
    @Nullable
    Node over(List<Element> outermost) throws TooComplexException {
        outermost.forEach(element -> NodeTraversor.filter(this, element));
        if (tooComplex != null) {
            throw tooComplex;
        }
        return tree.root();
    }

    /** How many it found. */
    int entries() {
        return entries;
    }

    @Override
    public FilterResult head(org.jsoup.nodes.Node node, int depth) {
        if (node instanceof TextNode text) {
            tree.characters(text.getWholeText());
        } else if (node instanceof Element element) {
            endWhatItFollows(element);
            Map<String, String> attributes = new LinkedHashMap<>();
            for (Attribute attribute : element.attributes()) {
                attributes.put(attribute.getKey(), attribute.getValue());
            }
            try {
                tree.start(element.tagName(), attributes);
            } catch (TooComplexException e) {
                tooComplex = e;
                return FilterResult.STOP;
            }
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(org.jsoup.nodes.Node node, int depth) {
        if (node instanceof Element element && !endedEarly.remove(element)) {
            tree.end();
        }
        return FilterResult.CONTINUE;
    }

    private void endWhatItFollows(Element element) {
        Element around = element.parent();
        if (isIn(FIELDS, element) && around != null && isIn(FIELDS, around) && isFieldOfAFeed(around)) {
            end(around);
        } else if (isIn(ENTRIES, element)) {
            entries++;
            endEntryAround(element);
        }
    }

    /** In a page that an article carries within itself, a title may stand in a summary. */
    private boolean isFieldOfAFeed(Element field) {
        Element holder = field.parent();
        for (int up = 0; up < FIELDS.size() && holder != null && endedEarly.contains(holder); up++) {
            holder = holder.parent();
        }
        return holder != null && (isIn(ENTRIES, holder) || isIn(LISTS, holder));
    }

    /** All that is open between the list of entries and the new one: the entry before, and what in it was not ended. */
    private void endEntryAround(Element element) {
        List<Element> open = new ArrayList<>();
        Element around = element.parent();
        while (around != null && !isIn(LISTS, around) && open.size() <= TreeBuilder.MAX_DEPTH) {
            open.add(around);
            if (isIn(ENTRIES, around)) {
                break;
            }
            around = around.parent();
        }
        if (around != null && open.size() <= TreeBuilder.MAX_DEPTH) {
            open.forEach(this::end);
        }
    }

    private void end(Element element) {
        if (endedEarly.add(element)) {
            tree.end();
        }
    }

    private static boolean isIn(Set<String> names, Element element) {
        return names.contains(element.tagName().toLowerCase(Locale.ROOT));
    }
}
