package org.bellwether.ingest.item;

import java.util.Locale;

/**
 * Which item an entry is.
 *
 * @param id 32 hex digits, the same for every version and every polling
 * @param basis what it rests on
 */
public record Identity(String id, Basis basis) {

    private static final int HEX_DIGITS = 32;

    /** What an identity rests on. */
    public enum Basis {
        /** The guid or atom:id, within its feed. */
        GUID,
        /** The canonical address, whoever carries it. */
        URL,
        /** Title and text within all feeds of one owner. */
        CONTENT
    }

    static Identity of(Basis basis, String key) {
        return new Identity(hash(basis.name().toLowerCase(Locale.ROOT), key), basis);
    }

    /** Under which it is noted that, in this feed, an identity is that of several articles. */
    static String sharedIn(String feedId, String id) {
        return hash("shared", feedId + "|" + id);
    }

    private static String hash(String kind, String key) {
        return Sha256.hex(kind + "|" + key).substring(0, HEX_DIGITS);
    }
}
