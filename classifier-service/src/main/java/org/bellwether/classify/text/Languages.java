package org.bellwether.classify.text;

/** Tells Korean from English by their scripts, which is certain enough for both and cannot be fooled by names. */
public final class Languages {

    public static final String ENGLISH = "en";
    public static final String KOREAN = "ko";
    /** BCP 47 for a language that cannot be told. */
    public static final String UNDETERMINED = "und";

    private static final double KOREAN_SHARE = 0.2;
    private static final int ENOUGH_LETTERS = 4000;

    private Languages() {}

    /** The language most of the letters are in; {@link #UNDETERMINED} for another script or none. */
    public static String detect(String title, String text) {
        int[] counts = new int[3];
        count(title, counts);
        count(text, counts);
        int letters = counts[0] + counts[1] + counts[2];
        if (letters == 0 || counts[2] * 2 > letters) {
            return UNDETERMINED;
        }
        return counts[0] >= letters * KOREAN_SHARE ? KOREAN : ENGLISH;
    }

    /** Whether any part of a text needs Korean analysis. */
    public static boolean hasKorean(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHangul(text.charAt(i)) || isHanja(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static void count(String text, int[] counts) {
        int end = Math.min(text.length(), ENOUGH_LETTERS);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (isHangul(c)) {
                counts[0]++;
            } else if (c < 0x250 && Character.isLetter(c)) {
                counts[1]++;
            } else if (Character.isLetter(c) && !isHanja(c)) {
                counts[2]++;
            }
        }
    }

    private static boolean isHangul(char c) {
        return (c >= '\uac00' && c <= '\ud7a3') || (c >= '\u1100' && c <= '\u11ff') || (c >= '\u3130' && c <= '\u318f');
    }

    private static boolean isHanja(char c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }
}
