package org.bellwether.classify.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.bellwether.classify.text.TextAnalyser;

/** Any set of watches and any item: the index, every query by its definition, and Lucene Monitor tell the same ids. */
class WatchOracleTest {

    private static final TextAnalyser ANALYSER = TextAnalyser.plain();
    private static final WatchParser PARSER = new WatchParser(ANALYSER);
    private static final List<String> ENGLISH =
            List.of("Seoul", "pay", "payments", "troops", "cuts", "tariff", "cost-sharing", "the");
    private static final List<String> KOREAN = List.of("방위비", "분담금은", "미군을", "감축", "美", "한미", "협상에서", "주한미군");
    private static final List<String> SENTENCES = List.of(
            "Seoul rejects cuts to U.S. troops. Payments rise, the White House says",
            "한미, 방위비 분담금 협상 재개…주한미군 감축은 논외",
            "美 관세 tariff 협상에서 Seoul pays");

    @Property(tries = 600, seed = "20261102", shrinking = ShrinkingMode.BOUNDED)
    void everyQueryByItsDefinitionTellsTheSame(
            @ForAll("watches") List<String> written, @ForAll("items") List<PlainQueries> items) {
        Map<String, WatchQuery> watches = read(written);
        WatchIndex index = index(watches);

        for (PlainQueries item : items) {
            List<String> expected = watches.keySet().stream()
                    .filter(id -> item.holds(watches.get(id).clause()))
                    .toList();
            assertThat(index.match(watched(item))).as(said(item)).isEqualTo(expected);
        }
    }

    @Property(tries = 150, seed = "20261103", shrinking = ShrinkingMode.BOUNDED)
    void luceneMonitorTellsTheSame(
            @ForAll("luceneWatches") List<String> written, @ForAll("items") List<PlainQueries> items)
            throws IOException {
        Map<String, WatchQuery> watches = read(written);
        WatchIndex index = index(watches);

        try (LuceneMonitor monitor = new LuceneMonitor(watches)) {
            for (PlainQueries item : items) {
                assertThat(index.match(watched(item)))
                        .as(said(item)
                                + watches.values().stream()
                                        .map(WatchQuery::source)
                                        .toList())
                        .isEqualTo(monitor.match(item));
            }
        }
    }

    /** Ids are the queries themselves, so that a difference names them. */
    private static Map<String, WatchQuery> read(List<String> written) {
        Map<String, WatchQuery> watches = new TreeMap<>();
        for (String query : written) {
            try {
                watches.put(query, PARSER.parse(query));
            } catch (WatchSyntaxException e) {
                throw new AssertionError(query, e);
            }
        }
        return watches;
    }

    /** Some are added, taken back, and added again. */
    private static WatchIndex index(Map<String, WatchQuery> watches) {
        WatchIndex index = WatchIndex.EMPTY;
        for (Map.Entry<String, WatchQuery> watch : watches.entrySet()) {
            index = index.with(watch.getKey(), watch.getValue());
        }
        List<String> some = new ArrayList<>(watches.keySet()).subList(0, watches.size() / 2);
        for (String id : some) {
            index = index.without(id);
        }
        for (String id : some) {
            index = index.with(id, watches.get(id)).with(id, watches.get(id));
        }
        assertThat(index.size()).isEqualTo(watches.size());
        return index;
    }

    private static WatchedItem watched(PlainQueries item) {
        return WatchedItem.of(item.title(), item.text(), item.language(), item.sources());
    }

    private static String said(PlainQueries item) {
        return "'" + item.title().original() + "' / '" + item.text().original() + "' " + item.language()
                + item.sources();
    }

