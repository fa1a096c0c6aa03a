package org.bellwether.classify.text;

import java.util.Set;

/** One spelling for words that British and American desks write differently. */
final class Spelling {

    private static final Set<String> ABBREVIATED = Set.of(
            "usa", "uk", "un", "mr", "mrs", "ms", "dr", "gen", "lt", "col", "adm", "sen", "rep", "gov", "s", "n",
            "rok");

    private Spelling() {}

    static String american(String term) {
        int length = term.length();
        if (term.equals("defence")) {
            return "defense";
        }
        if (term.equals("programme")) {
            return "program";
        }
        if (length > 7 && (term.endsWith("isation") || term.endsWith("isations"))) {
            return term.replace("isation", "ization");
        }
        if (length > 6 && term.endsWith("arise")) {
            return term.substring(0, length - 3) + "ize";
        }
        return term;
    }

    /** Whether a full stop after the term ends no sentence. */
    static boolean isAbbreviated(String term) {
        return ABBREVIATED.contains(term);
    }
}
