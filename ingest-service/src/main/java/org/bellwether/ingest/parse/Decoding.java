package org.bellwether.ingest.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes read as one charset, whatever was broken in them.
 *
 * @param sound characters beyond ASCII that are none of those replaced
 */
record Decoding(String text, Charset charset, long sound, Faults faults) {

    /**
     * What is broken.
     *
     * @param places how many
     * @param bytes how many bytes they have
     * @param firstByte where the first is, counted from 0
     * @param firstLine the line it is in, counted from 1
     * @param korean how many of the places are whole texts that were read as EUC-KR
     */
    record Faults(int places, int bytes, int firstByte, int firstLine, int korean) {}

    boolean isWhole() {
        return faults.places() == 0;
    }

    /** The part of the characters beyond ASCII that could be read: 0 for none to 1 for all. */
    double share() {
        return (double) sound / Math.max(1, sound + faults.places());
    }

    /** How many bytes were broken, where, and what became of them. */
    String faultsTold() {
        boolean utf8 = charset.equals(StandardCharsets.UTF_8);
        List<String> ways = new ArrayList<>();
        if (faults.korean() > 0) {
            ways.add("as EUC-KR where a whole text is in it");
        }
        if (utf8) {
            ways.add("as windows-1252 where they are single");
        }
        return faults.bytes() + (faults.bytes() == 1 ? " byte that is" : " bytes that are")
                + " none of its characters, first at byte " + faults.firstByte() + " in line " + faults.firstLine()
                + "; they " + (ways.isEmpty() ? "" : "were read " + String.join(", ", ways) + ", else they ")
                + "are shown as \uFFFD";
    }
}
