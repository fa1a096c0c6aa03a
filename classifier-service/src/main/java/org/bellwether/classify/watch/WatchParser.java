package org.bellwether.classify.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.bellwether.classify.match.Pattern;
import org.bellwether.classify.match.Pattern.Further;
import org.bellwether.classify.text.TextAnalyser;
import org.bellwether.classify.watch.Clause.Scope;
import org.bellwether.classify.watch.WatchTokens.Kind;
import org.bellwether.classify.watch.WatchTokens.Token;

/**
 * Reads subscribers' queries.
 *
 * <p>{@code word} (inflections, particles and Hanja as in texts), {@code "a phrase"}, {@code prefix*} (two letters at least), {@code
 * a AND b} or just {@code a b}, {@code a OR b}, {@code NOT a} or {@code -a}, {@code a NEAR/5 b} (at most five terms between, whatever
 * full stops), {@code a ONEAR/5 b} (in this order), {@code ( )}, {@code title:} and {@code text:} before a word, phrase or bracket,
 * {@code lang:ko}, {@code source:yonhap}. NEAR binds first, then NOT, AND, OR. Operators are written in capitals; {@code and} is a word.
 * A chain of NEAR is read as in {@link org.bellwether.classify.match.Proximity}, without its sentences.
 *
 * <p>Every query must ask for something that an item holds: what only says NOT is refused. Safe for any number of threads.
 */
public final class WatchParser {

    static final int LONGEST_QUERY = 5_000;
    static final int MOST_TERMS = 100;
    static final int DEEPEST = 32;
    static final int WIDEST_WINDOW = 100;

    private static final java.util.regex.Pattern FIELD = java.util.regex.Pattern.compile("([A-Za-z]+):(?!//)(.*)");
    private static final java.util.regex.Pattern NEAR = java.util.regex.Pattern.compile("(O?)NEAR(?:/(\\d{1,9}))?");
    private static final java.util.regex.Pattern LANGUAGE = java.util.regex.Pattern.compile("[a-z]{2,3}(-[a-z0-9]+)*");

    private final WatchWords words;

    /** Words are analysed as texts are. */
    public WatchParser(TextAnalyser analyser) {
        this.words = new WatchWords(analyser);
    }

    /**
     * Reads one query.
     *
     * @throws WatchSyntaxException naming the column, what is wrong there and what to write instead
     */
    public WatchQuery parse(String query) throws WatchSyntaxException {
        if (query.length() > LONGEST_QUERY) {
            throw new WatchSyntaxException(
                    LONGEST_QUERY + 1, "the query is longer than " + LONGEST_QUERY + " characters; make several of it");
        }
        Clause clause = new Reading(WatchTokens.of(query)).whole();
        if (Required.of(clause).isNothing()) {
            throw new WatchSyntaxException(
                    1, "it would match whatever does not hold a word; ask for at least one word that must be there");
        }
        return new WatchQuery(query, clause);
    }

    private final class Reading {
        private final List<Token> tokens;
        private int at;
        private int terms;
        private int depth;

        Reading(List<Token> tokens) {
            this.tokens = tokens;
        }

        private Token next() {
            return tokens.get(at);
        }

        Clause whole() throws WatchSyntaxException {
            if (next().kind() == Kind.END) {
                throw new WatchSyntaxException(1, "the query is empty; write at least one word");
            }
            Clause clause = alternatives(Scope.ANYWHERE);
            if (next().kind() == Kind.CLOSE) {
                throw refuse("this bracket closes none; take it away or open one before");
            }
            return clause;
        }

        private WatchSyntaxException refuse(String message) {
            return new WatchSyntaxException(next().column(), message);
        }

        private Clause alternatives(Scope scope) throws WatchSyntaxException {
            List<Clause> choices = new ArrayList<>();
            choices.add(conjunction(scope));
            while (next().is("OR")) {
                at++;
                choices.add(conjunction(scope));
            }
            return choices.size() == 1 ? choices.get(0) : new Clause.Any(choices);
        }

