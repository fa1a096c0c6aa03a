package org.bellwether.classify.text;

/**
 * The terms of one field in reading order. Particles, endings and punctuation carry no term, so that words joined by
 * them stand side by side.
 */
public final class AnalysedText {

    /** A field that says nothing. */
    public static final AnalysedText EMPTY = new AnalysedText("", new String[0], new int[0], new int[0], new int[0]);

    private final String original;
    private final String[] terms;
    private final int[] starts;
    private final int[] ends;
    private final int[] sentences;

    AnalysedText(String original, String[] terms, int[] starts, int[] ends, int[] sentences) {
        this.original = original;
        this.terms = terms;
        this.starts = starts;
        this.ends = ends;
        this.sentences = sentences;
    }

    /** The string as it was sent. */
    public String original() {
        return original;
    }

    /** How many terms there are. */
    public int size() {
        return terms.length;
    }

    /** The term at a position, from 0. */
    public String term(int position) {
        return terms[position];
    }

    /** First UTF-16 offset of the term in {@link #original()}. */
    public int start(int position) {
        return starts[position];
    }

    /** Offset after the last character of the term. */
    public int end(int position) {
        return ends[position];
    }

    /** Number of the sentence the term stands in, from 0. */
    public int sentence(int position) {
        return sentences[position];
    }

    /** The span of the original that the terms cover, both ends included. */
    public String slice(int first, int last) {
        return original.substring(starts[first], ends[last]);
    }
}
