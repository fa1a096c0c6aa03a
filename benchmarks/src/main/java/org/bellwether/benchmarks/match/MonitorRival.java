package org.bellwether.benchmarks.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.bellwether.classify.watch.WatchQuery;

/** Lucene Monitor with its presearcher of several passes. */
final class MonitorRival implements Rival {

    private static final int PASSES = 4;

    private final Monitor monitor;

    MonitorRival(Map<String, WatchQuery> watches) {
        try {
            monitor = new Monitor(
                    new KeywordAnalyzer(), new MultipassTermFilteredPresearcher(PASSES), new MonitorConfiguration());
            List<MonitorQuery> queries = new ArrayList<>();
            watches.forEach((id, query) -> queries.add(new MonitorQuery(id, LuceneQueries.of(query.clause()))));
            monitor.register(queries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> match(Item item) {
        try {
            return monitor.match(LuceneQueries.document(item), QueryMatch.SIMPLE_MATCHER).getMatches().stream()
                    .map(QueryMatch::getQueryId)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
