package aidg.engine.torch.packed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Deal tokens that meet memories mixed of two merchants'. Exact: the attention scores of every token against
/// either memory are known beforehand and picked memory token by memory token; what the attention takes from each
/// memory is added. Immutable, for any thread.
final class MixedTokens {

    /// No other deal takes part.
    static final int NONE = -1;

    private final ScorerShape shape;
    private final Arithmetic arithmetic;
    private final TokenPass pass;
    private final List<FoldedMerchant> merchants;
    private final List<Side> sides = new ArrayList<>();

    /// A deal token and the memory that it meets.
    ///
    /// @param isOwn  whether the token is the own deal's
    /// @param other  whose what is not own is, from 0; `NONE` where everything is own
    /// @param memory tokens of the memory that are own
    record Key(int token, boolean isOwn, int other, BitSet memory) {}

    /// A deal's tokens before they meet a memory.
    ///
    /// @param lifted (D, E)
    /// @param scores by merchant met, (D, H x M); empty for those that no mix brings together
    private record Side(float[] lifted, float[][] scores) {}

    /// @param merchants the own one, then the others
    /// @param deals     theirs, (D, W) each
    MixedTokens(
            ScorerShape shape,
            Arithmetic arithmetic,
            TokenPass pass,
            Workspace room,
            List<FoldedMerchant> merchants,
            List<float[]> deals) {
        this.shape = shape;
        this.arithmetic = arithmetic;
        this.pass = pass;
        this.merchants = List.copyOf(merchants);
        for (int deal = 0; deal < deals.size(); deal++) {
            float[][] scores = new float[merchants.size()][0];
            for (int met = 0; met < scores.length; met++) {
                if (deal == 0 || met == 0 || met == deal) {
                    room.merchants[0] = merchants.get(met);
                    pass.enter(room, deals.get(deal));
                    scores[met] = Arrays.copyOf(room.scores, shape.dealTokens() * room.scoreStride);
                }
            }
            sides.add(new Side(Arrays.copyOf(room.lifted, shape.dealTokens() * room.modelStride), scores));
        }
    }

    /// @param keys with one other deal, side by side where they are of one token; no more than the room has rows
    /// @return per key its part (P) of the head's input
    float[][] pass(Workspace room, List<Key> keys) {
        int rows = keys.size();
        for (int row = 0; row < rows; row++) {
            pick(room, row, keys.get(row));
        }
        arithmetic.softmax(room.scores, 0, room.scoreStride, rows, shape.heads(), shape.memoryTokens());
        attend(room, keys);
        pass.feed(room, rows);
        for (int row = 0; row < rows; ) {
            int end = row + 1;
            while (end < rows && keys.get(end).token() == keys.get(row).token()) {
                end++;
            }
            pass.pool(room, keys.get(row).token(), row, end - row, room.parts);
            row = end;
        }
        float[][] parts = new float[rows][];
        for (int row = 0; row < rows; row++) {
            parts[row] = Arrays.copyOfRange(room.parts, row * room.poolStride, row * room.poolStride + shape.pool());
        }
        return parts;
    }

    private void pick(Workspace room, int row, Key key) {
        Side side = sides.get(key.isOwn() ? 0 : key.other() + 1);
        float[] own = side.scores()[0];
        float[] other = side.scores()[key.other() + 1];
        int from = key.token() * room.scoreStride;
        int to = row * room.scoreStride;
        for (int i = 0; i < shape.keys(); i++) {
            room.scores[to + i] = (key.memory().get(i % shape.memoryTokens()) ? own : other)[from + i];
        }
        System.arraycopy(
                side.lifted(), key.token() * room.modelStride, room.lifted, row * room.modelStride, room.modelStride);
    }

    /// What both memories answer, each to the attention that its own tokens get.
    private void attend(Workspace room, List<Key> keys) {
        int rows = keys.size();
        int other = keys.getFirst().other();
        Layer own = merchants.getFirst().answer();
        if (other == NONE) {
            arithmetic.multiply(room.scores, 0, room.scoreStride, rows, own, room.attended, 0, room.modelStride);
            return;
        }
        float[] away = new float[rows * room.scoreStride];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < shape.keys(); i++) {
                int at = row * room.scoreStride + i;
                if (!keys.get(row).memory().get(i % shape.memoryTokens())) {
                    away[at] = room.scores[at];
                    room.scores[at] = 0;
                }
            }
        }
        Layer others = merchants.get(other + 1).answer();
        arithmetic.multiply(room.scores, 0, room.scoreStride, rows, own, room.attended, 0, room.modelStride);
        arithmetic.multiply(away, 0, room.scoreStride, rows, others, room.passed, 0, room.modelStride);
        float[] bias = own.bias();
        for (int row = 0; row < rows; row++) {
            int at = row * room.modelStride;
            for (int i = 0; i < shape.model(); i++) {
                room.attended[at + i] += room.passed[at + i] - bias[i];
            }
        }
    }
}
