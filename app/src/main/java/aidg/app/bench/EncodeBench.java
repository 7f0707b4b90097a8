package aidg.app.bench;

import aidg.app.PeakMemory;
import aidg.engine.DealEngine;
import aidg.engine.domain.Deal;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Progress;
import aidg.engine.encoder.EncoderDimensions;
import aidg.engine.encoder.text.TextOptions;
import aidg.engine.encoder.text.WordPieces;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.models.LearnedInputs;
import aidg.engine.models.ModelFile;
import aidg.engine.torch.TorchFloor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Times the encoding of all merchants of a marketplace. The floor is the multiply-adds of the encoder and of the
/// transformer that reads the notes, at the rate
/// that a plain matrix product reaches on this machine, on one thread.
public final class EncodeBench {

    private final DealEngine engine;
    private final EncoderDimensions dimensions;
    private final LearnedInputs.@Nullable Notes notes;

    /// @param model that the engine serves
    public EncodeBench(DealEngine engine, ModelFile model) {
        this.engine = engine;
        dimensions = model.provenance().encoder();
        notes = model.learned().notes();
    }

    /// Encodes once, cold, as after an import.
    public Measured run(Progress progress) throws IOException {
        Marketplace market = engine.marketplace();
        double rate = TorchFloor.multiplyAddsPerSecond();
        double work = reading(market);
        for (Merchant merchant : market.merchants()) {
            work += multiplyAdds(market, merchant.id());
        }
        long start = System.nanoTime();
        engine.profiles(progress);
        double millis = (System.nanoTime() - start) / 1e6;
        Map<String, Double> floor = new LinkedHashMap<>();
        floor.put("multiplyAddsPerSecond", rate);
        floor.put("multiplyAdds", work);
        floor.put("deals", (double) market.deals().size());
        floor.put("peakResidentMb", PeakMemory.megabytes());
        return new Measured(
                floor,
                List.of(Row.of(
                                "%d merchants".formatted(market.merchants().size()),
                                "history + features + encode",
                                millis,
                                millis,
                                millis)
                        .floor(1e3 * work / rate)));
    }

    private double reading(Marketplace market) {
        LearnedInputs.Notes reader = notes;
        if (reader == null) {
            return 0;
        }
        WordPieces pieces = WordPieces.uncased(reader.pieces());
        TextOptions options = reader.options();
        return market.notes().stream()
                .mapToDouble(
                        note -> TorchFloor.multiplyAdds(options, pieces.encode(note.text(), options.longest()).length))
                .sum();
    }

    /// A deal is an event when it is decided and, where it went out, when its outcome is known.
    private double multiplyAdds(Marketplace market, String merchantId) {
        List<Deal> deals = market.dealsOf(merchantId);
        int events = 0;
        for (Deal deal : deals.subList(Math.max(0, deals.size() - EncoderDimensions.DEALS), deals.size())) {
            events += deal.outcomeOn(market.asOf()) == null ? 1 : 2;
        }
        int overrides = Math.min(
                EncoderDimensions.OVERRIDES, market.overridesOf(merchantId).size());
        return TorchFloor.multiplyAdds(dimensions, events, overrides);
    }
}
