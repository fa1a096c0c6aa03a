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
 * What queries see of an item: where each term stands, its language and its sources. Immutable once made. Positions of
 * title and text lie so far apart that nothing is near across the two.
 */
public final class WatchedItem {

    private static final int BETWEEN_FIELDS = 1000;

    private final List<String> languages;
    private final List<String> sources;
    private final Marks marks = new Marks();
    private final int textFrom;

    private final int[] slots;
    private final String[] terms;
    private final int[] heads;
    private final int[] next;
    private final int[] positions;
    private int termCount;
    private int positionCount = 1;

    private WatchedItem(AnalysedText title, AnalysedText text, List<String> languages, List<String> sources) {
        this.languages = languages;
        this.sources = sources;
        this.textFrom = title.size() + BETWEEN_FIELDS;
        int size = title.size() + text.size();
        this.slots = new int[Integer.highestOneBit(Math.max(4, size)) * 4];
        this.terms = new String[size];
        this.heads = new int[size];
        this.next = new int[size + 1];
        this.positions = new int[size + 1];
        // From the end, so that each term's chain, which grows at its head, is in reading order.
        add(text, textFrom);
        add(title, 0);
        for (int i = 0; i < title.size(); i++) {
            marks.set(Keys.titled(title.term(i)));
        }
        languages.forEach(tag -> marks.set(Keys.language(tag)));
        sources.forEach(id -> marks.set(Keys.source(id)));
    }

    /**
     * Makes an analysed item searchable.
     *
     * @param language BCP 47
     * @param sources ids a query may name it by: its publisher's, and its owner's
     */
    public static WatchedItem of(AnalysedText title, AnalysedText text, String language, Collection<String> sources) {
        List<String> languages = new ArrayList<>();
        String tag = language.toLowerCase(Locale.ROOT);
        for (int end = tag.length(); end > 0; end = tag.lastIndexOf('-', end - 1)) {
            languages.add(tag.substring(0, end));
        }
        List<String> ids = sources.stream()
                .map(id -> id.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return new WatchedItem(title, text, List.copyOf(languages), ids);
    }

    private void add(AnalysedText field, int from) {
        for (int i = field.size() - 1; i >= 0; i--) {
            int term = term(field.term(i));
            positions[positionCount] = from + i;
            next[positionCount] = heads[term];
            heads[term] = positionCount++;
            if (i > 0) {
                marks.set(Keys.pair(field.term(i - 1), field.term(i)));
            }
        }
    }

    private int term(String term) {
        int slot = slot(term);
        if (slots[slot] == 0) {
            terms[termCount++] = term;
            slots[slot] = termCount;
            marks.set(Keys.term(term));
            int hash = 0;
            for (int i = 0; i < term.length() && i < Keys.LONGEST_PREFIX; i++) {
                hash = 31 * hash + term.charAt(i);
                marks.set(Keys.prefix(i + 1, hash));
            }
        }
        return slots[slot] - 1;
    }

    /** Where the term stands, or would. */
    private int slot(String term) {
        int mask = slots.length - 1;
        int slot = Keys.term(term) & mask;
        while (slots[slot] != 0 && !terms[slots[slot] - 1].equals(term)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    Marks marks() {
        return marks;
    }

    /** How many different terms it has. */
    int termCount() {
        return termCount;
    }

    /** One of its different terms. */
    String term(int index) {
        return terms[index];
    }

    List<String> languages() {
        return languages;
    }

    List<String> sources() {
        return sources;
    }

    boolean has(String term, Scope scope) {
        int index = slots[slot(term)];
        return index > 0
                && (scope == Scope.ANYWHERE || !spans(heads[index - 1], scope).isEmpty());
    }

    boolean hasStart(String start, Scope scope) {
        for (int i = 0; i < termCount; i++) {
            if (terms[i].startsWith(start)
                    && (scope == Scope.ANYWHERE || !spans(heads[i], scope).isEmpty())) {
                return true;
            }
        }
        return false;
    }

    /** Where a term stands. */
    Spans spans(String term, Scope scope) {
        int index = slots[slot(term)];
        return index == 0 ? Spans.NONE : spans(heads[index - 1], scope);
    }

    /** Where terms stand that start so. */
    Spans startingWith(String start, Scope scope) {
        List<Spans> all = new ArrayList<>();
        for (int i = 0; i < termCount; i++) {
            if (terms[i].startsWith(start)) {
                all.add(spans(heads[i], scope));
            }
        }
        return Spans.union(all.toArray(Spans[]::new));
    }

    private Spans spans(int head, Scope scope) {
        int[] found = new int[4];
        int count = 0;
        for (int at = head; at != 0; at = next[at]) {
            if (scope == Scope.ANYWHERE || (scope == Scope.TITLE) == (positions[at] < textFrom)) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = positions[at];
            }
        }
        return Spans.at(Arrays.copyOf(found, count));
    }
}
