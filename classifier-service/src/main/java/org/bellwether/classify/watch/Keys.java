package org.bellwether.classify.watch;

/**
 * What an item may hold, each thing as a number: a term, a term in the title, two terms side by side, the first letters
 * of a term, a language, a source. Two things may share a number; a query filed under it is evaluated in vain then.
 */
final class Keys {

    /** Of a longer prefix only so many letters are a key, to look up few of them per term. */
    static final int LONGEST_PREFIX = 5;

    static final int SHORTEST_PREFIX = 2;

    private static final int TITLE = 0x51ed270b;
    private static final int PAIR = 0x2545f491;
    private static final int PREFIX = 0x1b873593;
    private static final int LANGUAGE = 0x38b34ae5;
    private static final int SOURCE = 0x7feb352d;

    private Keys() {}

    static int term(String term) {
        return mixed(term.hashCode());
    }

    static int titled(String term) {
        return mixed(term.hashCode() ^ TITLE);
    }

    static int pair(String left, String right) {
        return mixed((left.hashCode() * 31 ^ PAIR) + right.hashCode());
    }

    static int prefix(String start) {
        int length = Math.min(LONGEST_PREFIX, start.length());
        return prefix(length, start.substring(0, length).hashCode());
    }

    /** By the hash that {@link String#hashCode} defines for the first letters. */
    static int prefix(int length, int hash) {
        return mixed(hash ^ PREFIX * length);
    }

    static int language(String tag) {
        return mixed(tag.hashCode() ^ LANGUAGE);
    }

    static int source(String id) {
        return mixed(id.hashCode() ^ SOURCE);
    }

    static int id(String id) {
        return mixed(id.hashCode());
    }

    /** The finalizer of MurmurHash3 (Appleby, public domain): every bit of the hash sways every bit of the key. */
    private static int mixed(int hash) {
        int h = hash;
        h = (h ^ h >>> 16) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return h ^ h >>> 16;
    }
}
