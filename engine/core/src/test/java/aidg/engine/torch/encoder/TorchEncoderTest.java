package aidg.engine.torch.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.NDManager;
import aidg.engine.SmallMarket;
import aidg.engine.encoder.EncoderDimensions;
import aidg.engine.encoder.EventScaling;
import aidg.engine.encoder.HistoryWindow;
import aidg.engine.encoder.MemoryToken;
import aidg.engine.encoder.MerchantContext;
import aidg.engine.encoder.MerchantEvents;
import aidg.engine.encoder.MerchantMemory;
import aidg.engine.features.FeatureFit;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.torch.TorchDevice;
import aidg.engine.torch.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The merchant encoder with random weights: shapes, what it sees, what it refuses. [PER-2] [PER-5] [PER-6]
/// [PER-11] [PER-12] [X2] [X4] [B1] [B3]
class TorchEncoderTest {

    private static final Marketplace MARKET = SmallMarket.generated().marketplace();
    private static final EncoderDimensions DIMS = EncoderDimensions.with(3, 5);
    private static final byte[] WEIGHTS = weights();
    private static final TorchEncoder ENCODER = load(WEIGHTS);
    private static final EventScaling SCALING =
            EventScaling.learn(MARKET, FeatureFit.learn(MARKET, MARKET.asOf()).categories(), MARKET.asOf());

    private static byte[] weights() {
        TorchDevice cpu = TorchDevice.choose(TorchDevice.Wish.CPU);
        try (NDManager manager = TorchDevice.engine().newBaseManager(cpu.device())) {
            return Weights.fresh(MerchantEncoder.plan(DIMS), manager, new SplittableRandom(3))
                    .bytes();
        }
    }

    private static TorchEncoder load(byte[] weights) {
        return TorchEncoder.load(weights, DIMS, "weights", TorchDevice.choose(TorchDevice.Wish.CPU));
    }

    @AfterAll
    static void close() {
        ENCODER.close();
    }

    private static MerchantContext context(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new MerchantContext(draw(3 * 34, random), draw(48, random), draw(256, random), draw(15, random));
    }

    private static float[] draw(int size, SplittableRandom random) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static TorchEncoder.Input input(int merchant, long day) {
        String id = MARKET.merchants().get(merchant).id();
        MerchantEvents events = MerchantEvents.of(MARKET, id, SCALING);
        return new TorchEncoder.Input(HistoryWindow.latest(events, day), context(merchant));
    }

    private static long today() {
        return MARKET.asOf().toEpochDay() + 1;
    }

    @Test
    void branchesAddUpToThe656NumbersThatAreFusedTo512() {
        assertThat(DIMS.fused()).isEqualTo(656);
        assertThat(DIMS.profile()).isEqualTo(512);
        assertThat(MemoryToken.BRANCHES).hasSizeGreaterThanOrEqualTo(16);
        assertThat(MemoryToken.BRANCHES.stream().map(MemoryToken::name)).doesNotHaveDuplicates();
    }

    @Test
    void aMemoryIsAProfileAndItsTokensAllDifferent() {
        MerchantMemory memory = ENCODER.encode(List.of(input(0, today()))).getFirst();

        assertThat(memory.profile()).hasSize(512);
        assertThat(memory.tokens()).hasSize(DIMS.memoryTokens() * 512);
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < DIMS.memoryTokens(); i++) {
            tokens.add(Arrays.toString(Arrays.copyOfRange(memory.tokens(), i * 512, i * 512 + 4)));
        }
        assertThat(tokens).doesNotHaveDuplicates();
    }

    @Test
    void aMerchantIsEncodedTheSameAloneAndAmongOthers() {
        List<TorchEncoder.Input> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(input(i, today()));
        }
        List<MerchantMemory> together = ENCODER.encode(all);

        for (int i : new int[] {0, 7, 19}) {
            MerchantMemory alone = ENCODER.encode(List.of(all.get(i))).getFirst();
            assertThat(alone.content()).isEqualTo(together.get(i).content());
            assertThat(alone.tokens()).containsExactly(together.get(i).tokens(), offset(2e-5f));
        }
    }

    /// [B2]
    @Test
    void whatBecameKnownAfterTheLookChangesNothing() {
        MerchantEvents events =
                MerchantEvents.of(MARKET, MARKET.merchants().get(1).id(), SCALING);
        long day = events.events().get(events.events().size() / 2).day();
        MerchantEvents until = new MerchantEvents(
                events.deals(),
                events.events().stream().filter(event -> event.day() < day).toList());

        float[] now = encode(events, day).profile();

        assertThat(encode(until, day).profile()).containsExactly(now, offset(2e-5f));
        assertThat(encode(events, day + 200).profile()).isNotEqualTo(now);
    }

    private static MerchantMemory encode(MerchantEvents events, long day) {
        return ENCODER.encode(List.of(new TorchEncoder.Input(HistoryWindow.latest(events, day), context(1))))
                .getFirst();
    }

    @Test
    void aMerchantWithNothingKnownIsEncodedToFiniteNumbers() {
        MerchantContext nothing = new MerchantContext(new float[3 * 34], new float[48], new float[256], new float[15]);
        MerchantEvents none = new MerchantEvents(0, List.of());

        MerchantMemory memory = ENCODER.encode(
                        List.of(new TorchEncoder.Input(HistoryWindow.latest(none, today()), nothing)))
                .getFirst();

        for (float value : memory.tokens()) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void theContentHashFollowsHistoryContextDayAndWeights() {
        TorchEncoder.Input own = input(2, today());
        String hash = ENCODER.content(own);

        assertThat(ENCODER.content(input(2, today()))).isEqualTo(hash);
        assertThat(List.of(
                        ENCODER.content(input(2, today() + 1)),
                        ENCODER.content(new TorchEncoder.Input(own.window(), context(99))),
                        ENCODER.content(new TorchEncoder.Input(input(3, today()).window(), own.context())),
                        MerchantMemory.content("other weights", own.window(), own.context())))
                .doesNotHaveDuplicates()
                .doesNotContain(hash);
    }

    @Test
    void weightsOfOtherSizesAreRefusedByName() {
        EncoderDimensions wider = EncoderDimensions.with(4, 5);
        TorchDevice cpu = TorchDevice.choose(TorchDevice.Wish.CPU);

        assertThatThrownBy(() -> TorchEncoder.load(WEIGHTS, wider, "weights", cpu))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("facts.stem.weight");
        assertThatThrownBy(() -> load(Arrays.copyOf(WEIGHTS, 1000))).isInstanceOf(IllegalArgumentException.class);
    }
}
