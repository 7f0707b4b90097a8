package aidg.engine.torch.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import aidg.engine.encoder.EncoderBatch;
import aidg.engine.encoder.EncoderDimensions;
import aidg.engine.encoder.EventAttention;
import aidg.engine.encoder.HistoryWindow;
import aidg.engine.encoder.MerchantContext;
import aidg.engine.encoder.MerchantMemory;
import aidg.engine.torch.Safetensors;
import aidg.engine.torch.TorchDevice;
import aidg.engine.torch.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/// The trained merchant encoder, which no longer changes. Safe for use by several threads. [PER-13]
public final class TorchEncoder implements AutoCloseable {

    /// Places of events per forward pass, filled ones and others; more only costs memory.
    private static final int POSITIONS = 1600;

    private static final MerchantContext NO_CONTEXT =
            new MerchantContext(new float[0], new float[0], new float[0], new float[0]);

    private final EncoderDimensions dims;
    private final NDManager manager;
    private final MerchantEncoder encoder;
    private final String hash;

    private TorchEncoder(EncoderDimensions dims, NDManager manager, MerchantEncoder encoder, String hash) {
        this.dims = dims;
        this.manager = manager;
        this.encoder = encoder;
        this.hash = hash;
    }

    /// Reads weights in the safetensors form.
    ///
    /// @param hash of the weights, part of every memory's content hash
    /// @throws IllegalArgumentException if they are damaged or not of these dimensions, saying which array
    public static TorchEncoder load(byte[] safetensors, EncoderDimensions dims, String hash, TorchDevice device) {
        TorchDevice.prepareThread();
        NDManager manager = TorchDevice.engine().newBaseManager(device.device());
        try {
            Weights weights = Weights.of(MerchantEncoder.plan(dims), Safetensors.read(manager, safetensors));
            return new TorchEncoder(dims, manager, new MerchantEncoder(dims, weights), hash);
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    /// A merchant to encode.
    ///
    /// @param window with one look
    public record Input(HistoryWindow window, MerchantContext context) {}

    /// Hash of what the memory of an input depends on, for a cache.
    public String content(Input input) {
        return MerchantMemory.content(hash, input.window(), input.context());
    }

    /// Encodes merchants, in their order, on all cores; a merchant's memory is the same to rounding whoever is
    /// encoded beside it. Histories of like length go together, so that little is filled up.
    public List<MerchantMemory> encode(List<Input> inputs) {
        List<List<Integer>> batches = batches(inputs);
        MerchantMemory[] memories = new MerchantMemory[inputs.size()];
        batches.stream().parallel().forEach(batch -> {
            List<Input> some = batch.stream().map(inputs::get).toList();
            List<MerchantMemory> encoded =
                    encodeBatch(some, batches.size() == 1 ? TorchEncoder::beside : Runnable::run);
            for (int i = 0; i < encoded.size(); i++) {
                memories[batch.get(i)] = encoded.get(i);
            }
        });
        return List.of(memories);
    }

    /// Where the branches that read a merchant's events look: the attention of the pass that makes its memory.
    /// Some 50 ms.
    ///
    /// @param window with one look
    public EventAttention attention(HistoryWindow window) {
        TorchDevice.prepareThread();
        EncoderBatch batch = EncoderBatch.of(List.of(window), example -> NO_CONTEXT);
        try (NDManager scope = manager.newSubManager()) {
            MerchantEncoder.Past past = encoder.past(batch, scope, TorchEncoder::beside);
            return new EventAttention(
                    rows(past.history().attention()),
                    rows(past.sequence().attention()),
                    rows(past.overrides().attention()));
        }
    }

    /// (1, heads, T, T) as an array.
    private static float[][][] rows(NDArray attention) {
        int heads = (int) attention.getShape().get(1);
        int positions = (int) attention.getShape().get(2);
        float[] flat = attention.toFloatArray();
        float[][][] rows = new float[heads][positions][];
        for (int i = 0; i < heads * positions; i++) {
            rows[i / positions][i % positions] = Arrays.copyOfRange(flat, i * positions, (i + 1) * positions);
        }
        return rows;
    }

    private static List<List<Integer>> batches(List<Input> inputs) {
        List<Integer> order = IntStream.range(0, inputs.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        i -> inputs.get(i).window().events().size()))
                .toList();
        List<List<Integer>> batches = new ArrayList<>();
        List<Integer> batch = new ArrayList<>();
        for (int i : order) {
            int longest = inputs.get(i).window().events().size() + 1;
            if (!batch.isEmpty() && (batch.size() + 1) * longest > POSITIONS) {
                batches.add(batch);
                batch = new ArrayList<>();
            }
            batch.add(i);
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    /// Runs a step on another thread, without gradients.
    private static void beside(Runnable step) {
        ForkJoinPool.commonPool().execute(() -> {
            TorchDevice.prepareThread();
            step.run();
        });
    }

    private List<MerchantMemory> encodeBatch(List<Input> inputs, Executor beside) {
        TorchDevice.prepareThread();
        List<MerchantMemory> memories = new ArrayList<>(inputs.size());
        List<HistoryWindow> windows = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            HistoryWindow window = inputs.get(i).window();
            windows.add(new HistoryWindow(
                    window.events(),
                    window.overrides(),
                    List.of(new HistoryWindow.Look(i, window.looks().getFirst().day()))));
        }
        EncoderBatch batch =
                EncoderBatch.of(windows, example -> inputs.get(example).context());
        try (NDManager scope = manager.newSubManager()) {
            MerchantEncoder.Memory memory = encoder.forward(batch, scope, beside);
            float[] profiles = memory.profile().toFloatArray();
            float[] tokens = memory.memory().toFloatArray();
            int profile = dims.profile();
            int size = dims.memoryTokens() * profile;
            for (int i = 0; i < inputs.size(); i++) {
                memories.add(new MerchantMemory(
                        content(inputs.get(i)),
                        Arrays.copyOfRange(profiles, i * profile, (i + 1) * profile),
                        Arrays.copyOfRange(tokens, i * size, (i + 1) * size)));
            }
        }
        return memories;
    }

    @Override
    public void close() {
        manager.close();
    }
}
