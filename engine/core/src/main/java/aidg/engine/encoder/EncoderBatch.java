package aidg.engine.encoder;

import aidg.engine.encoder.HistoryWindow.Group;
import aidg.engine.encoder.HistoryWindow.Look;
import aidg.engine.encoder.MerchantEvents.Event;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/// Windows of several merchants and the looks into them, as flat arrays. Position 0 of every window stands for
/// "nothing known"; event `i` is at position `i + 1`.
///
/// Sizes: B windows of T positions and O override positions, at most E looks per window, N looks in all.
///
/// @param dealTokens     (B, T, 24)
/// @param eventTokens    (B, T, 64), the last number 1 where there is no event
/// @param kinds          (B, T, 5), one-hot; the first says that it is the start
/// @param hidden         (B, T, T), 0 where row may see column and far below 0 where not
/// @param months         (B, T, T), how many months column lies before row
/// @param averages       (B, 3 E, T), weights of the events in the average of each group for each look
/// @param overrideTokens (B, O, 64), likewise
/// @param latest         per look, its last known event as `window * T + position`
/// @param averageRows    per look, its first row in `averages` as `window * 3 E + row`
/// @param latestOverride per look, its last known override event as `window * O + position`
/// @param examples       per look, the caller's number
/// @param contexts       per look, what is known beside the deals
public record EncoderBatch(
        int windows,
        int positions,
        int overridePositions,
        int mostLooks,
        float[] dealTokens,
        float[] eventTokens,
        float[] kinds,
        float[] hidden,
        float[] months,
        float[] averages,
        float[] overrideTokens,
        int[] latest,
        int[] averageRows,
        int[] latestOverride,
        int[] examples,
        List<MerchantContext> contexts) {

    /// Numbers of a kind, the start included.
    public static final int KINDS = EventKind.values().length + 1;

    private static final float UNSEEN = -1e9f;
    private static final double MONTH = 30;

    public EncoderBatch {
        contexts = List.copyOf(contexts);
    }

    /// Number of looks.
    public int looks() {
        return examples.length;
    }

    /// Lays windows out.
    ///
    /// @param contexts by the looks' examples
    public static EncoderBatch of(List<HistoryWindow> windows, IntFunction<MerchantContext> contexts) {
        int b = windows.size();
        int t = 1 + windows.stream().mapToInt(w -> w.events().size()).max().orElse(0);
        int o = 1 + windows.stream().mapToInt(w -> w.overrides().size()).max().orElse(0);
        int e = windows.stream().mapToInt(w -> w.looks().size()).max().orElse(0);
        int n = windows.stream().mapToInt(w -> w.looks().size()).sum();
        int[] examples = windows.stream()
                .flatMap(w -> w.looks().stream())
                .mapToInt(Look::example)
                .toArray();
        EncoderBatch batch = new EncoderBatch(
                b,
                t,
                o,
                e,
                new float[b * t * 24],
                new float[b * t * 64],
                new float[b * t * KINDS],
                new float[b * t * t],
                new float[b * t * t],
                new float[b * 3 * e * t],
                new float[b * o * 64],
                new int[n],
                new int[n],
                new int[n],
                examples,
                Arrays.stream(examples).mapToObj(contexts).toList());
        int look = 0;
        for (int w = 0; w < b; w++) {
            batch.layEvents(windows.get(w), w);
            batch.layOverrides(windows.get(w), w);
            look = batch.layLooks(windows.get(w), w, look);
        }
        return batch;
    }

    private void layEvents(HistoryWindow window, int w) {
        int t = positions;
        List<Event> events = window.events();
        int[] replacedAt = new int[t];
        Arrays.fill(replacedAt, Integer.MAX_VALUE);
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            int at = w * t + i + 1;
            System.arraycopy(event.dealToken(), 0, dealTokens, at * 24, 24);
            System.arraycopy(event.eventToken(), 0, eventTokens, at * 64, 64);
            for (int j = 0; j < i && event.isOutcome(); j++) {
                if (events.get(j).deal() == event.deal()) {
                    replacedAt[j + 1] = i + 1;
                }
            }
        }
        for (int q = 0; q < t; q++) {
            if (q == 0 || q > events.size()) {
                eventTokens[(w * t + q) * 64 + 63] = 1;
            }
            kinds[
                    (w * t + q) * KINDS
                            + (q == 0 || q > events.size()
                                    ? 0
                                    : 1 + events.get(q - 1).kindIndex())] = 1;
            for (int k = 0; k < t; k++) {
                int at = (w * t + q) * t + k;
                hidden[at] = k > q || replacedAt[k] <= q ? UNSEEN : 0;
                boolean dated = k > 0 && k <= q && q <= events.size();
                months[at] = dated
                        ? (float) ((events.get(q - 1).day() - events.get(k - 1).day()) / MONTH)
                        : 0;
            }
        }
    }

    private void layOverrides(HistoryWindow window, int w) {
        List<Integer> overrides = window.overrides();
        for (int i = 0; i < overridePositions; i++) {
            overrideTokens[(w * overridePositions + i) * 64 + 63] = i == 0 || i > overrides.size() ? 1 : 0;
        }
        for (int i = 0; i < overrides.size(); i++) {
            float[] token = window.events().get(overrides.get(i)).eventToken();
            System.arraycopy(token, 0, overrideTokens, (w * overridePositions + i + 1) * 64, 64);
        }
    }

    private int layLooks(HistoryWindow window, int w, int first) {
        int look = first;
        for (int i = 0; i < window.looks().size(); i++) {
            long day = window.looks().get(i).day();
            latest[look] = w * positions + window.known(day);
            latestOverride[look] = w * overridePositions + window.knownOverrides(day);
            int row = w * 3 * mostLooks + 3 * i;
            averageRows[look] = row;
            for (Group group : Group.values()) {
                window.average(group, day, averages, (row + group.ordinal()) * positions + 1);
            }
            look++;
        }
        return look;
    }
}
