package org.bellwether.benchmarks.match;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bellwether.benchmarks.match.NewsCorpus.News;
import org.bellwether.classify.text.TextAnalyser;
import org.bellwether.classify.watch.WatchParser;
import org.bellwether.classify.watch.WatchQuery;
import org.bellwether.classify.watch.WatchSyntaxException;

/** The farm's watches, read. */
final class Watches {

    private Watches() {}

    /** So many, the first of them always the same. */
    static List<WatchQuery> of(String language, int count, TextAnalyser analyser) {
        List<News> news = NewsCorpus.earlier(language);
        WatchFarm farm = new WatchFarm(
                news.stream()
                        .flatMap(one -> Stream.of(analyser.analyse(one.title()), analyser.analyse(one.text())))
                        .toList(),
                language);
        WatchParser parser = new WatchParser(analyser);
        List<WatchQuery> queries = new ArrayList<>();
        farm.queries(count, query -> {
            try {
                return queries.add(parser.parse(query));
            } catch (WatchSyntaxException e) {
                // a particle alone, say: what a subscriber would be told, and write another
                return false;
            }
        });
        return queries;
    }
}
