package org.bellwether.ingest.parse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One element of a document. Names are lower-case, because feeds get the case wrong and no two names of any format differ by it; namespaces
 * are the short names of {@link Namespaces}. Base and language are those in force here, inherited ones included.
 */
final class Node implements Part {

    private static final Set<String> VOID = Set.of("br", "img", "hr", "wbr");
    private static final Set<String> LINKING = Set.of("href", "src", "cite", "poster", "data");

    private final String namespace;
    private final String name;
    private final Map<String, String> attributes;
    private final @Nullable String base;
    private final @Nullable String language;
    private final List<Part> parts = new ArrayList<>();

    Node(
            String namespace,
            String name,
            Map<String, String> attributes,
            @Nullable String base,
            @Nullable String language) {
        this.namespace = namespace;
        this.name = name;
        this.attributes = attributes;
        this.base = base;
        this.language = language;
    }

    void add(Part part) {
        parts.add(part);
    }

    String namespace() {
        return namespace;
    }

    String name() {
        return name;
    }

    @Nullable
    String base() {
        return base;
    }

    @Nullable
    String language() {
        return language;
    }

    boolean is(String wantedNamespace, String wantedName) {
        return name.equals(wantedName) && namespace.equals(wantedNamespace);
    }

    /** Whether it is called as the root of a document of Atom. */
    boolean isOfAtom() {
        return name.equals("feed") || name.equals("entry");
    }

    /** The attribute's value, stripped; empty when there is none. */
    String attribute(String wanted) {
        return attributes.getOrDefault(wanted, "").strip();
    }

    Collection<String> attributeValues() {
        return attributes.values();
    }

    List<Node> children() {
        List<Node> nodes = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Node node) {
                nodes.add(node);
            }
        }
        return nodes;
    }

    List<Node> children(String wantedNamespace, String wantedName) {
        List<Node> found = List.of();
        for (Part part : parts) {
            if (part instanceof Node node && node.is(wantedNamespace, wantedName)) {
                // Most of what is looked for is not there.
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add(node);
            }
        }
        return found;
    }

    /** Those inside, at any depth, the outer ones first. */
    Stream<Node> descendants(String wantedNamespace, String wantedName) {
        return children().stream()
                .flatMap(child -> Stream.concat(
                        Stream.of(child).filter(node -> node.is(wantedNamespace, wantedName)),
                        child.descendants(wantedNamespace, wantedName)));
    }

    Optional<Node> child(String wantedNamespace, String wantedName) {
        for (Part part : parts) {
            if (part instanceof Node node && node.is(wantedNamespace, wantedName)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    /** Stripped text of the first such child that has any; empty when there is none. */
    String childText(String wantedNamespace, String wantedName) {
        for (Part part : parts) {
            if (part instanceof Node node && node.is(wantedNamespace, wantedName)) {
                String text = node.text().strip();
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    boolean hasElements() {
        for (Part part : parts) {
            if (part instanceof Node) {
                return true;
            }
        }
        return false;
    }

    /** All text in this element, at any depth. */
    String text() {
        if (parts.size() == 1 && parts.get(0) instanceof Chars only) {
            return only.value();
        }
        StringBuilder out = new StringBuilder();
        collect(out);
        return out.toString();
    }

    /** Text that stands in this element itself. */
    String ownText() {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Chars chars) {
                out.append(chars.value());
            }
        }
        return out.toString();
    }

    private void collect(StringBuilder out) {
        for (Part part : parts) {
            if (part instanceof Chars chars) {
                out.append(chars.value());
            } else if (part instanceof Node node) {
                node.collect(out);
            }
        }
    }

    /** What is inside, as HTML markup: prefixes dropped, links resolved against the base in force at each element. */
    String markup() {
        StringBuilder out = new StringBuilder();
        writeInner(out);
        return out.toString();
    }

    private void writeInner(StringBuilder out) {
        for (Part part : parts) {
            if (part instanceof Chars chars) {
                escape(chars.value(), out);
            } else if (part instanceof Node node) {
                node.write(out);
            }
        }
    }

    private void write(StringBuilder out) {
        out.append('<').append(name);
        attributes.forEach((key, value) -> {
            if (key.indexOf(':') < 0 && !key.startsWith("xmlns")) {
                String shown = LINKING.contains(key) ? Urls.resolve(base, value) : value;
                out.append(' ').append(key).append("=\"");
                TidyText.escapeAttribute(shown, out);
                out.append('"');
            }
        });
        out.append('>');
        writeInner(out);
        boolean empty = parts.isEmpty() && VOID.contains(name);
        if (!empty) {
            out.append("</").append(name).append('>');
        }
    }

    private static void escape(String text, StringBuilder out) {
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            String escaped = switch (text.charAt(i)) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                default -> null;
            };
            if (escaped != null) {
                out.append(text, copied, i).append(escaped);
                copied = i + 1;
            }
        }
        out.append(text, copied, text.length());
    }
}
