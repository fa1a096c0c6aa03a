package org.bellwether.classify.text;

import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;

/** Cuts text into comparable terms. Thread-safe. */
public final class TextAnalyser {

    /** What lies beyond is not read: no story is told only after so many characters, and time stays bounded. */
    public static final int LONGEST_READ_CHARS = 200_000;

    private final Analyzer english = Analyzers.english();
    private final TaughtKorean korean;

    private TextAnalyser(TaughtKorean korean) {
        this.korean = korean;
    }

    /** Knows Korean only as the dictionary of its library does. */
    public static TextAnalyser plain() {
        return new TextAnalyser(new TaughtKorean(List.of()));
    }

    /** Knows these Korean words too: whatever stands around one of them, it comes out as its parts. */
    public static TextAnalyser knowing(Collection<TaughtWord> koreanWords) {
        return new TextAnalyser(new TaughtKorean(koreanWords));
    }

    /** The terms of a text of any length and content; what is beyond {@link #LONGEST_READ_CHARS} is left unread. */
    public AnalysedText analyse(String original) {
        if (original.isEmpty()) {
            return AnalysedText.EMPTY;
        }
        String read = original.length() > LONGEST_READ_CHARS ? original.substring(0, LONGEST_READ_CHARS) : original;
        Folded folded = PressForm.fold(read);
        Terms terms = new Terms(folded, original);
        for (Token token : tokens(folded.text())) {
            if (token.isMeaningful()) {
                terms.add(token);
            }
        }
        return terms.build();
    }

    private List<Token> tokens(String text) {
        return Languages.hasKorean(text) ? korean.tokens(text) : Tokens.of(english, text);
    }
}
