package aidg.engine.torch.packed;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/// Scores deals mixed of one deal's tokens and another's. What a token brings to the head depends on itself and on
/// the memory that it meets, so it is computed once for both, however many mixes share it, and joint numbers cost
/// only the head. Uses all processors; the results do not depend on how many there are. For one thread at a time.
public final class PackedMixture {

    private final ScorerShape shape;
    private final PooledHead head;
    private final Workspace.Shelf shelf;
    private final MixedTokens tokens;

    /// Tokens that pass together, at most: half of what there is room for, so that all processors get some.
    private final int most;

    private final Map<MixedTokens.Key, float[]> parts = new HashMap<>();

    /// A mix.
    ///
    /// @param deal   per deal token, whether it is the own deal's
    /// @param memory per memory token, whether it is the own merchant's
    /// @param other  whose the rest is, from 0
    public record Mix(boolean[] deal, boolean[] memory, int other) {}

    PackedMixture(ScorerShape shape, PooledHead head, Workspace.Shelf shelf, MixedTokens tokens) {
        this.shape = shape;
        this.head = head;
        this.shelf = shelf;
        this.tokens = tokens;
        most = Workspace.DEALS * shape.dealTokens() / 2;
    }

    /// Scores mixes.
    ///
    /// @param joints (mixes, J)
    /// @return (mixes, K)
    public float[] score(List<Mix> mixes, float[] joints) {
        List<List<MixedTokens.Key>> keys = mixes.stream().map(this::keys).toList();
        Set<MixedTokens.Key> fresh = new LinkedHashSet<>();
        keys.forEach(fresh::addAll);
        fresh.removeAll(parts.keySet());
        compute(new ArrayList<>(fresh));
        float[] outputs = new float[mixes.size() * shape.outputs()];
        Workspace room = shelf.take();
        for (int from = 0; from < mixes.size(); from += room.rows) {
            int count = Math.min(room.rows, mixes.size() - from);
            head.begin(room, joints, from * shape.jointInputs(), count);
            for (int i = 0; i < count; i++) {
                for (MixedTokens.Key key : keys.get(from + i)) {
                    head.add(room, i, Objects.requireNonNull(parts.get(key)), 0);
                }
            }
            head.finish(room, count, outputs, from * shape.outputs());
        }
        shelf.giveBack(room);
        return outputs;
    }

    private List<MixedTokens.Key> keys(Mix mix) {
        BitSet memory = new BitSet(shape.memoryTokens());
        for (int i = 0; i < mix.memory().length; i++) {
            memory.set(i, mix.memory()[i]);
        }
        boolean whole = memory.cardinality() == shape.memoryTokens();
        return IntStream.range(0, shape.dealTokens())
                .mapToObj(token -> {
                    boolean isOwn = mix.deal()[token];
                    int other = isOwn && whole ? MixedTokens.NONE : mix.other();
                    return new MixedTokens.Key(token, isOwn, other, memory);
                })
                .toList();
    }

    private void compute(List<MixedTokens.Key> fresh) {
        fresh.sort(Comparator.comparingInt(MixedTokens.Key::other).thenComparingInt(MixedTokens.Key::token));
        List<List<MixedTokens.Key>> chunks = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= fresh.size(); i++) {
            if (i == fresh.size()
                    || i - from == most
                    || fresh.get(i).other() != fresh.get(from).other()) {
                chunks.add(fresh.subList(from, i));
                from = i;
            }
        }
        List<float[][]> computed = IntStream.range(0, chunks.size())
                .parallel()
                .mapToObj(chunk -> chunk(chunks.get(chunk)))
                .toList();
        for (int chunk = 0; chunk < chunks.size(); chunk++) {
            for (int i = 0; i < chunks.get(chunk).size(); i++) {
                parts.put(chunks.get(chunk).get(i), computed.get(chunk)[i]);
            }
        }
    }

    private float[][] chunk(List<MixedTokens.Key> keys) {
        Workspace room = shelf.take();
        float[][] computed = tokens.pass(room, keys);
        shelf.giveBack(room);
        return computed;
    }
}
