package org.bellwether.classify.watch;

import java.util.ArrayList;
import java.util.List;

/** Cuts a query into brackets, phrases and words, each with its column. */
final class WatchTokens {

    /** What a part of a query is, by how it is written. */
    enum Kind {
        OPEN,
        CLOSE,
        PHRASE,
        WORD,
        END
    }

    /**
     * A part of a query.
     *
     * @param text of a phrase without its quotation marks
     * @param column of its first character, from 1
     */
    record Token(Kind kind, String text, int column) {

        boolean is(String word) {
            return kind == Kind.WORD && text.equals(word);
        }
    }

    private static final String QUOTES = "\"“”„″＂";

    private final String query;
    private final List<Token> tokens = new ArrayList<>();

    private WatchTokens(String query) {
        this.query = query;
    }

    /** All of them, and an {@link Kind#END} after the last. */
    static List<Token> of(String query) throws WatchSyntaxException {
        WatchTokens cut = new WatchTokens(query);
        for (int at = 0; at < query.length(); ) {
            at = cut.next(at);
        }
        cut.tokens.add(new Token(Kind.END, "", query.length() + 1));
        return cut.tokens;
    }

    private int next(int at) throws WatchSyntaxException {
        char c = query.charAt(at);
        if (isSpace(c)) {
            return at + 1;
        }
        if (c == '(' || c == ')') {
            tokens.add(new Token(c == '(' ? Kind.OPEN : Kind.CLOSE, String.valueOf(c), at + 1));
            return at + 1;
        }
        return isQuote(c) ? phrase(at) : word(at);
    }

    private int phrase(int open) throws WatchSyntaxException {
        int close = open + 1;
        while (close < query.length() && !isQuote(query.charAt(close))) {
            close++;
        }
        if (close == query.length()) {
            throw new WatchSyntaxException(
                    open + 1, "a quotation mark is opened and not closed; put one at the end of the phrase");
        }
        tokens.add(new Token(Kind.PHRASE, query.substring(open + 1, close), open + 1));
        return close + 1;
    }

    private int word(int start) {
        int end = start;
        while (end < query.length() && !endsWord(query.charAt(end))) {
            end++;
        }
        tokens.add(new Token(Kind.WORD, query.substring(start, end), start + 1));
        return end;
    }

    private static boolean endsWord(char c) {
        return isSpace(c) || c == '(' || c == ')' || isQuote(c);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }
}
