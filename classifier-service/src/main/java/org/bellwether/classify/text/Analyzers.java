package org.bellwether.classify.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.dict.UserDictionary;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.util.AttributeFactory;
import org.jspecify.annotations.Nullable;

/** The two chains of Lucene filters; each stems English, because Korean text quotes it. */
final class Analyzers {

    private Analyzers() {}

    static Analyzer english() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String fieldName) {
                Tokenizer source = new StandardTokenizer();
                return new TokenStreamComponents(
                        source, stemmed(new EnglishPossessiveFilter(new LowerCaseFilter(source))));
            }
        };
    }

    /** Compounds come apart into their parts, so that {@code 정상회담} and {@code 정상 회담} are the same two terms. */
    static Analyzer korean(Collection<TaughtWord> words) {
        UserDictionary dictionary = dictionary(words);
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String fieldName) {
                Tokenizer source = new KoreanTokenizer(
                        AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY,
                        dictionary,
                        KoreanTokenizer.DecompoundMode.DISCARD,
                        false,
                        true);
                return new TokenStreamComponents(source, stemmed(new LowerCaseFilter(source)));
            }
        };
    }

    /** The first stemmer leaves the plurals its lexicon lists as words, {@code troops} and {@code talks} among them. */
    private static TokenStream stemmed(TokenStream terms) {
        return new EnglishMinimalStemFilter(new KStemFilter(terms));
    }

    private static @Nullable UserDictionary dictionary(Collection<TaughtWord> words) {
        if (words.isEmpty()) {
            return null;
        }
        try {
            String lines = words.stream().map(TaughtWord::line).sorted().collect(Collectors.joining("\n"));
            return UserDictionary.open(new StringReader(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
