package org.bellwether.alert.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.events.Quote.Mark;

/** Where sentences end. */
public final class Sentences {

    /**
     * A full stop with what closes a quotation behind it, before a space and no small letter; not that of an initial
     * ({@code U.S. Forces}) or a title. The full stop of East Asian scripts, which no space follows. Or a line's end.
     */
    private static final Pattern END =
            Pattern.compile("(?<!\\b\\p{Lu})(?<!\\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Lt|Col|Maj|Adm|Gov|St|No|vs))"
                    + "[.!?。…]++[\"'”’)\\]]*+(?=\\s++(?!\\p{Ll}))|[。！？]++[\"'”’」』)\\]]*+|\\n");

    private Sentences() {}

    /** What ends a sentence, each time, in reading order. */
    static List<Mark> ends(String text) {
        return END.matcher(text)
                .results()
                .map(found -> new Mark(found.start(), found.end()))
                .toList();
    }

    /**
     * The offset after the last sentence that ends between two offsets.
     *
     * @return -1 when none does
     */
    public static int lastEnd(String text, int from, int to) {
        int last = -1;
        Matcher ends = between(text, from, to);
        while (ends.find()) {
            last = ends.end();
        }
        return last;
    }

    /**
     * The offset after the first sentence that ends between two offsets.
     *
     * @return -1 when none does
     */
    public static int firstEnd(String text, int from, int to) {
        Matcher ends = between(text, from, to);
        return ends.find() ? ends.end() : -1;
    }

    /** Sees what stands around the stretch, so that a word cut off by it is no initial. */
    private static Matcher between(String text, int from, int to) {
        return END.matcher(text).region(from, to).useTransparentBounds(true);
    }
}
