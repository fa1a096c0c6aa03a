package org.bellwether.classify.match;

import java.util.Arrays;

/** Numbers from 0 the few of all nodes that a text has to do with, in room for those few. */
final class Places {

    static final int FIRST_CAPACITY = 256;

    private int[] nodes = new int[FIRST_CAPACITY];
    private int size;

    /** One more than a place each, where its node's number leads or as soon after as there was room; at most a third is taken. */
    private int[] slots = new int[4 * FIRST_CAPACITY];

    /** How many there are. */
    int size() {
        return size;
    }

    /** The node at a place. */
    int node(int place) {
        return nodes[place];
    }

    /** A node's place; below 0 where it has none. */
    int of(int node) {
        return slots[slot(node)] - 1;
    }

    /** The place given to a node that has none. */
    int add(int node) {
        if (size == nodes.length) {
            grow();
        }
        nodes[size] = node;
        slots[slot(node)] = size + 1;
        return size++;
    }

    private int slot(int node) {
        int mask = slots.length - 1;
        int slot = ((node * 0x9e3779b9) >>> 16) & mask;
        while (slots[slot] != 0 && nodes[slots[slot] - 1] != node) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        nodes = Arrays.copyOf(nodes, size * 2);
        slots = new int[4 * nodes.length];
        for (int place = 0; place < size; place++) {
            slots[slot(nodes[place])] = place + 1;
        }
    }
}
