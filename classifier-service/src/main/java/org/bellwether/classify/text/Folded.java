package org.bellwether.classify.text;

/** Text in its comparable form, and where each of its characters stood in the original. */
final class Folded {

    private final String text;
    private final int[] origin;

    Folded(String text, int[] origin) {
        this.text = text;
        this.origin = origin;
    }

    String text() {
        return text;
    }

    /** Offset in the original of the character at {@code index}. */
    int start(int index) {
        return origin[index];
    }

    /** Offset in the original after the character before {@code index}. */
    int end(int index) {
        return origin[index - 1] + 1;
    }
}
