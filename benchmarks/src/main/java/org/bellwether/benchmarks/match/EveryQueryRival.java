package org.bellwether.benchmarks.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.bellwether.classify.watch.WatchQuery;

/** Each query run over the one item, in an index in memory. */
final class EveryQueryRival implements Rival {

    private final Map<String, Query> queries = new TreeMap<>();

    EveryQueryRival(Map<String, WatchQuery> watches) {
        watches.forEach((id, query) -> queries.put(id, LuceneQueries.of(query.clause())));
    }

    @Override
    public List<String> match(Item item) {
        IndexSearcher searcher = MemoryIndex.fromDocument(LuceneQueries.document(item), new KeywordAnalyzer())
                .createSearcher();
        searcher.setQueryCache(null);
        List<String> matched = new ArrayList<>();
        try {
            for (Map.Entry<String, Query> query : queries.entrySet()) {
                if (searcher.count(query.getValue()) > 0) {
                    matched.add(query.getKey());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return matched;
    }
}
