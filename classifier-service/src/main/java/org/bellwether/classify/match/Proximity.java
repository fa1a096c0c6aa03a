package org.bellwether.classify.match;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Finds parts that stand near each other: a chain {@code a NEAR/n b NEAR/m c …}.
 *
 * <p>A choice of one span per part is a hit when no two of them share a term, all stand in one sentence, and each part
 * after the first has at most its distance of terms between itself and the nearest of the parts before it in the chain,
 * wherever that stands: left of them, right of them, or between. A part joined by BEFORE also starts after all those
 * have ended. What is found are the spans from the first to the last term of such choices, less those that have another
 * one within themselves: the tightest.
 *
 * <p>Around each span of the first part at most {@value #MOST_TRIES} candidates are looked at, so that time stays linear in the
 * text whatever repeats in it. Where a text is dense enough to use that up, near choices are found long before.
 */
public final class Proximity {

    static final int MOST_TRIES = 2_000;

    private final Spans[] parts;
    private final int[] distances;
    private final boolean[] ordered;
    private final IntUnaryOperator sentences;

    private final int[] firsts;
    private final int[] lasts;
    private final Collected all = new Collected();
    private long[] here = new long[4];
    private int hereSize;
    private int tries;

    private Proximity(Spans[] parts, int[] distances, boolean[] ordered, IntUnaryOperator sentences) {
        this.parts = parts;
        this.distances = distances;
        this.ordered = ordered;
        this.sentences = sentences;
        this.firsts = new int[parts.length];
        this.lasts = new int[parts.length];
    }

    /**
     * The tightest spans that hold one of each part; of the distances and orders the first is not read.
     *
     * @param sentences the sentence of a position
     */
    public static Spans join(Spans[] parts, int[] distances, boolean[] ordered, IntUnaryOperator sentences) {
        for (Spans part : parts) {
            if (part.isEmpty()) {
                return Spans.NONE;
            }
        }
        return new Proximity(parts, distances, ordered, sentences).tightest();
    }

    private Spans tightest() {
        Spans anchors = parts[0];
        for (int i = 0; i < anchors.size(); i++) {
            firsts[0] = anchors.first(i);
            lasts[0] = anchors.last(i);
            hereSize = 0;
            tries = 0;
            if (sentences.applyAsInt(firsts[0]) == sentences.applyAsInt(lasts[0])) {
                extend(1, firsts[0], lasts[0]);
            }
        }
        return all.tightest();
    }

    /** Tries all that the part may be, beside the parts before it, which reach from {@code first} to {@code last}. */
    private void extend(int part, int first, int last) {
        if (part == parts.length) {
            found(first, last);
            return;
        }
        Spans candidates = parts[part];
        int sentence = sentences.applyAsInt(first);
        int distance = distances[part];
        int middle = candidates.from(ordered[part] ? last + 1 : first);
        for (int i = middle; i < candidates.size() && tries < MOST_TRIES; i++) {
            int start = candidates.first(i);
            if (start - last - 1 > distance || sentences.applyAsInt(start) != sentence || isCovered(first, start)) {
                break;
            }
            choose(part, i, first, last);
        }
        int least = ordered[part] ? Integer.MAX_VALUE : first - distance - candidates.longest();
        for (int i = middle - 1; i >= 0 && tries < MOST_TRIES; i--) {
            int start = candidates.first(i);
            if (start < least || sentences.applyAsInt(start) != sentence || isCovered(start, last)) {
                break;
            }
            choose(part, i, first, last);
        }
    }

    private void choose(int part, int index, int first, int last) {
        tries++;
        int start = parts[part].first(index);
        int end = parts[part].last(index);
        int from = Math.min(first, start);
        int to = Math.max(last, end);
        if (gap(part, start, end) <= distances[part]
                && !isCovered(from, to)
                && sentences.applyAsInt(end) == sentences.applyAsInt(first)) {
            firsts[part] = start;
            lasts[part] = end;
            extend(part + 1, from, to);
        }
    }

    /** Terms to the nearest of the parts before; no distance is enough where it overlaps one of them. */
    private int gap(int part, int start, int end) {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < part; i++) {
            if (start <= lasts[i] && firsts[i] <= end) {
                return Integer.MAX_VALUE;
            }
            least = Math.min(least, start > lasts[i] ? start - lasts[i] - 1 : firsts[i] - end - 1);
        }
        return least;
    }

    private void found(int first, int last) {
        if (hereSize == here.length) {
            here = Arrays.copyOf(here, hereSize * 2);
        }
        here[hereSize++] = Spans.pack(first, last);
        all.add(first, last);
    }

    /** Whether something found around this span of the first part lies within; nothing tighter can come of it then. */
    private boolean isCovered(int first, int last) {
        for (int i = 0; i < hereSize; i++) {
            if (Spans.first(here[i]) >= first && Spans.last(here[i]) <= last) {
                return true;
            }
        }
        return false;
    }
}
