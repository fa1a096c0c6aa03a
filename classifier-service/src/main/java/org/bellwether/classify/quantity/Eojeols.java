package org.bellwether.classify.quantity;

import java.util.ArrayList;
import java.util.List;

/** Korean words as they stand between spaces, with their particles (eojeol). */
final class Eojeols {

    private static final String ENDS = ".…?!,·:;()[]<>〈〉《》「」\"“”'‘’→↑↓|/";
    private static final int LONGEST = 16;

    private static final String PARTICLES = "을를이가은는의에도만과와로";

    private Eojeols() {}

    /** The words before here, nearest first, back to the next sign of punctuation. */
    static List<String> before(String text, int from, int most) {
        List<String> words = new ArrayList<>(most);
        int at = from;
        while (words.size() < most) {
            int end = Letters.beforeSpace(text, at);
            int start = end;
            while (start > 0 && end - start < LONGEST && isPart(text.charAt(start - 1))) {
                start--;
            }
            if (start == end) {
                break;
            }
            words.add(text.substring(start, end));
            at = start;
        }
        return words;
    }

    /** Without the particle at its end, if it is long enough to have one. */
    static String stem(String word) {
        int last = word.length() - 1;
        boolean particle = last >= 2 && PARTICLES.indexOf(word.charAt(last)) >= 0;
        return particle ? word.substring(0, last) : word;
    }

    private static boolean isPart(char c) {
        return !Letters.isSpace(c) && ENDS.indexOf(c) < 0;
    }
}
