package org.bellwether.classify.linear;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Weights of features for each of some outputs. Immutable and safe for any number of threads. */
public final class LinearModel {

    private static final int FORM = 1;

    private final List<String> outputs;
    private final float[] biases;
    private final long[] keys;
    private final float[] weights;

    /** Keys where they lead or as soon after as there was room, so that most look-ups are one look; at most half is taken. */
    private final long[] slotKeys;

    /** One more than the key's row; 0 where there is none. */
    private final int[] slotRows;

    /**
     * A model of these weights.
     *
     * @param outputs their names
     * @param biases one for each output
     * @param keys of the features, each once
     * @param weights of the first feature for each output, then of the second, and so on
     */
    public LinearModel(List<String> outputs, float[] biases, long[] keys, float[] weights) {
        if (biases.length != outputs.size() || weights.length != keys.length * outputs.size()) {
            throw new IllegalArgumentException(outputs.size() + " outputs, " + biases.length + " biases, " + keys.length
                    + " features and " + weights.length + " weights are no model");
        }
        this.outputs = List.copyOf(outputs);
        this.biases = biases.clone();
        this.keys = keys.clone();
        this.weights = weights.clone();
        this.slotKeys = new long[Integer.highestOneBit(Math.max(4, keys.length)) * 4];
        this.slotRows = new int[slotKeys.length];
        for (int row = 0; row < keys.length; row++) {
            index(row);
        }
    }

    private void index(int row) {
        int slot = slot(keys[row]);
        slotKeys[slot] = keys[row];
        slotRows[slot] = row + 1;
    }

    /** Names of the outputs, in the order of the margins. */
    public List<String> outputs() {
        return outputs;
    }

    /** How many features have weights. */
    public int size() {
        return keys.length;
    }

    /** What it knows of the features of a thing. */
    public KnownFeatures known(FeatureVector features) {
        return new KnownFeatures(this, features);
    }

    /** For each output its bias and what the features add to it. */
    public double[] margins(FeatureVector features) {
        return known(features).margins();
    }

    /** A copy, as doubles. */
    double[] biases() {
        double[] copy = new double[biases.length];
        for (int output = 0; output < biases.length; output++) {
            copy[output] = biases[output];
        }
        return copy;
    }

    float weight(int row, int output) {
        return weights[row * biases.length + output];
    }

    /** Row of a feature's weights; below 0 where it has none. */
    int row(long key) {
        return slotRows[slot(key)] - 1;
    }

    /** Where the key stands, or may stand. */
    private int slot(long key) {
        int mask = slotKeys.length - 1;
        int slot = (int) key & mask;
        while (slotKeys[slot] != key && (slotKeys[slot] != 0 || slotRows[slot] != 0)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Writes it so that {@link #read} finds it the same. */
    public void write(OutputStream out) throws IOException {
        GZIPOutputStream packed = new GZIPOutputStream(out);
        DataOutputStream data = new DataOutputStream(packed);
        data.writeInt(FORM);
        data.writeInt(outputs.size());
        for (int output = 0; output < biases.length; output++) {
            data.writeUTF(outputs.get(output));
            data.writeFloat(biases[output]);
        }
        data.writeInt(keys.length);
        for (int i = 0; i < keys.length; i++) {
            data.writeLong(keys[i]);
            for (int output = 0; output < biases.length; output++) {
                data.writeFloat(weights[i * biases.length + output]);
            }
        }
        data.flush();
        packed.finish();
    }

    /**
     * A model as {@link #write} left it.
     *
     * @throws IOException where the bytes are none
     */
    public static LinearModel read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(new GZIPInputStream(in, 1 << 16));
        int form = data.readInt();
        if (form != FORM) {
            throw new IOException("a model of form " + form + " where form " + FORM + " is read");
        }
        List<String> outputs = new ArrayList<>();
        float[] biases = new float[data.readInt()];
        for (int output = 0; output < biases.length; output++) {
            outputs.add(data.readUTF());
            biases[output] = data.readFloat();
        }
        long[] keys = new long[data.readInt()];
        float[] weights = new float[keys.length * biases.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = data.readLong();
            for (int output = 0; output < biases.length; output++) {
                weights[i * biases.length + output] = data.readFloat();
            }
        }
        return new LinearModel(outputs, biases, keys, weights);
    }
}
