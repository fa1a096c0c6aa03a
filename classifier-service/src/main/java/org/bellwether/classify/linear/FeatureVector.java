package org.bellwether.classify.linear;

import java.util.Arrays;

/**
 * The features of one thing, each once, with its value and a place that means something to whoever added it. Grows as
 * needed; not for several threads.
 */
public final class FeatureVector {

    /** Where a feature stands nowhere in particular. */
    public static final int NOWHERE = -1;

    private static final int USUAL = 512;
    private static final int FEWEST = 32;

    private long[] keys;
    private float[] values;
    private int[] places;
    private int[] slots;
    private int size;

    /** With room for as many features as a headline and its lead have. */
    public FeatureVector() {
        this(USUAL);
    }

    /**
     * With room for some.
     *
     * @param expected about how many there will be
     */
    public FeatureVector(int expected) {
        int room = Integer.highestOneBit(Math.max(FEWEST, expected) * 2 - 1);
        this.keys = new long[room];
        this.values = new float[room];
        this.places = new int[room];
        this.slots = new int[room * 2];
    }

    /** Adds a feature, or lets the larger value stand where it is there already; the first place stays. */
    public void add(long key, float value, int place) {
        if (size == keys.length) {
            grow();
        }
        int slot = slot(key);
        if (slots[slot] == 0) {
            keys[size] = key;
            values[size] = value;
            places[size] = place;
            slots[slot] = ++size;
        } else {
            int known = slots[slot] - 1;
            values[known] = Math.max(values[known], value);
        }
    }

    /** Multiplies the values of the features added since there were {@code from} of them. */
    public void scale(int from, float factor) {
        for (int i = from; i < size; i++) {
            values[i] *= factor;
        }
    }

    /** Sum of the squares of the values added since there were {@code from} of them. */
    public double squares(int from) {
        double sum = 0;
        for (int i = from; i < size; i++) {
            sum += (double) values[i] * values[i];
        }
        return sum;
    }

    /** How many features there are. */
    public int size() {
        return size;
    }

    /** Key of a feature, by the order of adding. */
    public long key(int index) {
        return keys[index];
    }

    /** Its value. */
    public float value(int index) {
        return values[index];
    }

    /** Where it was first added from. */
    public int place(int index) {
        return places[index];
    }

    /** Length of the vector (Euclid). */
    public double norm() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += (double) values[i] * values[i];
        }
        return Math.sqrt(sum);
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = (int) key & mask;
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int larger = size * 2;
        keys = Arrays.copyOf(keys, larger);
        values = Arrays.copyOf(values, larger);
        places = Arrays.copyOf(places, larger);
        slots = new int[larger * 2];
        for (int i = 0; i < size; i++) {
            slots[slot(keys[i])] = i + 1;
        }
    }
}
