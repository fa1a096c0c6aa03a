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

    /** What an identity rests on, the most trustworthy first. */
    public enum Basis {
        /** The guid or atom:id, within its feed. */
        GUID,
        /** The canonical address, whoever carries it. */
        URL,
        /** Title and text within all feeds of one owner. */
        CONTENT
    }

    static Identity of(Basis basis, String key) {
        return new Identity(
                Sha256.hex(basis.name().toLowerCase(Locale.ROOT) + "|" + key).substring(0, HEX_DIGITS), basis);
    }
}
