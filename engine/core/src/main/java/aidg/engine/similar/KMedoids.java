package aidg.engine.similar;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Picks the vectors that stand best for all: k-medoids by swapping, each swap taken as soon as it helps
/// (FasterPAM, Schubert and Rousseeuw 2021), by cosine distance. Of more than 3,000 vectors, five samples are
/// clustered and the best medoids for all are kept (CLARA, Kaufman and Rousseeuw 1990).
final class KMedoids {

    private static final int WHOLE = 3000;
    private static final int SAMPLES = 5;

    private KMedoids() {}

    /// Places of the medoids, ascending; all places where there are no more than `k`.
    static int[] of(UnitVectors vectors, int k, long seed) {
        int n = vectors.size();
        if (n <= k) {
            return IntStream.range(0, n).toArray();
        }
        SplittableRandom random = new SplittableRandom(seed);
        if (n <= WHOLE) {
            return new Swaps(distances(vectors), k, random).run();
        }
        int[] best = new int[0];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < SAMPLES; i++) {
            int[] sample = sample(n, WHOLE, random);
            UnitVectors some = vectors.only(
                    Arrays.stream(sample).mapToObj(vectors.ids()::get).toList());
            int[] medoids = Arrays.stream(new Swaps(distances(some), k, random).run())
                    .map(at -> sample[at])
                    .toArray();
            double cost = cost(vectors, medoids);
            if (cost < least) {
                least = cost;
                best = medoids;
            }
        }
        return best;
    }

    /// Sum of the distances to the nearest medoid.
    static double cost(UnitVectors vectors, int[] medoids) {
        float[] nearest = new float[vectors.size()];
        Arrays.fill(nearest, Float.POSITIVE_INFINITY);
        for (int medoid : medoids) {
            float[] cosines = vectors.cosines(medoid);
            for (int i = 0; i < nearest.length; i++) {
                nearest[i] = Math.min(nearest[i], i == medoid ? 0 : distance(cosines[i]));
            }
        }
        double sum = 0;
        for (float distance : nearest) {
            sum += distance;
        }
        return sum;
    }

    private static float[][] distances(UnitVectors vectors) {
        float[][] distances = new float[vectors.size()][];
        for (int i = 0; i < distances.length; i++) {
            float[] cosines = vectors.cosines(i);
            for (int j = 0; j < cosines.length; j++) {
                cosines[j] = i == j ? 0 : distance(cosines[j]);
            }
            distances[i] = cosines;
        }
        return distances;
    }

    private static float distance(float cosine) {
        return Math.max(0, 1 - cosine);
    }

    private static int[] sample(int n, int size, SplittableRandom random) {
        int[] all = IntStream.range(0, n).toArray();
        for (int i = 0; i < size; i++) {
            int j = i + random.nextInt(n - i);
            int other = all[j];
            all[j] = all[i];
            all[i] = other;
        }
        int[] sample = Arrays.copyOf(all, size);
        Arrays.sort(sample);
        return sample;
    }

    /// One clustering: where the medoids are, and of every vector its nearest and second nearest.
    private static final class Swaps {

        private static final int MOST_ROUNDS = 100;
        private static final double GAIN = 1e-9;

        private final float[][] distances;
        private final int[] medoids;
        private final int[] nearest;
        private final float[] first;
        private final float[] second;

        Swaps(float[][] distances, int k, SplittableRandom random) {
            this.distances = distances;
            medoids = Arrays.copyOf(sample(distances.length, k, random), k);
            nearest = new int[distances.length];
            first = new float[distances.length];
            second = new float[distances.length];
        }

        int[] run() {
            assign();
            int since = 0;
            for (int step = 0; since < distances.length && step < MOST_ROUNDS * distances.length; step++) {
                since = tried(step % distances.length) ? 0 : since + 1;
            }
            int[] sorted = medoids.clone();
            Arrays.sort(sorted);
            return sorted;
        }

        private void assign() {
            for (int i = 0; i < distances.length; i++) {
                first[i] = Float.POSITIVE_INFINITY;
                second[i] = Float.POSITIVE_INFINITY;
                for (int m = 0; m < medoids.length; m++) {
                    float distance = distances[i][medoids[m]];
                    if (distance < first[i]) {
                        second[i] = first[i];
                        first[i] = distance;
                        nearest[i] = m;
                    } else if (distance < second[i]) {
                        second[i] = distance;
                    }
                }
            }
        }

        /// Lets a vector take the place of the medoid whose loss costs least, if the sum falls.
        private boolean tried(int candidate) {
            if (medoids[nearest[candidate]] == candidate) {
                return false;
            }
            double shared = 0;
            double[] change = new double[medoids.length];
            for (int i = 0; i < distances.length; i++) {
                float distance = distances[candidate][i];
                if (distance < first[i]) {
                    shared += distance - first[i];
                } else {
                    change[nearest[i]] += Math.min(distance, second[i]) - first[i];
                }
            }
            int worst = 0;
            for (int m = 1; m < change.length; m++) {
                worst = change[m] < change[worst] ? m : worst;
            }
            if (shared + change[worst] >= -GAIN) {
                return false;
            }
            medoids[worst] = candidate;
            assign();
            return true;
        }
    }
}
