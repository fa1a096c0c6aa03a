package org.bellwether.classify.watch;

import java.util.Arrays;

/** Different {@link Keys}, each with a number; open addressing, at most half full. */
final class HeldKeys {

    private static final int FEWEST = 64;

    /** No key where 0: that one key of 2^64 is 0 as well is left to chance. */
    private long[] slots;

    private int[] numbers;
    private long[] keys;
    private int size;

    HeldKeys(int expected) {
        keys = new long[Math.max(FEWEST, expected)];
        slots = new long[Integer.highestOneBit(keys.length) * 4];
        numbers = new int[slots.length];
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** One of them, in the order in which they came. */
    long get(int index) {
        return keys[index];
    }

    boolean has(long key) {
        return slots[slot(key)] == key;
    }

    /** The number of a key; 0 where there is none. */
    int number(long key) {
        return numbers[slot(key)];
    }

    /** Sets the number of a key that is there. */
    void number(long key, int number) {
        numbers[slot(key)] = number;
    }

    /** Whether it was not there before. */
    boolean add(long key) {
        int slot = slot(key);
        if (slots[slot] == key) {
            return false;
        }
        if (size == keys.length) {
            grow();
            slot = slot(key);
        }
        slots[slot] = key;
        keys[size++] = key;
        return true;
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = (int) (key >>> 32) & mask;
        while (slots[slot] != key && slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] formerSlots = slots;
        int[] formerNumbers = numbers;
        keys = Arrays.copyOf(keys, size * 2);
        slots = new long[formerSlots.length * 2];
        numbers = new int[slots.length];
        for (int i = 0; i < formerSlots.length; i++) {
            if (formerSlots[i] != 0) {
                int slot = slot(formerSlots[i]);
                slots[slot] = formerSlots[i];
                numbers[slot] = formerNumbers[i];
            }
        }
    }
}
