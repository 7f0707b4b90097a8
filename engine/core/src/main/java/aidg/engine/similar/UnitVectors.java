package aidg.engine.similar;

import aidg.engine.torch.packed.RowProducts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Vectors of length 1 with ids, searched exactly by cosine. A vector of zeros is like nothing: its cosine with
/// anything is 0. [B4]
public final class UnitVectors {

    private static final Comparator<Near> WORST_FIRST =
            Comparator.comparingDouble(Near::cosine).thenComparing(Near::id, Comparator.reverseOrder());

    private final List<String> ids;
    private final float[] rows;
    private final int width;
    private final Map<String, Integer> places = new HashMap<>();

    /// How near something is.
    ///
    /// @param cosine -1..1
    public record Near(String id, double cosine) {}

    /// @param ids  no two alike
    /// @param rows (ids, width), row by row, of any length; copied
    public UnitVectors(List<String> ids, float[] rows, int width) {
        if (rows.length != ids.size() * width) {
            throw new IllegalArgumentException(
                    "%d numbers are not %d rows of %d".formatted(rows.length, ids.size(), width));
        }
        this.ids = List.copyOf(ids);
        this.rows = rows.clone();
        this.width = width;
        for (int i = 0; i < ids.size(); i++) {
            if (places.put(ids.get(i), i) != null) {
                throw new IllegalArgumentException("two vectors have the id '%s'".formatted(ids.get(i)));
            }
            normalise(this.rows, i * width, width);
        }
    }

    private static void normalise(float[] values, int from, int width) {
        double sum = 0;
        for (int k = from; k < from + width; k++) {
            sum += (double) values[k] * values[k];
        }
        double length = Math.sqrt(sum);
        for (int k = from; k < from + width; k++) {
            values[k] = length > 0 && Double.isFinite(length) ? (float) (values[k] / length) : 0;
        }
    }

    public int size() {
        return ids.size();
    }

    public List<String> ids() {
        return ids;
    }

    int width() {
        return width;
    }

    /// A vector, (width).
    ///
    /// @throws IllegalArgumentException if there is none of this id
    public float[] of(String id) {
        Integer place = places.get(id);
        if (place == null) {
            throw new IllegalArgumentException("no vector has the id '%s'".formatted(id));
        }
        float[] row = new float[width];
        System.arraycopy(rows, place * width, row, 0, width);
        return row;
    }

    /// Those of some ids, in their order.
    public UnitVectors only(List<String> some) {
        float[] picked = new float[some.size() * width];
        for (int i = 0; i < some.size(); i++) {
            System.arraycopy(of(some.get(i)), 0, picked, i * width, width);
        }
        return new UnitVectors(some, picked, width);
    }

    /// The nearest to a vector, nearest first, ties by id.
    ///
    /// @param query  of any length
    /// @param most   0 or more
    /// @param except an id to leave out, say the query's own
    public List<Near> nearest(float[] query, int most, String except) {
        float[] unit = query.clone();
        normalise(unit, 0, width);
        float[] products = RowProducts.of(rows, ids.size(), unit);
        PriorityQueue<Near> best = new PriorityQueue<>(WORST_FIRST);
        for (int i = 0; i < products.length; i++) {
            if (best.size() < most || most > 0 && products[i] >= best.element().cosine()) {
                if (!ids.get(i).equals(except)) {
                    best.add(new Near(ids.get(i), Math.clamp((double) products[i], -1, 1)));
                    if (best.size() > most) {
                        best.remove();
                    }
                }
            }
        }
        List<Near> nearest = new ArrayList<>(best);
        nearest.sort(WORST_FIRST.reversed());
        return nearest;
    }

    /// Cosines of one vector with all, in their order.
    float[] cosines(int place) {
        float[] query = new float[width];
        System.arraycopy(rows, place * width, query, 0, width);
        return RowProducts.of(rows, ids.size(), query);
    }
}
