package org.bellwether.ingest.fetch;

/** Byte counts in words. */
final class Sizes {

    private Sizes() {}

    static String shown(long bytes) {
        if (bytes >= 1 << 20) {
            return bytes / (1 << 20) + " MiB";
        }
        return bytes >= 1 << 10 ? bytes / (1 << 10) + " KiB" : bytes + " bytes";
    }
}
