package org.bellwether.classify.linear;

/**
 * Names features by 64-bit keys: FNV-1a over the characters (Fowler, Noll, Vo), then the finaliser of SplitMix64 (Steele et al.
 * 2014) over key and kind. Of a million features, two share a key with a probability of some 3 in 10⁸.
 */
public final class FeatureKey {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private FeatureKey() {}

    /** Of a word. */
    public static long of(CharSequence word) {
        return of(word, 0, word.length());
    }

    /** Of a part of a text, {@code end} excluded. */
    public static long of(CharSequence text, int start, int end) {
        long hash = OFFSET;
        for (int i = start; i < end; i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return mixed(hash);
    }

    /** Of two in this order; a kind is a key too. */
    public static long of(long first, long second) {
        return mixed(first * 31 + second);
    }

    private static long mixed(long key) {
        long z = key + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
