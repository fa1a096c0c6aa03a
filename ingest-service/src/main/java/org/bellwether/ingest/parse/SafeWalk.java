package org.bellwether.ingest.parse;

import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Writes what is safe of a tree of HTML in one walk over it, and its text on one line besides. What is not safe gives way to what is in it. */
final class SafeWalk implements NodeVisitor {

    /** As many as browsers keep. */
    private static final int MOST_LEVELS = 512;

    private static final Set<String> UNSEEN = Set.of("script", "style");

    private final Safelist safe;
    private final StringBuilder html = new StringBuilder();
    private final TidyText texts = new TidyText("", html);
    private boolean tooDeep;

    private SafeWalk(Safelist safe) {
        this.safe = safe;
    }

    /** Null where it nests deeper than anybody would show it. */
    static TidyHtml.@Nullable Read over(Element body, Safelist safe) {
        SafeWalk walk = new SafeWalk(safe);
        body.childNodes().forEach(child -> NodeTraversor.traverse(walk, child));
        return walk.tooDeep ? null : new TidyHtml.Read(walk.html.toString().strip(), walk.texts.text());
    }

    @Override
    public void head(Node node, int depth) {
        tooDeep |= depth > MOST_LEVELS;
        if (node instanceof TextNode text) {
            // Within SVG the parser takes styles and scripts for text like any other.
            Node parent = text.parent();
            if (parent == null || !UNSEEN.contains(parent.normalName())) {
                texts.write(text.getWholeText());
            }
        } else if (node instanceof Element element) {
            texts.began(element.tag());
            if (safe.isSafeTag(element.normalName())) {
                start(element);
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            String name = element.normalName();
            if (safe.isSafeTag(name) && !SafeHtml.VOID.contains(name)) {
                html.append("</").append(name).append('>');
            }
            texts.ended(element.tag());
        }
    }

    private void start(Element element) {
        String name = element.normalName();
        html.append('<').append(name);
        if (element.attributesSize() > 0) {
            for (Attribute attribute : element.attributes()) {
                if (safe.isSafeAttribute(name, element, attribute)) {
                    html.append(' ').append(attribute.getKey()).append("=\"");
                    TidyText.escapeAttribute(attribute.getValue(), html);
                    html.append('"');
                }
            }
        }
        html.append('>');
    }
}
