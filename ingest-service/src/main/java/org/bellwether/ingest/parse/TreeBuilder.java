package org.bellwether.ingest.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Grows a tree from the events of either parser, and stops where a document is built to exhaust its reader. */
final class TreeBuilder {

    static final int MAX_DEPTH = 200;
    static final int MAX_ELEMENTS = 500_000;

    private static final Set<String> HOLDS_RSS = Set.of("rss", "channel", "item");

    private record Open(Node node, Prefixes prefixes) {}

    /**
     * The prefixes declared at one element, and around it; copied maps would multiply, and a document can declare thousands.
     *
     * @param atRss whether the default in force was declared at an element of RSS, which has none
     */
    private record Prefixes(@Nullable Prefixes outer, Map<String, String> declared, boolean atRss) {

        private static final Prefixes NONE = new Prefixes(null, Map.of(), false);

        private @Nullable String uri(String prefix) {
            String uri = declared.get(prefix);
            return uri != null || outer == null ? uri : outer.uri(prefix);
        }
    }

    private final @Nullable String base;
    private final Repairs repairs;
    private final Deque<Open> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Node root;
    private int elements;

    TreeBuilder(@Nullable String base, Repairs repairs) {
        this.base = base;
        this.repairs = repairs;
    }

    /** The outermost element, once there is one. */
    @Nullable
    Node root() {
        return root;
    }

    void start(String qualifiedName, Map<String, String> attributes) throws TooComplexException {
        flush();
        boolean deep = open.size() >= MAX_DEPTH;
        if (deep || ++elements > MAX_ELEMENTS) {
            throw new TooComplexException(deep);
        }
        Open parent = open.peek();
        Prefixes prefixes = prefixes(parent == null ? Prefixes.NONE : parent.prefixes(), qualifiedName, attributes);
        Map<String, String> lowered = lowered(attributes);
        int colon = qualifiedName.indexOf(':');
        String prefix = colon < 0 ? "" : qualifiedName.substring(0, colon);
        String name = qualifiedName.substring(colon + 1).toLowerCase(Locale.ROOT);
        Node node = new Node(
                namespace(prefix, name, prefixes),
                name,
                lowered,
                baseAt(parent, statedBase(parent, qualifiedName, lowered)),
                languageAt(parent, lowered.get("xml:lang")));
        open.push(new Open(placed(node, parent), prefixes));
    }

    /** The element itself; the root for one behind its end that is called the same, as where two documents were put together. */
    private Node placed(Node node, @Nullable Open parent) {
        if (parent == null && root == null) {
            root = node;
            return node;
        }
        Node around = parent == null ? Objects.requireNonNull(root) : parent.node();
        if (parent == null && node.is(around.namespace(), around.name())) {
            return around;
        }
        around.add(node);
        return node;
    }

    /** Most elements have no attribute or one, and a tree has many elements. */
    private static Map<String, String> lowered(Map<String, String> attributes) {
        if (attributes.isEmpty()) {
            return Map.of();
        }
        Map<String, String> lowered = new LinkedHashMap<>();
        attributes.forEach((name, value) -> lowered.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return lowered.size() > 1 ? lowered : Map.copyOf(lowered);
    }

    void characters(char[] buffer, int start, int length) {
        text.append(buffer, start, length);
    }

    void characters(String value) {
        text.append(value);
    }

    void end() {
        flush();
        open.pop();
    }

    private void flush() {
        Open current = open.peek();
        if (current != null && text.length() > 0) {
            current.node().add(new Chars(text.toString()));
        }
        text.setLength(0);
    }

    private String namespace(String prefix, String name, Prefixes prefixes) {
        if (prefix.isEmpty() && prefixes.atRss() && Namespaces.isOfRss(name)) {
            return Namespaces.RSS;
        }
        String uri = prefixes.uri(prefix);
        if (uri != null) {
            return uri;
        }
        if (prefix.isEmpty()) {
            return Namespaces.RSS;
        }
        String guess = Namespaces.ofUndeclared(prefix);
        repairs.note(
                "undeclared-prefix", "The prefix \"" + prefix + ":\" is declared nowhere; its usual meaning was taken");
        return guess == null ? "undeclared:" + prefix : guess;
    }

    private Prefixes prefixes(Prefixes outer, String element, Map<String, String> attributes) {
        if (attributes.isEmpty()) {
            return outer;
        }
        boolean atRss = HOLDS_RSS.contains(element.toLowerCase(Locale.ROOT)) && (root == null || !root.isOfAtom());
        boolean atTop = open.size() < 2;
        Map<String, String> declared = new HashMap<>();
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            String name = attribute.getKey();
            if (name.equals("xmlns") || name.startsWith("xmlns:")) {
                String prefix = name.equals("xmlns") ? "" : name.substring("xmlns:".length());
                String known = Namespaces.shortName(attribute.getValue());
                // A default namespace nobody knows, declared at the top or at an item, is a feed's own idea of what RSS
                // or Atom is
                // called.
                boolean ownIdea = prefix.isEmpty() && (atTop || atRss) && !Namespaces.isKnown(known);
                declared.put(prefix, ownIdea ? Namespaces.RSS : misspelt(prefix, known) ? prefix : known);
            }
        }
        return declared.isEmpty()
                ? outer
                : new Prefixes(outer, declared, declared.containsKey("") ? atRss : outer.atRss());
    }

    /** Whether the prefix is the usual one of a vocabulary, and the address is nobody's. */
    private boolean misspelt(String prefix, String known) {
        boolean misspelt = Namespaces.isUsual(prefix) && !Namespaces.isKnown(known);
        if (misspelt) {
            repairs.note(
                    "unknown-namespace",
                    "The prefix \"" + prefix + ":\" is declared as what nobody knows; its usual meaning was taken");
        }
        return misspelt;
    }

    /** CDF has an attribute of its own for what XML says with {@code xml:base}. */
    private static @Nullable String statedBase(
            @Nullable Open parent, String qualifiedName, Map<String, String> attributes) {
        String stated = attributes.get("xml:base");
        boolean cdf = parent == null && qualifiedName.equalsIgnoreCase("channel");
        return stated == null && cdf ? attributes.get("base") : stated;
    }

    private @Nullable String baseAt(@Nullable Open parent, @Nullable String stated) {
        String outer = parent == null ? base : parent.node().base();
        return stated == null || stated.isBlank() ? outer : Urls.base(outer, stated);
    }

    private static @Nullable String languageAt(@Nullable Open parent, @Nullable String stated) {
        if (stated != null) {
            // XML 1.0 §2.12: an empty value takes the outer one back.
            return Reading.language(stated);
        }
        return parent == null ? null : parent.node().language();
    }
}
