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
    private final int[] slots;

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
        this.slots = index(keys);
    }

    private static int[] index(long[] keys) {
        int[] slots = new int[Integer.highestOneBit(Math.max(4, keys.length)) * 4];
        for (int i = 0; i < keys.length; i++) {
            int slot = (int) keys[i] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = i + 1;
        }
        return slots;
    }

    /** Names of the outputs, in the order of the margins. */
    public List<String> outputs() {
        return outputs;
    }

    /** How many features have weights. */
    public int size() {
        return keys.length;
    }

    /** For each output its bias and what the features add to it. */
    public double[] margins(FeatureVector features) {
        double[] margins = new double[biases.length];
        for (int output = 0; output < biases.length; output++) {
            margins[output] = biases[output];
        }
        for (int i = 0; i < features.size(); i++) {
            int row = row(features.key(i));
            if (row >= 0) {
                float value = features.value(i);
                for (int output = 0, at = row * biases.length; output < biases.length; output++, at++) {
                    margins[output] += (double) weights[at] * value;
                }
            }
        }
        return margins;
    }

    /** What one of the features adds to one output's margin. */
    public double contribution(FeatureVector features, int feature, int output) {
        int row = row(features.key(feature));
        return row < 0 ? 0 : (double) weights[row * biases.length + output] * features.value(feature);
    }

    private int row(long key) {
        int mask = slots.length - 1;
        int slot = (int) key & mask;
        while (slots[slot] != 0) {
            if (keys[slots[slot] - 1] == key) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
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
