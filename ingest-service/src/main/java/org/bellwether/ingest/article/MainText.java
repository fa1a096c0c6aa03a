package org.bellwether.ingest.article;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** The main text of a page, found by the rules of browsers' reading views. Pure; bounded in work by what a page may be made of. */
final class MainText {

    /** The rules take time by the square of either; articles have some thousand elements, some thirty deep. */
    private static final int MOST_ELEMENTS = 15_000;

    private static final int DEEPEST = 150;
    private static final int LONGEST_PAGE = 3 << 20;
    private static final int LONGEST_NOTICE = 160;

    private static final Set<String> UNREAD =
            Set.of("script", "style", "noscript", "figcaption", "button", "form", "iframe");
    private static final Pattern NOTICE = Pattern.compile(
            "무단\\s*(?:전재|복제|배포)|재배포\\s*금지|저작권자|all rights reserved|^\\s*(?:©|ⓒ|copyright\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");

    private MainText() {}

    /** What a page gave. */
    sealed interface Finding {}

    /**
     * Text.
     *
     * @param text a paragraph per line; empty when the page has none
     */
    record Found(String text) implements Finding {}

    /** The page is not like one of an article. */
    record Unlike(String reason) implements Finding {}

    static Finding of(String html, URI url) {
        if (html.length() > LONGEST_PAGE) {
            return new Unlike("the page is longer than " + LONGEST_PAGE + " characters");
        }
        Document page = Jsoup.parse(html, url.toString());
        Size size = new Size();
        NodeTraversor.traverse(size, page);
        if (size.elements > MOST_ELEMENTS || size.deepest > DEEPEST) {
            return new Unlike("the page has more elements, or deeper ones, than an article");
        }
        try {
            @Nullable
            Element main = new Readability4J(url.toString(), page).parse().getArticleContent();
            return new Found(main == null ? "" : text(main));
        } catch (StackOverflowError | RuntimeException e) {
            return new Unlike("the page cannot be taken apart");
        }
    }

    private static String text(Element main) {
        Paragraphs paragraphs = new Paragraphs();
        NodeTraversor.traverse(paragraphs, main);
        return paragraphs.text();
    }

    private static final class Size implements NodeVisitor {

        private int elements;
        private int deepest;

        @Override
        public void head(Node node, int depth) {
            elements++;
            deepest = Math.max(deepest, depth);
        }
    }

    /** Collects what a reader sees, line by line. */
    private static final class Paragraphs implements NodeVisitor {

        private final StringBuilder all = new StringBuilder();
        private final StringBuilder line = new StringBuilder();
        private int unread;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text && unread == 0) {
                line.append(text.getWholeText());
            } else if (node instanceof Element element) {
                unread += UNREAD.contains(element.normalName()) ? 1 : 0;
                end(element);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                unread -= UNREAD.contains(element.normalName()) ? 1 : 0;
                end(element);
            }
        }

        private void end(Element element) {
            if (isBlock(element)) {
                flush();
            } else if (element.normalName().equals("td")) {
                line.append(' ');
            }
        }

        /** The rules make paragraphs of text between line breaks and set them inline; they read as lines all the same. */
        private static boolean isBlock(Element element) {
            String name = element.normalName();
            return (element.isBlock() && !name.equals("td")) || name.equals("br");
        }

        private void flush() {
            String text = SPACE.matcher(line).replaceAll(" ").strip();
            line.setLength(0);
            boolean notice =
                    text.length() <= LONGEST_NOTICE && NOTICE.matcher(text).find();
            if (!text.isEmpty() && !notice) {
                all.append(all.isEmpty() ? "" : "\n").append(text);
            }
        }

        private String text() {
            flush();
            return all.toString();
        }
    }
}
