package org.bellwether.classify.extract;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.bellwether.events.Act;

/** What a headline and its lead look like, whatever they say: quoted, asking, in parts, marked, missing. */
final class ItemForm {

    /** Up to a name and a title of office, then a quotation to the end of the headline or nearly so. */
    private static final Pattern QUOTES =
            Pattern.compile("^(?:\\[[^\\]]{1,8}]\\s*)?[^\"“”…]{1,24}[\"“][^\"“”]{6,}[\"”]?.{0,12}$");

    private static final Pattern ASKS = Pattern.compile("(?:[은는나까]|왜)\\?(?:\\s|$)");
    private static final int LONGEST_MARK = 12;
    private static final int DATELINE_CHARS = 60;
    private static final int SHORT_TERMS = 60;
    private static final int LONG_TERMS = 120;

    private ItemForm() {}

    /** A headline that asks weighs something up; one that is a quotation reports a remark. */
    static Optional<Act> shows(String headline) {
        String title = headline.strip();
        if (title.endsWith("?") || ASKS.matcher(title).find()) {
            return Optional.of(Act.ANALYSIS);
        }
        return QUOTES.matcher(title).find() ? Optional.of(Act.REMARK) : Optional.empty();
    }

    /** Names each of its traits. */
    static void traits(String headline, String text, int terms, Consumer<String> named) {
        String title = headline.strip();
        if (title.isEmpty()) {
            named.accept("no title");
        } else {
            titleTraits(title, named);
        }
        if (text.isBlank()) {
            named.accept("no text");
        } else {
            named.accept(terms < SHORT_TERMS ? "short" : terms < LONG_TERMS ? "middling" : "long");
            textTraits(text, named);
        }
    }

    private static void titleTraits(String title, Consumer<String> named) {
        char first = title.charAt(0);
        char last = title.charAt(title.length() - 1);
        named.accept(quotes(title) ? "title quotes" : "title quotes nothing");
        named.accept(title.indexOf('?') >= 0 ? "title asks" : "title asks nothing");
        if (title.indexOf('…') >= 0) {
            named.accept("title has dots");
        }
        if (title.contains(": ")) {
            named.accept("title has a colon");
        }
        if (isQuote(first)) {
            named.accept("title begins with a quotation");
        }
        if (isQuote(last)) {
            named.accept("title ends with a quotation");
        }
        int closing = title.indexOf(']');
        if (first == '[' && closing > 0 && closing <= LONGEST_MARK) {
            named.accept(title.substring(0, closing));
        }
    }

    private static void textTraits(String text, Consumer<String> named) {
        String head = text.substring(0, Math.min(DATELINE_CHARS, text.length()));
        if (head.contains("KCNA") || head.contains("조선중앙통신")) {
            named.accept("state media of the North");
        }
        if (quotes(text)) {
            named.accept("text quotes");
        }
        if (text.contains("습니다")) {
            named.accept("text is spoken");
        }
        if (text.startsWith("I ") || text.contains(" I ") || text.contains("I'm ")) {
            named.accept("text says I");
        }
    }

    private static boolean quotes(String text) {
        return text.indexOf('"') >= 0 || text.indexOf('“') >= 0 || text.indexOf('‘') >= 0 || text.contains(" '");
    }

    private static boolean isQuote(char c) {
        return "\"“”'‘’《》".indexOf(c) >= 0;
    }
}
