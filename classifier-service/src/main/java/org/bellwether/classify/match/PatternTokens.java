package org.bellwether.classify.match;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The signs and words of a pattern in the order they stand. */
final class PatternTokens {

    private static final Pattern TOKEN = Pattern.compile("}\\*|[{}|]|[^\\s{}|]+");
    private static final Pattern OPERATOR = Pattern.compile("NOT|(?:NEAR|BEFORE)/\\S*");

    private final Deque<String> tokens;

    private PatternTokens(Deque<String> tokens) {
        this.tokens = tokens;
    }

    static PatternTokens of(String source) {
        Deque<String> tokens = new ArrayDeque<>();
        Matcher matcher = TOKEN.matcher(source);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return new PatternTokens(tokens);
    }

    @Nullable
    String next() {
        return tokens.poll();
    }

    static boolean isOperator(String token) {
        return OPERATOR.matcher(token).matches();
    }
}
