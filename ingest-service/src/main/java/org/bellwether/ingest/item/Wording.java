package org.bellwether.ingest.item;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * How an item reads, as far as that matters for a correction, in a few bytes. White space, quotes and dashes, Unicode
 * forms, what follows the {@code ?} of an address, a last "read more" and counters of readers are no difference. Of the
 * text it keeps how it starts, at growing lengths, so that a teaser is known as the start of the longer text.
 *
 * @param title 16 hex digits; empty when nobody knows any more
 * @param text 16 hex digits
 * @param length of the text, in what is compared of it
 * @param starts four characters for each of the text's starts at {@link #lengthOf}
 * @param cut whether the text says itself that it goes on elsewhere
 */
record Wording(String title, String text, int length, String starts, boolean cut) {

    /** Of what was published by a release that did not remember it. */
    static final Wording UNKNOWN = new Wording("", "", 0, "", false);

    /** How a text relates to an earlier one. */
    enum Relation {
        SAME,
        /** It begins as the earlier one does, and goes on. */
        LONGER,
        /** It is the beginning of the earlier one: a teaser. */
        SHORTER,
        OTHER
    }

    private static final int HEX_DIGITS = 16;
    private static final int MOST_STARTS = 32;
    private static final int SHORT_STEP = 16;
    private static final int LONG_STEP = 64;
    private static final int SHORT_STEPS = 16;

    private static final String QUOTES =
            "\u2018\u2019\u201a\u201b\u2032`\u00b4\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\"";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63";
    private static final Pattern ADDRESS = Pattern.compile("(https?://[^\\s?#]{1,2000})[?#]\\S*");

    /** What a text may end with that is no part of it stands within so many of its last characters. */
    private static final int TAIL_CHARS = 120;

    /** No more of a text is published. */
    private static final int MOST_CHARS = 100_000;

    private static final String NUMBER = "\\d[\\d,.]{0,15}\\s?(?:[KkMm]\\b|천|만)?";
    private static final String COUNTED = "(?:조회수?|댓글|추천|좋아요|공감|공유|views?|comments?|likes?|shares?|reads)";
    private static final String COUNTER = "(?:" + COUNTED + "\\s?[:(\\[]?\\s?" + NUMBER + "(?:회|개|건|명)?[)\\]]?|"
            + NUMBER + "\\s?(?:views|comments|likes|shares|reads)"
            + "|(?:\\d{1,3}|an?) ?(?:minutes?|hours?|days?) ago|\\d{1,3} ?(?:분|시간|일) ?전)";
    private static final Pattern COUNTER_IN_BRACKETS =
            Pattern.compile("[(\\[]\\s?" + COUNTER + "\\s?[)\\]]", Pattern.CASE_INSENSITIVE);
    /** At the end of a text: on its own behind the last sentence, or with a name that no sentence ends with. */
    private static final Pattern LAST_COUNTER = Pattern.compile(
            "(?:(?<=^|[.!?…|·]|[.!?…|·] )" + COUNTER + "|(?<=^|\\s)(?:조회수?|댓글)\\s?[:(\\[]?\\s?" + NUMBER
                    + "(?:회|개|건|명)?[)\\]]?)\\s?$",
            Pattern.CASE_INSENSITIVE);

    private static final String READ_ON = "(?:\\.{3,}+|read more|continue reading|read the rest|전문 보기|더 ?보기|계속 읽기)";
    private static final Pattern GOES_ON =
            Pattern.compile("(?:\\s?[\\[(]?\\s?" + READ_ON + "\\s?[\\])'>→]*+)++$", Pattern.CASE_INSENSITIVE);

    static Wording of(String title, String text) {
        String whole = withoutLast(LAST_COUNTER, comparable(text.substring(0, Math.min(text.length(), MOST_CHARS))))
                .strip();
        String kept = withoutLast(GOES_ON, whole);
        String compared = kept.replace(" ", "");
        return new Wording(
                digits(comparable(title).replace(" ", "")),
                digits(compared),
                compared.length(),
                starts(compared),
                kept.length() < whole.length());
    }

    boolean isKnown() {
        return !title.isEmpty();
    }

    boolean hasTitleOf(Wording other) {
        return isKnown() && title.equals(other.title);
    }

    /** Whether both say the same in their text, and not nothing. */
    boolean hasTextOf(Wording other) {
        return isKnown() && length > 0 && text.equals(other.text);
    }

    /** How a later text relates to this one. */
    Relation relationOf(Wording later) {
        if (text.equals(later.text)) {
            return Relation.SAME;
        }
        if (later.length > length && begins(later)) {
            return Relation.LONGER;
        }
        boolean muchShorter = later.length * 4L <= length * 3L;
        return later.length < length && (later.cut || muchShorter) && later.begins(this)
                ? Relation.SHORTER
                : Relation.OTHER;
    }

    /** Two texts of one reading, in a few characters. */
    String mark() {
        return title.substring(0, HEX_DIGITS / 2) + text.substring(0, HEX_DIGITS / 2);
    }

    private boolean begins(Wording longer) {
        return length == 0 || (!starts.isEmpty() && longer.starts.startsWith(starts));
    }

    private static String comparable(String text) {
        String stripped = plain(text).strip();
        if (stripped.contains("://")) {
            stripped = ADDRESS.matcher(stripped).replaceAll("$1");
        }
        if (stripped.indexOf('(') >= 0 || stripped.indexOf('[') >= 0) {
            stripped = COUNTER_IN_BRACKETS.matcher(stripped).replaceAll("");
        }
        return stripped.strip();
    }

    /** In compatible characters, with one sort of quotes, dashes and spaces, and without what is not seen. */
    private static String plain(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder(composed.length());
        for (int at = 0; at < composed.length(); at++) {
            char sign = composed.charAt(at);
            if (isSpace(sign)) {
                if (plain.isEmpty() || plain.charAt(plain.length() - 1) != ' ') {
                    plain.append(' ');
                }
            } else if (QUOTES.indexOf(sign) >= 0) {
                plain.append('\'');
            } else if (DASHES.indexOf(sign) >= 0) {
                plain.append('-');
            } else if (Character.getType(sign) != Character.FORMAT) {
                plain.append(sign);
            }
        }
        return plain.toString();
    }

    private static boolean isSpace(char sign) {
        return sign <= ' ' || Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }

    private static String withoutLast(Pattern pattern, String text) {
        int from = Math.max(0, text.length() - TAIL_CHARS);
        return text.substring(0, from) + pattern.matcher(text.substring(from)).replaceFirst("");
    }

    private static String digits(String text) {
        return Sha256.hex(text).substring(0, HEX_DIGITS);
    }

    private static String starts(String text) {
        StringBuilder starts = new StringBuilder();
        CRC32 sum = new CRC32();
        int from = 0;
        for (int n = 0; n < MOST_STARTS && lengthOf(n) <= text.length(); n++) {
            sum.update(text.substring(from, lengthOf(n)).getBytes(StandardCharsets.UTF_16BE));
            from = lengthOf(n);
            long value = sum.getValue();
            byte[] three = {(byte) (value >> 16), (byte) (value >> 8), (byte) value};
            starts.append(Base64.getEncoder().encodeToString(three));
        }
        return starts.toString();
    }

    private static int lengthOf(int start) {
        int longSteps = Math.max(0, start + 1 - SHORT_STEPS);
        return (start + 1 - longSteps) * SHORT_STEP + longSteps * LONG_STEP;
    }
}
