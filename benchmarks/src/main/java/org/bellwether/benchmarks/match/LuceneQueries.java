package org.bellwether.benchmarks.match;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
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
import org.bellwether.classify.watch.Clause;
import org.bellwether.classify.watch.Clause.Scope;

/** Watches and items as Lucene takes them: plain term queries where there is nothing positional. */
final class LuceneQueries {

    private static final int MOST_EXPANSIONS = 1_000;

    private LuceneQueries() {}

    static Document document(Item item) {
        Document document = new Document();
        document.add(new TextField("title", new Terms(item.title())));
        document.add(new TextField("text", new Terms(item.text())));
        document.add(new StringField("lang", item.language(), Field.Store.NO));
        item.sources().forEach(source -> document.add(new StringField("source", source, Field.Store.NO)));
        return document;
    }

    static Query of(Clause clause) {
        if (clause instanceof Clause.All all) {
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            for (Clause each : all.clauses()) {
                if (each instanceof Clause.Not not) {
                    query.add(of(not.clause()), Occur.MUST_NOT);
                } else {
                    query.add(of(each), Occur.MUST);
                }
            }
            return query.build();
        }
        if (clause instanceof Clause.Any any) {
            return anyOf(any.clauses().stream().map(LuceneQueries::of));
        }
        if (clause instanceof Clause.Not not) {
            return new BooleanQuery.Builder()
                    .add(new MatchAllDocsQuery(), Occur.MUST)
                    .add(of(not.clause()), Occur.MUST_NOT)
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
                        || field.equals(words.scope() == Scope.TITLE ? "title" : "text"))
                .map(field -> of(field, words.pattern())));
    }

    private static Query anyOf(Stream<Query> choices) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        choices.forEach(choice -> query.add(choice, Occur.SHOULD));
        return query.build();
    }

    private static Query of(String field, Pattern pattern) {
        if (pattern instanceof Word word) {
            return new TermQuery(new Term(field, word.term()));
        }
        if (pattern instanceof Prefix prefix) {
            return new PrefixQuery(new Term(field, prefix.start()));
        }
        if (pattern instanceof AnyOf any) {
            return anyOf(any.choices().stream().map(choice -> of(field, choice)));
        }
        return new IntervalQuery(field, source(pattern));
    }

    private static IntervalsSource source(Pattern pattern) {
        if (pattern instanceof Word word) {
            return Intervals.term(word.term());
        }
        if (pattern instanceof Prefix prefix) {
            return Intervals.prefix(new BytesRef(prefix.start()), MOST_EXPANSIONS);
        }
        if (pattern instanceof AnyOf any) {
            return Intervals.or(sources(any.choices()));
        }
        if (pattern instanceof Sequence sequence) {
            return Intervals.phrase(
                    sequence.parts().stream().map(LuceneQueries::source).toArray(IntervalsSource[]::new));
        }
        Near near = (Near) pattern;
        Further other = near.others().get(0);
        IntervalsSource left = source(near.first());
        IntervalsSource right = source(other.part());
        return Intervals.maxgaps(
                other.distance(),
                other.ordered() ? Intervals.ordered(left, right) : Intervals.unorderedNoOverlaps(left, right));
    }

    private static IntervalsSource[] sources(List<Pattern> patterns) {
        return patterns.stream().map(LuceneQueries::source).toArray(IntervalsSource[]::new);
    }

    /** A field that is analysed already. */
    private static final class Terms extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final Iterator<String> terms;

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