        private Clause conjunction(Scope scope) throws WatchSyntaxException {
            List<Clause> parts = new ArrayList<>();
            parts.add(negation(scope));
            while (next().kind() != Kind.END && next().kind() != Kind.CLOSE && !next().is("OR")) {
                if (next().is("AND")) {
                    at++;
                }
                parts.add(negation(scope));
            }
            return parts.size() == 1 ? parts.get(0) : new Clause.All(parts);
        }

        private Clause negation(Scope scope) throws WatchSyntaxException {
            if (next().is("NOT") || isMinusBefore(tokens.get(Math.min(at + 1, tokens.size() - 1)))) {
                at++;
                enter();
                Clause clause = new Clause.Not(negation(scope));
                depth--;
                return clause;
            }
            String text = next().text();
            if (next().kind() == Kind.WORD && text.startsWith("-") && text.length() > 1) {
                tokens.set(at, new Token(Kind.WORD, text.substring(1), next().column() + 1));
                return new Clause.Not(chain(scope));
            }
            return chain(scope);
        }

        private boolean isMinusBefore(Token following) {
            return next().is("-") && following.column() == next().column() + 1;
        }

        private void enter() throws WatchSyntaxException {
            if (++depth > DEEPEST) {
                throw refuse("more than " + DEEPEST + " levels of brackets or NOT; make several watches of it");
            }
        }

        private Clause chain(Scope scope) throws WatchSyntaxException {
            Token begin = next();
            Clause first = primary(scope);
            if (!isNear(next())) {
                return first;
            }
            Clause.Words start = positional(first, begin);
            List<Further> others = new ArrayList<>();
            while (isNear(next())) {
                Token operator = next();
                Matcher near = NEAR.matcher(operator.text());
                int distance = distance(near, operator);
                at++;
                Token place = next();
                Clause.Words other = positional(primary(scope), place);
                if (other.scope() != start.scope()) {
                    throw new WatchSyntaxException(
                            operator.column(),
                            "both sides of NEAR must be looked for in the same field; write title:(a NEAR/5 b)");
                }
                others.add(new Further(other.pattern(), distance, !near.group(1).isEmpty()));
            }
            return new Clause.Words(new Pattern.Near(start.pattern(), others), start.scope());
        }

        private boolean isNear(Token token) {
            return token.kind() == Kind.WORD && NEAR.matcher(token.text()).matches();
        }

        private int distance(Matcher near, Token operator) throws WatchSyntaxException {
            if (near.matches() && near.group(2) != null) {
                int distance = Integer.parseInt(near.group(2));
                if (distance <= WIDEST_WINDOW) {
                    return distance;
                }
            }
            throw new WatchSyntaxException(
                    operator.column(), "NEAR takes a number of terms up to " + WIDEST_WINDOW + "; write NEAR/5");
        }

        /** What can stand beside NEAR: words, phrases, prefixes, what is NEAR already, and a choice of such in one field. */
        private Clause.Words positional(Clause clause, Token place) throws WatchSyntaxException {
            if (clause instanceof Clause.Words single) {
                return single;
            }
            if (clause instanceof Clause.Any any) {
                List<Pattern> patterns = new ArrayList<>();
                Scope scope = null;
                for (Clause choice : any.clauses()) {
                    Clause.Words each = positional(choice, place);
                    if (scope != null && each.scope() != scope) {
                        throw new WatchSyntaxException(place.column(), "NEAR needs all of this in one field");
                    }
                    scope = each.scope();
                    patterns.add(each.pattern());
                }
                if (scope != null) {
                    return new Clause.Words(new Pattern.AnyOf(patterns), scope);
                }
            }
            throw new WatchSyntaxException(
                    place.column(),
                    "NEAR joins words, phrases and brackets of them with OR; use AND for anything else");
        }

        private Clause primary(Scope scope) throws WatchSyntaxException {
            Token token = next();
            if (token.kind() == Kind.OPEN) {
                return group(scope);
            }
            if (token.kind() == Kind.END || token.kind() == Kind.CLOSE || isOperator(token)) {
                throw refuse(missing(token));
            }
            Matcher field = FIELD.matcher(token.text());
            if (token.kind() == Kind.WORD && field.matches()) {
                return field(scope, field.group(1).toLowerCase(Locale.ROOT), field.group(2));
            }
            at++;
            return words(token, scope);
        }

