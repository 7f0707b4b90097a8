package aidg.engine.encoder;

import java.util.List;
import java.util.stream.IntStream;

/// The histories behind a set of examples, in windows.
///
/// @param windows  with every example in exactly one of them
/// @param contexts per example
public record HistorySet(List<HistoryWindow> windows, List<MerchantContext> contexts) {

    public HistorySet {
        windows = List.copyOf(windows);
        contexts = List.copyOf(contexts);
    }

    /// Some windows laid out.
    public EncoderBatch batch(int[] items) {
        return EncoderBatch.of(IntStream.of(items).mapToObj(windows::get).toList(), contexts::get);
    }
}
