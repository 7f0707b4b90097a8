package aidg.engine;

import aidg.engine.domain.Merchant;
import aidg.engine.domain.Progress;
import aidg.engine.encoder.ContextReader;
import aidg.engine.encoder.HistoryWindow;
import aidg.engine.encoder.MerchantEvents;
import aidg.engine.encoder.MerchantMemory;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.LiveFeatures;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.models.LearnedInputs;
import aidg.engine.models.ModelFile;
import aidg.engine.models.ModelPart;
import aidg.engine.torch.TorchDevice;
import aidg.engine.torch.encoder.TorchEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The memories of a marketplace's merchants on its day, encoded when they are first asked for. Safe for use by
/// several threads.
final class MerchantMemories implements AutoCloseable {

    private final Marketplace marketplace;
    private final LearnedInputs learned;
    private final LiveFeatures features;
    private final BranchReaders branches;
    private final TorchEncoder encoder;
    private final Map<String, MerchantMemory> memories = new LinkedHashMap<>();
    private @Nullable ContextReader contexts;

    MerchantMemories(Marketplace marketplace, ModelFile model, LiveFeatures features, TorchDevice device) {
        this.marketplace = marketplace;
        this.features = features;
        learned = model.learned();
        branches = BranchReaders.of(marketplace, model);
        encoder = TorchEncoder.load(
                model.weights(ModelPart.MERCHANT_ENCODER),
                learned.encoder(),
                model.provenance().weightsHash(),
                device);
    }

    /// @throws IllegalArgumentException if the merchant is unknown
    MerchantMemory of(String merchantId) {
        return Objects.requireNonNull(of(List.of(merchantId)).get(merchantId));
    }

    /// Memories by merchant; those not yet known are encoded together.
    ///
    /// @throws IllegalArgumentException if a merchant is unknown
    synchronized Map<String, MerchantMemory> of(Collection<String> merchantIds) {
        List<String> missing = merchantIds.stream()
                .distinct()
                .filter(id -> !memories.containsKey(id))
                .toList();
        List<TorchEncoder.Input> inputs = new ArrayList<>();
        for (String id : missing) {
            inputs.add(input(marketplace
                    .merchant(id)
                    .orElseThrow(() -> new IllegalArgumentException("no merchant has the id '%s'".formatted(id)))));
        }
        List<MerchantMemory> encoded = encoder.encode(inputs);
        for (int i = 0; i < encoded.size(); i++) {
            memories.put(missing.get(i), encoded.get(i));
        }
        Map<String, MerchantMemory> wanted = new LinkedHashMap<>();
        for (String id : merchantIds) {
            MerchantMemory memory = memories.get(id);
            if (memory != null) {
                wanted.put(id, memory);
            }
        }
        return wanted;
    }

    private TorchEncoder.Input input(Merchant merchant) {
        MerchantEvents events = MerchantEvents.of(marketplace, merchant.id(), learned.scaling());
        HistoryWindow window = HistoryWindow.latest(events, marketplace.asOf().toEpochDay() + 1);
        float[] facts = learned.layout().values(Side.MERCHANT, features.row(merchant));
        return new TorchEncoder.Input(
                window, contexts().read(merchant, marketplace.asOf().plusDays(1), facts));
    }

    private ContextReader contexts() {
        ContextReader ready = contexts;
        if (ready == null) {
            ready = branches.today(Progress.SILENT);
            contexts = ready;
        }
        return ready;
    }

    @Override
    public void close() {
        encoder.close();
    }
}
