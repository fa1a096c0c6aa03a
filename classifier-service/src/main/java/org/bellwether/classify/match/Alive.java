package org.bellwether.classify.match;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.bellwether.classify.text.AnalysedText;

/**
 * The nodes that may have a span in one text: a leaf that occurs, a list of which a choice is alive, and any other whole none of
 * whose parts is known not to be. Few of a taxonomy's nodes are, and next to nothing is spent on the others.
 */
final class Alive {

    private final Wholes wholes;
    private final Places places = new Places();
    private final BitSet pending;

    /** By place: where the chain of a leaf's positions, or of a list's living choices, begins; 0 for none. */
    private int[] chains = new int[Places.FIRST_CAPACITY];

    private int[] links = new int[Places.FIRST_CAPACITY];
    private int[] next = new int[Places.FIRST_CAPACITY];
    private int linkCount = 1;

    /** Of these nodes, each of which has a greater number than its parts. */
    Alive(List<Node> nodes, Wholes wholes, Leaves leaves, AnalysedText text) {
        this.wholes = wholes;
        this.pending = new BitSet(nodes.size());
        int[] found = new int[leaves.most()];
        // From the end, so that each chain, which grows at its head, is in reading order.
        for (int position = text.size() - 1; position >= 0; position--) {
            int count = leaves.of(text.term(position), found);
            for (int i = 0; i < count; i++) {
                link(enlivened(found[i]), position);
            }
        }
        // What comes to be pending meanwhile has a greater number than what it hangs on.
        for (int node = pending.nextSetBit(0); node >= 0; node = pending.nextSetBit(node + 1)) {
            if (mayHaveAllParts(nodes.get(node))) {
                enlivened(node);
            }
        }
    }

    /** The place of a node, which is alive from now on. */
    private int enlivened(int node) {
        int known = places.of(node);
        if (known >= 0) {
            return known;
        }
        int place = places.add(node);
        int end = wholes.end(node);
        for (int i = wholes.start(node); i < end; i++) {
            int whole = wholes.at(i);
            if (wholes.isList(whole)) {
                link(enlivened(whole), node);
            } else {
                pending.set(whole);
            }
        }
        return place;
    }

    private boolean mayHaveAllParts(Node node) {
        List<Node> parts = node.parts();
        for (int i = 0; i < parts.size(); i++) {
            int part = parts.get(i).id();
            if (places.of(part) < 0 && wholes.isTold(part)) {
                return false;
            }
        }
        return true;
    }

    private void link(int place, int to) {
        if (linkCount == links.length) {
            links = Arrays.copyOf(links, linkCount * 2);
            next = Arrays.copyOf(next, linkCount * 2);
        }
        if (place >= chains.length) {
            chains = Arrays.copyOf(chains, place * 2);
        }
        links[linkCount] = to;
        next[linkCount] = chains[place];
        chains[place] = linkCount++;
    }

    /** The places of those alive, and of whatever else is given one. */
    Places places() {
        return places;
    }

    /** Positions of the leaf at a place in reading order, or the living choices of a list there that is told of them. */
    int[] chain(int place) {
        int count = 0;
        for (int link = chains[place]; link != 0; link = next[link]) {
            count++;
        }
        int[] chain = new int[count];
        int index = 0;
        for (int link = chains[place]; link != 0; link = next[link]) {
            chain[index++] = links[link];
        }
        return chain;
    }
}
