package org.bellwether.ingest.parse;

/**
 * CDATA sections that nobody ended: such a one goes on to where a later one ends, and to an XML parser the entries in between are its text.
 * One that shows markup of feeds begins an entry before it ends one.
 */
final class OpenSections {

    private static final String SECTION = "<![CDATA[";
    private static final String SECTION_END = "]]>";

    private OpenSections() {}

    /** Whether a document has one that takes entries in. */
    static boolean areIn(String text) {
        return areIn(text, "</item>") || areIn(text, "</entry>");
    }

    /** Looks at each place once, as all documents are looked at. */
    private static boolean areIn(String text, String entryEnd) {
        int end = text.indexOf(entryEnd);
        int section = end < 0 ? -1 : text.indexOf(SECTION);
        while (end >= 0 && section >= 0) {
            int sectionEnd = text.indexOf(SECTION_END, section);
            if (sectionEnd < 0) {
                return false;
            }
            if (end < section) {
                end = text.indexOf(entryEnd, section);
            } else if (end < sectionEnd && takesIn(text.substring(section, sectionEnd), entryEnd)) {
                return true;
            } else {
                section = text.indexOf(SECTION, sectionEnd);
            }
        }
        return false;
    }

    /** Whether what a section holds are an entry's end and the next one's start. */
    static boolean takeIn(String inside) {
        return takesIn(inside, "</item>") || takesIn(inside, "</entry>");
    }

    private static boolean takesIn(String inside, String entryEnd) {
        int end = inside.indexOf(entryEnd);
        return end >= 0 && inside.indexOf("<" + entryEnd.substring(2, entryEnd.length() - 1)) > end;
    }
}
