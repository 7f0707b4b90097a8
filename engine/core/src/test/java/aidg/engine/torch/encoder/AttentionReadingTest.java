package aidg.engine.torch.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import aidg.engine.SmallMarket;
import aidg.engine.encoder.EncoderBatch;
import aidg.engine.encoder.EncoderDimensions;
import aidg.engine.encoder.EventAttention;
import aidg.engine.encoder.EventScaling;
import aidg.engine.encoder.HistoryWindow;
import aidg.engine.encoder.MerchantContext;
import aidg.engine.encoder.MerchantEvents;
import aidg.engine.encoder.MerchantMemory;
import aidg.engine.features.FeatureFit;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.torch.Lstm;
import aidg.engine.torch.TorchDevice;
import aidg.engine.torch.Weights;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The attention that is read out of the encoder against softmax(q k / sqrt d) in plain Java, with random
/// weights. All layers of a transformer but the last pass on what they get, so that the last one's input can be
/// told. [EXP-1]
class AttentionReadingTest {

    private static final int WIDTH = 128;
    private static final int HEADS = 8;
    private static final double[] SLOPES = {0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6};

    private static final Marketplace MARKET = SmallMarket.generated().marketplace();
    private static final EncoderDimensions DIMS = EncoderDimensions.with(3, 5);
    private static final TorchDevice CPU = TorchDevice.choose(TorchDevice.Wish.CPU);
    private static final NDManager MANAGER = TorchDevice.engine().newBaseManager(CPU.device());
    private static final Weights WEIGHTS = weights();
    private static final TorchEncoder ENCODER = TorchEncoder.load(WEIGHTS.bytes(), DIMS, "weights", CPU);
    private static final HistoryWindow WINDOW = window();
    private static final EventAttention READ = ENCODER.attention(WINDOW);
    private static final MerchantContext CONTEXT =
            new MerchantContext(new float[3 * 34], new float[48], new float[256], new float[15]);

    private static Weights weights() {
        Weights weights = Weights.fresh(MerchantEncoder.plan(DIMS), MANAGER, new SplittableRandom(7));
        for (int layer = 0; layer < DealHistoryBranch.LAYERS - 1; layer++) {
            silence(weights, "history" + layer);
        }
        for (int layer = 0; layer < SequenceBranch.LAYERS - 1; layer++) {
            silence(weights, "sequence" + layer);
        }
        return weights;
    }

    private static void silence(Weights weights, String layer) {
        for (String step : List.of(".out.weight", ".narrow.weight")) {
            NDArray array = weights.get(layer + step);
            array.set(new float[(int) array.size()]);
        }
    }

    /// Of the merchant with the most overrides.
    private static HistoryWindow window() {
        EventScaling scaling = EventScaling.learn(
                MARKET, FeatureFit.learn(MARKET, MARKET.asOf()).categories(), MARKET.asOf());
        return MARKET.merchants().stream()
                .map(merchant -> HistoryWindow.latest(
                        MerchantEvents.of(MARKET, merchant.id(), scaling),
                        MARKET.asOf().toEpochDay() + 1))
                .reduce((a, b) -> b.overrides().size() > a.overrides().size() ? b : a)
                .orElseThrow();
    }

    @AfterAll
    static void close() {
        ENCODER.close();
        MANAGER.close();
    }

    private static EncoderBatch batch() {
        return EncoderBatch.of(List.of(WINDOW), example -> CONTEXT);
    }

    @Test
    void theDealHistoryLooksBySoftmaxWithRecency() {
        EncoderBatch batch = batch();
        int t = batch.positions();
        double[][] deals = product(rows(batch.dealTokens(), t), "history.embed.weight", DIMS.history());
        double[][] kinds = product(rows(batch.kinds(), t), "history.kind.weight", DIMS.history());
        for (int i = 0; i < t; i++) {
            for (int k = 0; k < WIDTH; k++) {
                deals[i][k] += kinds[i][k];
            }
        }

        assertLooks(READ.history(), attention(normal(deals), "history2.qkv.weight", batch));
    }

    @Test
    void theCourseOfEventsLooksBySoftmaxWithRecency() {
        EncoderBatch batch = batch();
        double[][] events = product(rows(batch.eventTokens(), batch.positions()), "sequence.embed.weight", WIDTH);

        assertLooks(READ.sequence(), attention(normal(events), "sequence5.qkv.weight", batch));
    }

