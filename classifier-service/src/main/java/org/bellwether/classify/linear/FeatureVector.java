package org.bellwether.classify.linear;

import java.util.Arrays;

/**
 * The features of one thing, each once, with its value and a place that means something to whoever added it. Grows as
 * needed; not for several threads.
 */
public final class FeatureVector {

    /** Where a feature stands nowhere in particular. */
    public static final int NOWHERE = -1;

    private static final int FIRST_CAPACITY = 512;

    private long[] keys = new long[FIRST_CAPACITY];
    private float[] values = new float[FIRST_CAPACITY];
    private int[] places = new int[FIRST_CAPACITY];
    private int[] slots = new int[FIRST_CAPACITY * 2];
    private int size;

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
