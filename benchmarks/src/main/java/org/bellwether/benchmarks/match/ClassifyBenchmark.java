package org.bellwether.benchmarks.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bellwether.benchmarks.match.NewsCorpus.News;
import org.bellwether.classify.Article;
import org.bellwether.classify.Classification;
import org.bellwether.classify.Classifier;
import org.bellwether.classify.match.Hits;
import org.bellwether.classify.text.AnalysedText;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Time one item takes to be analysed, matched against the shipped taxonomy, and classified. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ClassifyBenchmark {

    @Param({"headline", "article"})
    public String shape = "headline";

    @Param({"en", "ko"})
    public String language = "en";

    private final Classifier classifier = Prepared.classifier();
    private final List<AnalysedText[]> analysed = new ArrayList<>();
    private List<News> news = List.of();
    private int next;

    @Setup
    public void prepare() {
        news = NewsCorpus.of(language, shape);
        news.forEach(one -> analysed.add(analyse(one)));
    }

    @Benchmark
    public AnalysedText[] analyse() {
        return analyse(news.get(next()));
    }

    @Benchmark
    public Hits[] matchTaxonomy() {
        AnalysedText[] item = analysed.get(next());
        return new Hits[] {
            classifier.taxonomy().matcher().match(item[0]),
            classifier.taxonomy().matcher().match(item[1])
        };
    }

    @Benchmark
    public Classification classify() {
        News one = news.get(next());
        return classifier.classify(
                new Article(one.title(), one.text(), Optional.of(language), Optional.empty(), Optional.empty()));
    }

    private AnalysedText[] analyse(News one) {
        return new AnalysedText[] {
            classifier.taxonomy().analyser().analyse(one.title()),
            classifier.taxonomy().analyser().analyse(one.text())
        };
    }

    private int next() {
        next = (next + 1) % news.size();
        return next;
    }
}
