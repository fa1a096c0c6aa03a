package org.bellwether.classify.extract;

import org.bellwether.classify.linear.FeatureKey;
import org.bellwether.classify.linear.FeatureVector;

/**
 * How words end, which analysis drops and Korean says so much with: {@code 내야} is a demand, {@code 내겠다} an offer, {@code
 * 낸다} neither.
 */
final class Endings {

    private static final String CLOSING = "\"”'’》」…?";
    private static final int LONGEST = 3;

    private static final long OF_WORD = FeatureKey.of("word");
    private static final long OF_CLAUSE = FeatureKey.of("clause");
    private static final long OF_ALL = FeatureKey.of("all");

    private Endings() {}

    /** Endings of a headline's Korean words, and of the word before each quotation mark, comma, dots or end. */
    static void addTitle(FeatureVector features, String title) {
        int start = 0;
        while (start < title.length()) {
            int end = start;
            while (end < title.length() && isLetter(title.charAt(end))) {
                end++;
            }
            if (end == start) {
                start++;
                continue;
            }
            if (isKorean(title.charAt(end - 1))) {
                add(features, ActFeatureKind.TITLE_ENDING, OF_WORD, title, start, end, 2, 0.6f);
            }
            if (endsClause(title, end)) {
                add(features, ActFeatureKind.TITLE_ENDING, OF_CLAUSE, title, start, end, 1, 1);
            }
            if (isLastWord(title, end)) {
                add(features, ActFeatureKind.TITLE_ENDING, OF_ALL, title, start, end, 1, 1);
            }
            start = end;
        }
    }

    /** Endings of a sentence's Korean words, and of its last one. */
    static void addSentence(FeatureVector features, String text, int from, int to, float value) {
        int lastStart = from;
        int lastEnd = from;
        int start = from;
        while (start < to) {
            int end = start;
            while (end < to && isKorean(text.charAt(end))) {
                end++;
            }
            if (end > start) {
                add(features, ActFeatureKind.ENDING, OF_WORD, text, start, end, 2, value);
                lastStart = start;
                lastEnd = end;
            }
            start = end + 1;
        }
        if (lastEnd > lastStart) {
            add(features, ActFeatureKind.ENDING, OF_ALL, text, lastStart, lastEnd, 1, value);
        }
    }

    private static void add(
            FeatureVector features,
            ActFeatureKind kind,
            long of,
            String text,
            int start,
            int end,
            int shortest,
            float value) {
        long key = kind.key(of);
        for (int length = shortest; length <= Math.min(LONGEST, end - start); length++) {
            features.add(FeatureKey.of(key, FeatureKey.of(text, end - length, end)), value, FeatureVector.NOWHERE);
        }
    }

    private static boolean endsClause(String title, int end) {
        int next = end;
        while (next < title.length() && (title.charAt(next) == '.' || title.charAt(next) == '!')) {
            next++;
        }
        if (next == title.length() || CLOSING.indexOf(title.charAt(next)) >= 0) {
            return true;
        }
        return title.charAt(next) == ',' && next + 1 < title.length() && title.charAt(next + 1) == ' ';
    }

    private static boolean isLastWord(String title, int end) {
        for (int i = end; i < title.length(); i++) {
            if (Character.isLetterOrDigit(title.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return isKorean(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isKorean(char c) {
        return c >= '가' && c <= '힣';
    }
}
