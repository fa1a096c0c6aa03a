package org.bellwether.benchmarks.match;

import java.util.List;
import org.bellwether.benchmarks.match.NewsCorpus.News;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.classify.text.TextAnalyser;

/** What all rivals are given: an item that is analysed already. */
record Item(AnalysedText title, AnalysedText text, String language, List<String> sources) {

    static Item of(News news, String language, TextAnalyser analyser) {
        return new Item(
                analyser.analyse(news.title()), analyser.analyse(news.text()), language, List.of(news.publisher()));
    }
}
