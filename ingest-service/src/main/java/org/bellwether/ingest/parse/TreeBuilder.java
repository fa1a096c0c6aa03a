package org.bellwether.ingest.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Grows a tree from the events of either parser, and stops where a document is built to exhaust its reader. */
final class TreeBuilder {

    static final int MAX_DEPTH = 200;
    static final int MAX_ELEMENTS = 500_000;

    private record Open(Node node, Map<String, String> prefixes) {}

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
        if (open.size() >= MAX_DEPTH || ++elements > MAX_ELEMENTS) {
            throw new TooComplexException();
        }
        Open parent = open.peek();
        Map<String, String> prefixes =
                prefixes(parent == null ? Map.of() : parent.prefixes(), attributes, open.size() < 2);
        Map<String, String> lowered = lowered(attributes);
        int colon = qualifiedName.indexOf(':');
        String prefix = colon < 0 ? "" : qualifiedName.substring(0, colon);
        Node node = new Node(
                namespace(prefix, prefixes),
                qualifiedName.substring(colon + 1).toLowerCase(Locale.ROOT),
                lowered,
                baseAt(parent, lowered.get("xml:base")),
                languageAt(parent, lowered.get("xml:lang")));
        if (parent != null) {
            parent.node().add(node);
        } else if (root == null) {
            root = node;
        }
        open.push(new Open(node, prefixes));
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

    private String namespace(String prefix, Map<String, String> prefixes) {
        String uri = prefixes.get(prefix);
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

    private static Map<String, String> prefixes(
            Map<String, String> outer, Map<String, String> attributes, boolean atTop) {
        if (attributes.isEmpty()) {
            return outer;
        }
        Map<String, String> inner = outer;
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            String name = attribute.getKey();
            if (name.equals("xmlns") || name.startsWith("xmlns:")) {
                if (inner == outer) {
                    inner = new HashMap<>(outer);
                }
                String prefix = name.equals("xmlns") ? "" : name.substring("xmlns:".length());
                String known = Namespaces.shortName(attribute.getValue());
                // A default namespace nobody knows, declared at the top, is a feed's own idea of what RSS or Atom is
                // called.
                boolean ownIdea = prefix.isEmpty() && atTop && !Namespaces.isKnown(known);
                inner.put(prefix, ownIdea ? Namespaces.RSS : known);
            }
        }
        return inner;
    }

    private @Nullable String baseAt(@Nullable Open parent, @Nullable String stated) {
        String outer = parent == null ? base : parent.node().base();
        return stated == null || stated.isBlank() ? outer : Urls.resolve(outer, stated.strip());
    }

    private static @Nullable String languageAt(@Nullable Open parent, @Nullable String stated) {
        if (stated != null) {
            // XML 1.0 §2.12: an empty value takes the outer one back.
            return stated.isBlank() ? null : stated.strip();
        }
        return parent == null ? null : parent.node().language();
    }
}
