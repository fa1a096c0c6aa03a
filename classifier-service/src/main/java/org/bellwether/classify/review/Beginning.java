package org.bellwether.classify.review;

/** The first words of a long text. */
public final class Beginning {

    private Beginning() {}

    /** The text, or as much of it as is short enough; a character of two units is not cut in half. */
    public static String of(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
