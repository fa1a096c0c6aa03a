package org.bellwether.classify.watch;

/**
 * What an item may hold, each thing as a number of 64 bits: a term, a term in the title, two terms side by side, the first letters
 * of a term, a language, a source.
 *
 * <p>Queries are compared with items by these numbers alone, as following the letters of each word of each query through memory
 * is what finding watches would take most of its time for. Of a billion different words, the odds that any one shares its
 * number with any of 100,000 words that are watched for are 1 in 200,000.
 */
final class Keys {

    /** Of a longer prefix only so many letters are looked up, to look up few of them per term. */
    static final int LONGEST_PREFIX = 5;

    static final int SHORTEST_PREFIX = 2;

    /** No letters yet, for {@link #letter}; this and the others are digits of pi. */
    static final long NO_LETTERS = 0x243f6a8885a308d3L;

    private static final long TERM = 0x13198a2e03707344L;
    private static final long TITLE = 0xa4093822299f31d0L;
    private static final long PAIR = 0x082efa98ec4e6c89L;
    private static final long PREFIX = 0x452821e638d01377L;
    private static final long LANGUAGE = 0xbe5466cf34e90c6cL;
    private static final long SOURCE = 0xc0ac29b7c97c50ddL;
    private static final long ID = 0x3f84d5b5b5470917L;
    private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

    private Keys() {}

    static long term(String term) {
        return term(letters(term, term.length()));
    }

    /** By what {@link #letter} has come to. */
    static long term(long letters) {
        return mixed(letters ^ TERM);
    }

    /** Of a term that has this key. */
    static long titled(long term) {
        return mixed(term ^ TITLE);
    }

    /** Of two terms by their keys. */
    static long pair(long left, long right) {
        return mixed(Long.rotateLeft(left ^ PAIR, 23) + right);
    }

    /** Of the first letters of a term, of which there must be so many. */
    static long prefix(String term, int letters) {
        return prefix(letters(term, letters));
    }

    /** By what {@link #letter} has come to. */
    static long prefix(long letters) {
        return mixed(letters ^ PREFIX);
    }

    static long language(String tag) {
        return mixed(letters(tag, tag.length()) ^ LANGUAGE);
    }

    static long source(String id) {
        return mixed(letters(id, id.length()) ^ SOURCE);
    }

    static long id(String id) {
        return mixed(letters(id, id.length()) ^ ID);
    }

    private static long letters(String term, int count) {
        long letters = NO_LETTERS;
        for (int i = 0; i < count; i++) {
            letters = letter(letters, term.charAt(i));
        }
        return letters;
    }

    /** One more letter; different letters after the same ones never come to the same. */
    static long letter(long letters, char next) {
        long more = (letters ^ next) * MULTIPLIER;
        return more ^ more >>> 32;
    }

    /** The finalizer of MurmurHash3 (Appleby, public domain): every bit of the one sways every bit of the other. */
    private static long mixed(long bits) {
        long h = bits;
        h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }
}
