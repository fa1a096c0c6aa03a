package org.bellwether.classify.watch;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.bellwether.classify.match.Pattern;
import org.bellwether.classify.match.Pattern.AnyOf;
import org.bellwether.classify.match.Pattern.Further;
import org.bellwether.classify.match.Pattern.Near;
import org.bellwether.classify.match.Pattern.Prefix;
import org.bellwether.classify.match.Pattern.Sequence;
import org.bellwether.classify.match.Pattern.Word;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.classify.watch.Clause.Scope;

/** The same queries by Lucene Monitor, over the same analysed terms: an oracle that others wrote. */
final class LuceneMonitor implements Closeable {

    private final Monitor monitor;

    LuceneMonitor(Map<String, WatchQuery> watches) throws IOException {
        monitor =
                new Monitor(new KeywordAnalyzer(), new MultipassTermFilteredPresearcher(2), new MonitorConfiguration());
        List<MonitorQuery> queries = new ArrayList<>();
        watches.forEach((id, query) -> queries.add(new MonitorQuery(id, query(query.clause()))));
        monitor.register(queries);
    }

    /** Ids, sorted. */
    List<String> match(PlainQueries item) throws IOException {
        Document document = new Document();
        document.add(new TextField("title", new Terms(item.title())));
        document.add(new TextField("text", new Terms(item.text())));
        document.add(new StringField("lang", item.language(), Field.Store.NO));
        item.sources().forEach(source -> document.add(new StringField("source", source, Field.Store.NO)));
        return monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatches().stream()
                .map(QueryMatch::getQueryId)
                .sorted()
                .toList();
    }

    @Override
    public void close() throws IOException {
        monitor.close();
    }

    private static Query query(Clause clause) {
        if (clause instanceof Clause.All all) {
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            all.clauses().forEach(each -> query.add(query(each), Occur.MUST));
            return query.build();
        }
        if (clause instanceof Clause.Any any) {
            return anyOf(any.clauses().stream().map(LuceneMonitor::query));
        }
        if (clause instanceof Clause.Not not) {
            return new BooleanQuery.Builder()
                    .add(new MatchAllDocsQuery(), Occur.MUST)
                    .add(query(not.clause()), Occur.MUST_NOT)
                    .build();
        }
        if (clause instanceof Clause.Language language) {
            return new TermQuery(new Term("lang", language.tag()));
        }
        if (clause instanceof Clause.Source source) {
            return new TermQuery(new Term("source", source.id()));
        }
        Clause.Words words = (Clause.Words) clause;
        return anyOf(Stream.of("title", "text")
                .filter(field -> words.scope() == Scope.ANYWHERE
                        || field.equalsIgnoreCase(words.scope().name()))
                .map(field -> new IntervalQuery(field, source(words.pattern()))));
    }

    private static Query anyOf(Stream<? extends Query> choices) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        choices.forEach(choice -> query.add(choice, Occur.SHOULD));
        return query.build();
    }

    private static IntervalsSource source(Pattern pattern) {
        if (pattern instanceof Word word) {
            return Intervals.term(word.term());
        }
        if (pattern instanceof Prefix prefix) {
            return Intervals.prefix(new BytesRef(prefix.start()), 1_000);
        }
        if (pattern instanceof AnyOf any) {
            return Intervals.or(sources(any.choices()));
        }
        if (pattern instanceof Sequence sequence) {
            return Intervals.phrase(sources(sequence.parts()));
        }
        Near near = (Near) pattern;
        if (near.others().size() > 1) {
            return chain(near);
        }
        Further other = near.others().get(0);
        IntervalsSource left = source(near.first());
        IntervalsSource right = other(other.part());
        return Intervals.maxgaps(
                other.distance(),
                other.ordered() ? Intervals.ordered(left, right) : Intervals.unorderedNoOverlaps(left, right));
    }

    private static IntervalsSource[] sources(List<Pattern> patterns) {
        return patterns.stream().map(LuceneMonitor::source).toArray(IntervalsSource[]::new);
    }

    /**
     * The second of two. Where it is the same as the first, Lucene 9.11 takes both for one that repeats, and counts each as one
     * word of the gap, however many it has; the choice of a term that stands nowhere keeps the two apart.
     */
    private static IntervalsSource other(Pattern pattern) {
        if (pattern instanceof AnyOf any) {
            return Intervals.or(any.choices().stream().map(LuceneMonitor::other).toArray(IntervalsSource[]::new));
        }
        IntervalsSource source = source(pattern);
        return pattern instanceof Word || pattern instanceof Prefix
                ? source
                : Intervals.or(false, source, Intervals.term("\u0000"));
    }

    /** Of three different words in any order: the second is by the first, the third by either. */
    private static IntervalsSource chain(Near near) {
        IntervalsSource first = source(near.first());
        IntervalsSource second = source(near.others().get(0).part());
        IntervalsSource third = source(near.others().get(1).part());
        int distance = near.others().get(0).distance() + 1;
        int further = near.others().get(1).distance() + 1;
        return Intervals.or(
                Intervals.within(Intervals.within(first, distance, second), further, third),
                Intervals.within(Intervals.within(second, distance, first), further, third));
    }

    /** A field that is analysed already. */
    private static final class Terms extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final java.util.Iterator<String> terms;

        Terms(AnalysedText text) {
            this.terms = IntStream.range(0, text.size()).mapToObj(text::term).iterator();
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (terms.hasNext()) {
                term.append(terms.next());
                return true;
            }
            return false;
        }
    }
}