        private String missing(Token token) {
            String before = at == 0 ? "" : " after " + tokens.get(at - 1).text();
            return token.kind() == Kind.END
                    ? "a word is missing" + before + "; write one"
                    : "a word is missing" + before + ", before " + token.text() + "; write one, or put " + token.text()
                            + " in quotation marks to look for it";
        }

        private boolean isOperator(Token token) {
            return token.is("AND") || token.is("OR") || token.is("NOT") || isNear(token);
        }

        private Clause group(Scope scope) throws WatchSyntaxException {
            int column = next().column();
            enter();
            at++;
            Clause clause = alternatives(scope);
            if (next().kind() != Kind.CLOSE) {
                throw new WatchSyntaxException(column, "this bracket is not closed; put ) where it ends");
            }
            at++;
            depth--;
            return clause;
        }

        private Clause field(Scope scope, String name, String value) throws WatchSyntaxException {
            int column = next().column();
            if (value.isEmpty()) {
                at++;
            } else {
                tokens.set(at, new Token(Kind.WORD, value, column + name.length() + 1));
            }
            switch (name) {
                case "title", "text" -> {
                    Scope wanted = name.equals("title") ? Scope.TITLE : Scope.TEXT;
                    if (scope != Scope.ANYWHERE && scope != wanted) {
                        throw new WatchSyntaxException(column, name + ": stands within the other field's brackets");
                    }
                    return primary(wanted);
                }
                case "lang" -> {
                    String tag = value(name).toLowerCase(Locale.ROOT);
                    if (!LANGUAGE.matcher(tag).matches()) {
                        throw new WatchSyntaxException(column, "lang: takes a language's code, such as ko or en");
                    }
                    return new Clause.Language(tag);
                }
                case "source" -> {
                    return new Clause.Source(value(name).toLowerCase(Locale.ROOT));
                }
                default ->
                    throw new WatchSyntaxException(
                            column,
                            "there is no field '" + name
                                    + "'; use title, text, lang or source, or quotation marks to look for a colon");
            }
        }

        private String value(String name) throws WatchSyntaxException {
            Token token = next();
            if ((token.kind() != Kind.WORD && token.kind() != Kind.PHRASE)
                    || token.text().isBlank()) {
                throw refuse(name + ": needs a value right after the colon");
            }
            if (++terms > MOST_TERMS) {
                throw refuse("more than " + MOST_TERMS + " words; make several watches of it");
            }
            at++;
            return token.text().strip();
        }

        private Clause words(Token token, Scope scope) throws WatchSyntaxException {
            String text = token.text();
            if (WatchWords.hasShortPrefix(text)) {
                throw new WatchSyntaxException(
                        token.column(), "'" + text + "' would match too much; write at least two letters before the *");
            }
            List<Pattern> parts = words.phrase(text);
            if (parts.isEmpty()) {
                throw new WatchSyntaxException(
                        token.column(), "'" + text + "' holds nothing that is searched for; write a word");
            }
            terms += count(parts);
            if (terms > MOST_TERMS) {
                throw new WatchSyntaxException(
                        token.column(), "more than " + MOST_TERMS + " words; make several watches of it");
            }
            return new Clause.Words(parts.size() == 1 ? parts.get(0) : new Pattern.Sequence(parts), scope);
        }

        /** Words as texts have them; of the several ways in which a Korean one may come out, the longest. */
        private static int count(List<Pattern> parts) {
            return parts.stream().mapToInt(Reading::count).sum();
        }

        private static int count(Pattern part) {
            if (part instanceof Pattern.Sequence sequence) {
                return count(sequence.parts());
            }
            return part instanceof Pattern.AnyOf any
                    ? any.choices().stream().mapToInt(Reading::count).max().orElse(0)
                    : 1;
        }
    }
}
