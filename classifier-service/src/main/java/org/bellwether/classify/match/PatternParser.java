package org.bellwether.classify.match;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bellwether.classify.match.Pattern.AnyOf;
import org.bellwether.classify.match.Pattern.Further;
import org.bellwether.classify.match.Pattern.Near;
import org.bellwether.classify.match.Pattern.Prefix;
import org.bellwether.classify.match.Pattern.Sequence;
import org.bellwether.classify.match.Pattern.Unless;
import org.bellwether.classify.match.Pattern.Word;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.classify.text.TextAnalyser;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pattern language: {@code defence cost sharing} is a phrase, {@code denuclear*} a prefix, {@code {cut|reduce}} any
 * of, {@code @troops} a shared list, {@code a NEAR/5 b} both in one sentence with at most five terms between, {@code
 * a BEFORE/5 b} in this order, {@code a NOT NEAR/3 b} the first without the second close by. Phrases bind first; operators read
 * from left to right.
 *
 * <p>A chain {@code a NEAR/5 b NEAR/3 c} wants {@code c} within three terms of {@code a} or of {@code b}, be it beside or between
 * them; {@code … BEFORE/3 c} wants it after both. {@link Proximity} has the exact rule.
 */
public final class PatternParser {

    private static final int WIDEST_WINDOW = 100;
    private static final int DEEPEST = 16;

    private final TextAnalyser analyser;
    private final Function<String, @Nullable Pattern> lists;

    /** {@code lists} gives a shared list's pattern, or null where there is none of that name. */
    public PatternParser(TextAnalyser analyser, Function<String, @Nullable Pattern> lists) {
        this.analyser = analyser;
        this.lists = lists;
    }

    /**
     * Reads one pattern.
     *
     * @throws PatternSyntaxException naming what is wrong
     */
    public Pattern parse(String source) throws PatternSyntaxException {
        Reading reading = new Reading(PatternTokens.of(source));
        Pattern pattern = reading.expression(0);
        if (reading.next != null) {
            throw new PatternSyntaxException("'" + reading.next + "' does not belong here");
        }
        return pattern;
    }

    private final class Reading {
        private final PatternTokens tokens;
        private @Nullable String next;

        Reading(PatternTokens tokens) {
            this.tokens = tokens;
            this.next = tokens.next();
        }

        Pattern expression(int depth) throws PatternSyntaxException {
            if (depth > DEEPEST) {
                throw new PatternSyntaxException("more than " + DEEPEST + " levels of { }");
            }
            Pattern left = phrase(depth);
            boolean joined = false;
            while (next != null && PatternTokens.isOperator(next)) {
                boolean not = next.equals("NOT");
                String operator = not ? operatorAfterNot() : next;
                int distance = distance(operator);
                next = tokens.next();
                Pattern right = phrase(depth);
                boolean ordered = operator.startsWith("BEFORE");
                left = not
                        ? new Unless(left, right, distance)
                        : near(left, new Further(right, distance, ordered), joined);
                joined = !not;
            }
            return left;
        }

        /** A chain grows; what stands in braces is one part of another. */
        private static Near near(Pattern left, Further right, boolean joined) {
            if (joined && left instanceof Near chain) {
                List<Further> others = new ArrayList<>(chain.others());
                others.add(right);
                return new Near(chain.first(), others);
            }
            return new Near(left, List.of(right));
        }

        private String operatorAfterNot() throws PatternSyntaxException {
            String operator = tokens.next();
            if (operator == null || !operator.startsWith("NEAR/")) {
                throw new PatternSyntaxException("NOT is followed by NEAR/n");
            }
            return operator;
        }

        private static int distance(String operator) throws PatternSyntaxException {
            try {
                int distance = Integer.parseInt(operator.substring(operator.indexOf('/') + 1));
                if (distance >= 0 && distance <= WIDEST_WINDOW) {
                    return distance;
                }
            } catch (NumberFormatException e) {
                // said below, with the operator's text
            }
            throw new PatternSyntaxException(operator + ": the distance is a number from 0 to " + WIDEST_WINDOW);
        }

        private Pattern phrase(int depth) throws PatternSyntaxException {
            List<Pattern> parts = new ArrayList<>();
            StringBuilder words = new StringBuilder();
            while (next != null && !PatternTokens.isOperator(next) && !"|}*".contains(next)) {
                if (next.equals("{") || next.startsWith("@") || next.endsWith("*")) {
                    addWords(words, parts);
                    parts.add(next.equals("{") ? anyOf(depth) : single(next));
                } else {
                    words.append(words.isEmpty() ? "" : " ").append(next);
                }
                next = tokens.next();
            }
            addWords(words, parts);
            if (parts.isEmpty()) {
                throw new PatternSyntaxException(
                        "a word or phrase is missing" + (next == null ? "" : " before " + next));
            }
            return parts.size() == 1 ? parts.get(0) : new Sequence(parts);
        }

        private Pattern anyOf(int depth) throws PatternSyntaxException {
            List<Pattern> choices = new ArrayList<>();
            do {
                next = tokens.next();
                choices.add(expression(depth + 1));
            } while ("|".equals(next));
            if (next == null || !next.startsWith("}")) {
                throw new PatternSyntaxException("{ without }");
            }
            return next.equals("}") ? new AnyOf(choices) : openEnded(new AnyOf(choices));
        }

        /** {@code {a|b c}*} is {@code {a*|b c*}}. */
        private static Pattern openEnded(Pattern pattern) throws PatternSyntaxException {
            if (pattern instanceof Word word) {
                return new Prefix(word.term());
            }
            if (pattern instanceof Sequence sequence) {
                List<Pattern> parts = new ArrayList<>(sequence.parts());
                int last = parts.size() - 1;
                parts.set(last, openEnded(parts.get(last)));
                return new Sequence(parts);
            }
            if (pattern instanceof AnyOf any) {
                List<Pattern> choices = new ArrayList<>();
                for (Pattern choice : any.choices()) {
                    choices.add(openEnded(choice));
                }
                return new AnyOf(choices);
            }
            if (pattern instanceof Prefix) {
                return pattern;
            }
            throw new PatternSyntaxException("}* ends a choice of words, not of NEAR");
        }

        private Pattern single(String token) throws PatternSyntaxException {
            if (token.startsWith("@")) {
                Pattern list = lists.apply(token.substring(1));
                if (list == null) {
                    throw new PatternSyntaxException("there is no list " + token);
                }
                return list;
            }
            AnalysedText start = analyser.analyse(token.substring(0, token.length() - 1));
            if (start.size() == 0) {
                throw new PatternSyntaxException("a prefix of no letters would match every word");
            }
            return new Prefix(start.original().toLowerCase(java.util.Locale.ROOT));
        }

        private void addWords(StringBuilder words, List<Pattern> parts) throws PatternSyntaxException {
            if (words.isEmpty()) {
                return;
            }
            AnalysedText analysed = analyser.analyse(words.toString());
            if (analysed.size() == 0) {
                throw new PatternSyntaxException("'" + words + "' does not survive analysis");
            }
            for (int i = 0; i < analysed.size(); i++) {
                parts.add(new Word(analysed.term(i)));
            }
            words.setLength(0);
        }
    }
}
