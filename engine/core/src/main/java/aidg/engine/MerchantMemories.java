package aidg.engine;

import aidg.engine.domain.Merchant;
import aidg.engine.domain.Progress;
import aidg.engine.encoder.ContextReader;
import aidg.engine.encoder.HistoryWindow;
import aidg.engine.encoder.MerchantEvents;
import aidg.engine.encoder.MerchantMemory;
import aidg.engine.encoder.MerchantProfiles;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The memories of a marketplace's merchants on its day, encoded when they are first asked for; the last ones asked
/// for stay. Safe for use by several threads.
final class MerchantMemories implements AutoCloseable {

    /// Memories that stay, about 70 KB each.
    private static final int STAYING = 1000;

    /// Merchants whose memories are held together where only their profiles are wanted.
    private static final int AT_ONCE = 128;

    private static final String NAME = "memories";
    private static final String PROFILES = "profiles";

    private final Marketplace marketplace;
    private final LearnedInputs learned;
    private final LiveFeatures features;
    private final BranchReaders branches;
    private final TorchEncoder encoder;
    private final Keep keep;
    private final String identity;
    private final Map<String, MerchantMemory> memories = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MerchantMemory> eldest) {
            return size() > STAYING;
        }
    };
    private final CompletableFuture<Optional<Map<String, MerchantMemory>>> kept;
    private boolean keptTaken;
    private @Nullable ContextReader contexts;

    /// @param identity of all that a memory depends on but the merchant
    MerchantMemories(
            Marketplace marketplace,
            ModelFile model,
            LiveFeatures features,
            TorchDevice device,
            Keep keep,
            String identity) {
        this.marketplace = marketplace;
        this.features = features;
        this.keep = keep;
        this.identity = identity;
        learned = model.learned();
        kept = CompletableFuture.supplyAsync(() -> keep.read(NAME, stream -> MemoryStream.read(identity, stream)));
        branches = BranchReaders.of(marketplace, model);
        encoder = TorchEncoder.load(
                model.weights(ModelPart.MERCHANT_ENCODER),
                learned.encoder(),
                model.provenance().weightsHash(),
                device);
    }

    /// Memories by merchant; those not yet known are encoded together.
    ///
    /// @throws IllegalArgumentException if a merchant is unknown
    synchronized Map<String, MerchantMemory> of(Collection<String> merchantIds) {
        takeKept();
        Map<String, MerchantMemory> wanted = new LinkedHashMap<>();
        List<Merchant> missing = new ArrayList<>();
        for (String id : new LinkedHashSet<>(merchantIds)) {
            MerchantMemory known = memories.get(id);
            if (known == null) {
                missing.add(marketplace.knownMerchant(id));
            } else {
                wanted.put(id, known);
            }
        }
        if (!missing.isEmpty()) {
            List<MerchantMemory> encoded = encoder.encode(inputs(missing));
            for (int i = 0; i < encoded.size(); i++) {
                wanted.put(missing.get(i).id(), encoded.get(i));
                memories.put(missing.get(i).id(), encoded.get(i));
            }
        }
        return wanted;
    }

    /// The profiles of all merchants, in the marketplace's order; few memories at a time are held. Kept.
    MerchantProfiles profiles(Progress progress) {
        List<Merchant> all = marketplace.merchants();
        Optional<MerchantProfiles> known = keep.read(PROFILES, stream -> MemoryStream.readProfiles(identity, stream));
        if (known.isPresent() && known.get().merchantIds().size() == all.size()) {
            return known.get();
        }
        int width = learned.encoder().profile();
        float[] vectors = new float[all.size() * width];
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            progress.at("Reading merchants", from, all.size());
            List<Merchant> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            List<MerchantMemory> encoded;
            synchronized (this) {
                encoded = encoder.encode(inputs(some));
            }
            for (int i = 0; i < encoded.size(); i++) {
                System.arraycopy(encoded.get(i).profile(), 0, vectors, (from + i) * width, width);
            }
        }
        MerchantProfiles profiles =
                new MerchantProfiles(all.stream().map(Merchant::id).toList(), vectors);
        keep.write(PROFILES, stream -> MemoryStream.writeProfiles(identity, profiles, stream));
        return profiles;
    }

    /// Which past deals and overrides a merchant's memory was made from; the memory itself need not be at hand.
    ///
    /// @throws IllegalArgumentException if the merchant is unknown
    List<PastAttention> pastAttention(String merchantId) {
        Merchant merchant = marketplace.knownMerchant(merchantId);
        HistoryWindow window = window(merchant);
        return new PastReader(marketplace, merchantId, window).read(encoder.attention(window));
    }

    private HistoryWindow window(Merchant merchant) {
        MerchantEvents events = MerchantEvents.of(marketplace, merchant.id(), learned.scaling());
        return HistoryWindow.latest(events, marketplace.asOf().toEpochDay() + 1);
    }

    private List<TorchEncoder.Input> inputs(List<Merchant> merchants) {
        ContextReader reader = contexts;
        if (reader == null) {
            reader = branches.today();
            contexts = reader;
        }
        branches.readNotes(merchants.stream()
                .flatMap(merchant -> marketplace.notesOf(merchant.id()).stream())
                .toList());
        List<TorchEncoder.Input> inputs = new ArrayList<>();
        for (Merchant merchant : merchants) {
            float[] facts = learned.layout().values(Side.MERCHANT, features.row(merchant));
            inputs.add(new TorchEncoder.Input(
                    window(merchant), reader.read(merchant, marketplace.asOf().plusDays(1), facts)));
        }
        return inputs;
    }

    /// Keeps the memories of these merchants that are at hand for the next start.
    synchronized void keep(Collection<String> merchantIds) {
        Map<String, MerchantMemory> some = new LinkedHashMap<>();
        for (String id : merchantIds) {
            MerchantMemory memory = memories.get(id);
            if (memory != null) {
                some.put(id, memory);
            }
        }
        keep.write(NAME, stream -> MemoryStream.write(identity, some, stream));
    }

    private void takeKept() {
        if (!keptTaken) {
            keptTaken = true;
            kept.join().ifPresent(memories::putAll);
        }
    }

    @Override
    public void close() {
        encoder.close();
        branches.close();
    }
}