    @Provide
    Arbitrary<List<PlainQueries>> items() {
        Arbitrary<String> words = Arbitraries.oneOf(
                        Arbitraries.of(ENGLISH), Arbitraries.of(KOREAN), Arbitraries.of(".", "and", "이번", "…"))
                .list()
                .ofMaxSize(10)
                .map(list -> String.join(" ", list));
        Arbitrary<String> text = Arbitraries.oneOf(words, words, Arbitraries.of(SENTENCES));
        return Combinators.combine(
                        text,
                        text,
                        Arbitraries.of("en", "ko"),
                        Arbitraries.of(List.<String>of(), List.of("yonhap"), List.of("yonhap", "kbs")))
                .as((title, body, language, sources) ->
                        new PlainQueries(ANALYSER.analyse(title), ANALYSER.analyse(body), language, sources))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<String>> watches() {
        return query(false).list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<String>> luceneWatches() {
        return query(true).list().ofMinSize(1).ofMaxSize(8);
    }

    /** Something that must be there, and whatever else. */
    private static Arbitrary<String> query(boolean forLucene) {
        Arbitrary<String> must = Arbitraries.oneOf(positional(2, forLucene), fielded());
        return Arbitraries.oneOf(
                must,
                Combinators.combine(must, Arbitraries.of(" ", " AND "), clause(2, forLucene))
                        .as((left, and, right) -> left + and + right),
                Combinators.combine(must, must).as((left, right) -> left + " OR " + right));
    }

    private static Arbitrary<String> clause(int depth, boolean forLucene) {
        Arbitrary<String> leaf = Arbitraries.oneOf(positional(1, forLucene), fielded());
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<String> part = clause(depth - 1, forLucene);
        return Arbitraries.oneOf(
                leaf,
                part.map(negated -> "NOT (" + negated + ")"),
                leaf.map(negated -> "NOT " + negated),
                Combinators.combine(part, Arbitraries.of(" ", " AND ", " OR "), part)
                        .as((left, operator, right) -> "(" + left + operator + right + ")"));
    }

    private static Arbitrary<String> fielded() {
        return Arbitraries.oneOf(
                Arbitraries.of("lang:ko", "lang:EN", "source:yonhap", "source:kbs", "source:\"nobody here\""),
                Combinators.combine(Arbitraries.of("title:", "text:"), word()).as(String::concat),
                Combinators.combine(Arbitraries.of("title:", "text:"), near(word()))
                        .as((field, near) -> field + "(" + near + ")"));
    }

    private static Arbitrary<String> positional(int depth, boolean forLucene) {
        Arbitrary<String> word = word();
        Arbitrary<String> phrase =
                word.list().ofMinSize(2).ofMaxSize(3).map(words -> "\"" + String.join(" ", words) + "\"");
        if (depth == 0) {
            return Arbitraries.oneOf(word, word, phrase);
        }
        Arbitrary<String> part = positional(depth - 1, forLucene);
        Arbitrary<String> choice =
                part.list().ofMinSize(2).ofMaxSize(3).map(choices -> "(" + String.join(" OR ", choices) + ")");
        Arbitrary<String> chain = forLucene
                ? Combinators.combine(
                                Arbitraries.shuffle("Seoul", "pay", "troop", "감축", "tariff"), distance(), distance())
                        .as((words, one, two) -> words.get(0) + " NEAR/" + one + " " + words.get(1) + " NEAR/" + two
                                + " " + words.get(2))
                : Combinators.combine(near(part), operator(), part).as((left, near, right) -> left + near + right);
        return Arbitraries.oneOf(
                word, phrase, choice, near(Arbitraries.oneOf(word, phrase, choice)), chain.map(all -> "(" + all + ")"));
    }

    private static Arbitrary<String> near(Arbitrary<String> part) {
        return Combinators.combine(part, operator(), part).as((left, near, right) -> "(" + left + near + right + ")");
    }

    private static Arbitrary<String> operator() {
        return Combinators.combine(Arbitraries.of(" NEAR/", " ONEAR/"), distance())
                .as((operator, distance) -> operator + distance + " ");
    }

    private static Arbitrary<Integer> distance() {
        return Arbitraries.integers().between(0, 4);
    }

    private static Arbitrary<String> word() {
        return Arbitraries.oneOf(
                Arbitraries.of(ENGLISH),
                Arbitraries.of(KOREAN),
                Arbitraries.of("pay*", "tro*", "감축*", "주한미*", "다그*", "cutbac*", "주한미군감축", "nothing"));
    }
}
