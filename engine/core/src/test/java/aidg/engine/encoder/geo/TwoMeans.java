package aidg.engine.encoder.geo;

/// Splits vectors in two by k-means, begun from the two that lie furthest apart.
final class TwoMeans {

    private TwoMeans() {}

    /// Share of vectors whose half is their label's, the better way round.
    static double agreement(float[][] vectors, int[] labels) {
        float[][] centres = furthest(vectors);
        int[] halves = new int[vectors.length];
        for (int round = 0; round < 50; round++) {
            for (int i = 0; i < vectors.length; i++) {
                halves[i] = distance(vectors[i], centres[0]) <= distance(vectors[i], centres[1]) ? 0 : 1;
            }
            centres = centres(vectors, halves);
        }
        int same = 0;
        for (int i = 0; i < labels.length; i++) {
            same += halves[i] == labels[i] ? 1 : 0;
        }
        return Math.max(same, labels.length - same) / (double) labels.length;
    }

    private static float[][] furthest(float[][] vectors) {
        float[][] pair = {vectors[0], vectors[0]};
        for (float[] a : vectors) {
            for (float[] b : vectors) {
                if (distance(a, b) > distance(pair[0], pair[1])) {
                    pair = new float[][] {a, b};
                }
            }
        }
        return pair;
    }

    private static float[][] centres(float[][] vectors, int[] halves) {
        float[][] centres = new float[2][vectors[0].length];
        int[] counts = new int[2];
        for (int i = 0; i < vectors.length; i++) {
            counts[halves[i]]++;
            for (int k = 0; k < vectors[i].length; k++) {
                centres[halves[i]][k] += vectors[i][k];
            }
        }
        for (int half = 0; half < 2; half++) {
            for (int k = 0; k < centres[half].length; k++) {
                centres[half][k] /= Math.max(1, counts[half]);
            }
        }
        return centres;
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return sum;
    }
}
