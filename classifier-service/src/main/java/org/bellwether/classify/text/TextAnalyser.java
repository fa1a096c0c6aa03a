package org.bellwether.classify.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Cuts text into comparable terms. Thread-safe. */
public final class TextAnalyser {

    /** What lies beyond is not read: no story is told only after so many characters, and time stays bounded. */
    public static final int LONGEST_READ_CHARS = 200_000;

    private static final Set<POS.Tag> SAY_NOTHING =
            Set.of(POS.Tag.E, POS.Tag.J, POS.Tag.SF, POS.Tag.SP, POS.Tag.SSC, POS.Tag.SSO, POS.Tag.SC, POS.Tag.SE);
    private static final Set<POS.Tag> ENDINGS =
            Set.of(POS.Tag.SY, POS.Tag.XSA, POS.Tag.XSV, POS.Tag.VCP, POS.Tag.VSV, POS.Tag.VX);
    private static final Map<String, String> PRESS_HANJA =
            Map.of("美", "미국", "北", "북한", "韓", "한국", "日", "일본", "中", "중국", "露", "러시아", "俄", "러시아", "南", "남한", "核", "핵");
    private static final String SENTENCE_MARKS = "!?\n。…";

    private final Analyzer english = Analyzers.english();
    private final Analyzer korean;

    private TextAnalyser(Analyzer korean) {
        this.korean = korean;
    }

    /** Knows Korean only as the dictionary of its library does. */
    public static TextAnalyser plain() {
        return new TextAnalyser(Analyzers.korean(List.of()));
    }

    /** Knows these Korean words too: whatever stands around one of them, it comes out as one term. */
    public static TextAnalyser knowing(Collection<String> koreanWords) {
        return new TextAnalyser(Analyzers.korean(koreanWords));
    }

    /** The terms of a text of any length and content; what is beyond {@link #LONGEST_READ_CHARS} is left unread. */
    public AnalysedText analyse(String original) {
        if (original.isEmpty()) {
            return AnalysedText.EMPTY;
        }
        String read = original.length() > LONGEST_READ_CHARS ? original.substring(0, LONGEST_READ_CHARS) : original;
        Folded folded = PressForm.fold(read);
        Analyzer analyzer = Languages.hasKorean(folded.text()) ? korean : english;
        Terms terms = new Terms(folded, original);
        try (TokenStream tokens = analyzer.tokenStream("", folded.text())) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            PartOfSpeechAttribute speech = tokens.getAttribute(PartOfSpeechAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (speech == null || isMeaningful(speech)) {
                    terms.add(term.toString(), offset.startOffset(), offset.endOffset());
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms.build();
    }

    private static boolean isMeaningful(PartOfSpeechAttribute speech) {
        POS.Tag tag = speech.getLeftPOS();
        return tag == null || !(SAY_NOTHING.contains(tag) || ENDINGS.contains(tag));
    }

    /** Grows the arrays of an {@link AnalysedText}. */
    private static final class Terms {
        private final Folded folded;
        private final String original;
        private String[] terms = new String[64];
        private int[] starts = new int[64];
        private int[] ends = new int[64];
        private int[] sentences = new int[64];
        private int size;

        Terms(Folded folded, String original) {
            this.folded = folded;
            this.original = original;
        }

        void add(String term, int from, int to) {
            if (size == terms.length) {
                int larger = size * 2;
                terms = Arrays.copyOf(terms, larger);
                starts = Arrays.copyOf(starts, larger);
                ends = Arrays.copyOf(ends, larger);
                sentences = Arrays.copyOf(sentences, larger);
            }
            terms[size] = canonical(term, from);
            starts[size] = folded.start(from);
            ends[size] = folded.end(to);
            sentences[size] = size == 0 ? 0 : sentences[size - 1] + (isBreak(ends[size - 1], starts[size]) ? 1 : 0);
            size++;
        }

        private String canonical(String term, int from) {
            if (term.length() == 1) {
                return PRESS_HANJA.getOrDefault(term, term);
            }
            if (term.equals("us") && folded.text().startsWith("US", from)) {
                return "usa";
            }
            return term.charAt(0) < 0x80 ? Spelling.american(term) : term;
        }

        private boolean isBreak(int end, int start) {
            for (int i = end; i < start; i++) {
                char c = original.charAt(i);
                boolean stop = c == '.' && i + 1 < original.length() && Character.isWhitespace(original.charAt(i + 1));
                if (SENTENCE_MARKS.indexOf(c) >= 0 || (stop && !Spelling.isAbbreviated(terms[size - 1]))) {
                    return true;
                }
            }
            return false;
        }

        AnalysedText build() {
            return new AnalysedText(
                    original,
                    Arrays.copyOf(terms, size),
                    Arrays.copyOf(starts, size),
                    Arrays.copyOf(ends, size),
                    Arrays.copyOf(sentences, size));
        }
    }
}
