package org.bellwether.classify.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.bellwether.classify.match.Spans;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.classify.watch.Clause.Scope;

/**
 * What queries see of an item: its {@link Keys}, and where each term stands. Immutable once made. Positions of title and
 * text lie so far apart that nothing is near across the two.
 */
public final class WatchedItem {

    private static final int BETWEEN_FIELDS = 1000;
    /** About how many different things an item holds for each of its terms, the more the shorter it is. */
    private static final double THINGS_PER_TERM = 2.5;

    private static final int MORE_THINGS = 64;

    /** What is held; the number of a term is where the chain of its positions begins. */
    private final HeldKeys held;

    private final Marks marks;
    private final int textFrom;

    /** The different terms. */
    private String[] terms = new String[32];

    private int termCount;

    private final int[] next;
    private final int[] positions;
    private int positionCount = 1;

    /** Of the term that is being added, what its first letters come to, beginning with none. */
    private final long[] beginnings = new long[Keys.LONGEST_PREFIX + 1];

    private WatchedItem(AnalysedText title, AnalysedText text) {
        int size = title.size() + text.size();
        this.textFrom = title.size() + BETWEEN_FIELDS;
        int things = (int) (size * THINGS_PER_TERM) + MORE_THINGS;
        this.held = new HeldKeys(things);
        this.marks = new Marks(things);
        this.next = new int[size + 1];
        this.positions = new int[size + 1];
        // From the end, so that each term's chain, which grows at its head, is in reading order.
        add(text, textFrom, false);
        add(title, 0, true);
    }

    /**
     * Makes an analysed item searchable.
     *
     * @param language BCP 47
     * @param sources ids a query may name it by: its publisher's, and its owner's
     */
    public static WatchedItem of(AnalysedText title, AnalysedText text, String language, Collection<String> sources) {
        WatchedItem item = new WatchedItem(title, text);
        String tag = language.toLowerCase(Locale.ROOT);
        for (int end = tag.length(); end > 0; end = tag.lastIndexOf('-', end - 1)) {
            item.hold(Keys.language(tag.substring(0, end)));
        }
        for (String source : sources) {
            item.hold(Keys.source(source.toLowerCase(Locale.ROOT)));
        }
        return item;
    }

    private boolean hold(long key) {
        boolean isNew = held.add(key);
        if (isNew) {
            marks.set(key);
        }
        return isNew;
    }

    private void add(AnalysedText field, int from, boolean isTitle) {
        long right = 0;
        for (int i = field.size() - 1; i >= 0; i--) {
            long key = add(field.term(i));
            positions[positionCount] = from + i;
            next[positionCount] = held.number(key);
            held.number(key, positionCount++);
            if (isTitle) {
                marks.set(Keys.titled(key));
            }
            if (i < field.size() - 1) {
                marks.set(Keys.pair(key, right));
            }
            right = key;
        }
    }

    /** Its key; with a new one its beginnings are held. */
    private long add(String term) {
        long letters = Keys.NO_LETTERS;
        for (int i = 0; i < term.length(); i++) {
            letters = Keys.letter(letters, term.charAt(i));
            if (i < Keys.LONGEST_PREFIX) {
                beginnings[i + 1] = letters;
            }
        }
        long key = Keys.term(letters);
        if (hold(key)) {
            if (termCount == terms.length) {
                terms = Arrays.copyOf(terms, termCount * 2);
            }
            terms[termCount++] = term;
            for (int i = Keys.SHORTEST_PREFIX; i <= Math.min(term.length(), Keys.LONGEST_PREFIX); i++) {
                hold(Keys.prefix(beginnings[i]));
            }
        }
        return key;
    }

    Marks marks() {
        return marks;
    }

    HeldKeys held() {
        return held;
    }

    boolean has(long key) {
        return held.has(key);
    }

    boolean hasTerm(long key, Scope scope) {
        return scope == Scope.ANYWHERE ? held.has(key) : first(held.number(key), scope) != 0;
    }

    /** The first of a chain, from here, that is in the field; 0 where there is none. */
    private int first(int chain, Scope scope) {
        int at = chain;
        while (at != 0 && scope != Scope.ANYWHERE && (positions[at] < textFrom) != (scope == Scope.TITLE)) {
            at = next[at];
        }
        return at;
    }

    /** Whether terms stand side by side. */
    boolean hasPhrase(long[] keys, Scope scope) {
        int[] at = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            at[i] = held.number(keys[i]);
        }
        for (int start = first(at[0], scope); start != 0; start = first(next[start], scope)) {
            int side = 1;
            while (side < keys.length && stands(at, side, positions[start] + side)) {
                side++;
            }
            if (side == keys.length) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the chains has the position, going on along it as far. */
    private boolean stands(int[] chains, int chain, int position) {
        while (chains[chain] != 0 && positions[chains[chain]] < position) {
            chains[chain] = next[chains[chain]];
        }
        return chains[chain] != 0 && positions[chains[chain]] == position;
    }

    /** Whether two terms have so many terms between them at most; the left one first where that is asked for. */
    boolean hasNear(long left, long right, int distance, boolean isOrdered, Scope scope) {
        int one = first(held.number(left), scope);
        int other = first(held.number(right), scope);
        while (one != 0 && other != 0) {
            int gap = positions[other] - positions[one];
            if (gap > 0) {
                if (gap - 1 <= distance) {
                    return true;
                }
                one = first(next[one], scope);
            } else {
                if (!isOrdered && gap < 0 && -gap - 1 <= distance) {
                    return true;
                }
                other = first(next[other], scope);
            }
        }
        return false;
    }

    /** Where a term stands. */
    Spans term(long key, Scope scope) {
        int head = held.number(key);
        return head == 0 ? Spans.NONE : spans(head, scope);
    }

    /** Whether a term starts with the first of so many letters, as many of them as are looked up and as have this key. */
    boolean mayHaveStart(long key, int letters) {
        return letters < Keys.SHORTEST_PREFIX || has(key);
    }

    /** Whether a term starts with so many letters that have this key. */
    boolean hasStart(long key, int letters, Scope scope) {
        if (letters >= Keys.SHORTEST_PREFIX && letters <= Keys.LONGEST_PREFIX && scope == Scope.ANYWHERE) {
            return has(key);
        }
        for (int i = 0; i < termCount; i++) {
            if (startsWith(i, key, letters) && first(head(i), scope) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Where such terms stand. */
    Spans starting(long key, int letters, Scope scope) {
        List<Spans> all = new ArrayList<>();
        for (int i = 0; i < termCount; i++) {
            if (startsWith(i, key, letters)) {
                all.add(spans(head(i), scope));
            }
        }
        return Spans.union(all.toArray(Spans[]::new));
    }

    private boolean startsWith(int term, long key, int letters) {
        return terms[term].length() >= letters && Keys.prefix(terms[term], letters) == key;
    }

    private int head(int term) {
        return held.number(Keys.term(terms[term]));
    }

    private Spans spans(int head, Scope scope) {
        int[] found = new int[4];
        int count = 0;
        for (int at = first(head, scope); at != 0; at = first(next[at], scope)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = positions[at];
        }
        return Spans.at(Arrays.copyOf(found, count));
    }
}
