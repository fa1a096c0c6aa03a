package org.bellwether.classify.linear;

/** Those features of one thing that a model has weights for, looked up once; the others count for nothing. */
public final class KnownFeatures {

    private final LinearModel model;
    private final int[] rows;
    private final float[] values;
    private final int[] places;
    private int size;

    KnownFeatures(LinearModel model, FeatureVector features) {
        this.model = model;
        this.rows = new int[features.size()];
        this.values = new float[features.size()];
        this.places = new int[features.size()];
        for (int i = 0; i < features.size(); i++) {
            int row = model.row(features.key(i));
            if (row >= 0) {
                rows[size] = row;
                values[size] = features.value(i);
                places[size++] = features.place(i);
            }
        }
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Where one of them was first added from. */
    public int place(int index) {
        return places[index];
    }

    /** What one of them adds to an output's margin. */
    public double contribution(int index, int output) {
        return (double) model.weight(rows[index], output) * values[index];
    }

    /** For each output its bias and what the features add to it. */
    public double[] margins() {
        double[] margins = model.biases();
        for (int i = 0; i < size; i++) {
            for (int output = 0; output < margins.length; output++) {
                margins[output] += contribution(i, output);
            }
        }
        return margins;
    }
}