    @Test
    void overridesLookBySoftmaxAtWhatCameBefore() {
        EncoderBatch batch = batch();
        int o = batch.overridePositions();
        assertThat(o).isGreaterThan(4);
        float[] states = new Lstm(WEIGHTS, "override.lstm", WIDTH, 2)
                .forward(MANAGER.create(batch.overrideTokens(), new Shape(1, o, DIMS.event())))
                .toFloatArray();
        double[][][] expected = new double[HEADS][o][];
        double[][] qkv = product(rows(states, o), "override.attention.qkv.weight", 3 * WIDTH);
        for (int head = 0; head < HEADS; head++) {
            for (int row = 0; row < o; row++) {
                double[] logits = new double[o];
                for (int column = 0; column < o; column++) {
                    logits[column] = column > row ? Double.NEGATIVE_INFINITY : logit(qkv, head, row, column);
                }
                expected[head][row] = softmax(logits);
            }
        }

        assertLooks(READ.overrides(), expected);
    }

    @Test
    void aMemoryIsTheSameToTheBitWhetherOrNotItsAttentionIsRead() {
        List<TorchEncoder.Input> input = List.of(new TorchEncoder.Input(WINDOW, CONTEXT));
        try (TorchEncoder unread = TorchEncoder.load(WEIGHTS.bytes(), DIMS, "weights", CPU)) {
            MerchantMemory before = unread.encode(input).getFirst();

            unread.attention(WINDOW);

            for (MerchantMemory memory : List.of(
                    unread.encode(input).getFirst(), ENCODER.encode(input).getFirst())) {
                assertThat(memory.tokens()).isEqualTo(before.tokens());
                assertThat(memory.profile()).isEqualTo(before.profile());
                assertThat(memory.content()).isEqualTo(before.content());
            }
        }
    }

    private static void assertLooks(float[][][] read, double[][][] expected) {
        assertThat(read).hasDimensions(HEADS, expected[0].length);
        for (int head = 0; head < HEADS; head++) {
            for (int row = 0; row < expected[head].length; row++) {
                for (int column = 0; column < expected[head][row].length; column++) {
                    assertThat((double) read[head][row][column])
                            .as("head %d, %d looks at %d", head, row, column)
                            .isCloseTo(expected[head][row][column], offset(1e-5));
                }
            }
        }
    }

    private static double[][][] attention(double[][] x, String weights, EncoderBatch batch) {
        int t = batch.positions();
        double[][] qkv = product(x, weights, 3 * WIDTH);
        double[][][] attention = new double[HEADS][t][];
        for (int head = 0; head < HEADS; head++) {
            for (int row = 0; row < t; row++) {
                double[] logits = new double[t];
                for (int column = 0; column < t; column++) {
                    logits[column] = logit(qkv, head, row, column)
                            + batch.hidden()[row * t + column]
                            - SLOPES[head] * batch.months()[row * t + column];
                }
                attention[head][row] = softmax(logits);
            }
        }
        return attention;
    }

    private static double logit(double[][] qkv, int head, int row, int column) {
        int width = WIDTH / HEADS;
        double sum = 0;
        for (int k = head * width; k < (head + 1) * width; k++) {
            sum += qkv[row][k] * qkv[column][WIDTH + k];
        }
        return sum / Math.sqrt(width);
    }

    private static double[] softmax(double[] logits) {
        double[] shares = new double[logits.length];
        double most = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            most = Math.max(most, logit);
        }
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            shares[i] = Math.exp(logits[i] - most);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private static double[][] rows(float[] flat, int count) {
        int width = flat.length / count;
        double[][] rows = new double[count][width];
        for (int i = 0; i < flat.length; i++) {
            rows[i / width][i % width] = flat[i];
        }
        return rows;
    }

    /// Fresh biases are 0.
    private static double[][] product(double[][] x, String name, int width) {
        float[] matrix = WEIGHTS.get(name).toFloatArray();
        double[][] product = new double[x.length][width];
        for (int row = 0; row < x.length; row++) {
            for (int k = 0; k < x[row].length; k++) {
                for (int column = 0; column < width; column++) {
                    product[row][column] += x[row][k] * matrix[k * width + column];
                }
            }
        }
        return product;
    }

    private static double[][] normal(double[][] x) {
        double[][] normal = new double[x.length][WIDTH];
        for (int row = 0; row < x.length; row++) {
            double mean = 0;
            double squares = 0;
            for (double value : x[row]) {
                mean += value / WIDTH;
            }
            for (double value : x[row]) {
                squares += (value - mean) * (value - mean) / WIDTH;
            }
            for (int k = 0; k < WIDTH; k++) {
                normal[row][k] = (x[row][k] - mean) / Math.sqrt(squares + 1e-5);
            }
        }
        return normal;
    }
}
