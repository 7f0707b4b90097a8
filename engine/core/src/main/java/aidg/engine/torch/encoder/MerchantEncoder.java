package aidg.engine.torch.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import aidg.engine.encoder.EncoderBatch;
import aidg.engine.encoder.EncoderDimensions;
import aidg.engine.encoder.MemoryToken;
import aidg.engine.encoder.MerchantContext;
import aidg.engine.torch.Layers;
import aidg.engine.torch.SelfAttention.Attended;
import aidg.engine.torch.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// Six branches and the facts about a merchant to its profile and its memory: the tokens that a deal's tokens
/// attend to.
/// Several tokens per branch, so that attention says something. [PER-12] [PER-13] [B3]
public record MerchantEncoder(EncoderDimensions dims, Weights weights) {

    /// How fast the heads forget, per month.
    private static final float[] SLOPES = {0, 0.02f, 0.05f, 0.1f, 0.2f, 0.4f, 0.8f, 1.6f};

    private static final float UNSEEN = -1e9f;
    private static final int GROUP_STEM = 64;

    /// Memory of N looks.
    ///
    /// @param profile (N, 512)
    /// @param memory  (N, M, 512)
    public record Memory(NDArray profile, NDArray memory) {}

    public static Weights.Plan plan(EncoderDimensions d) {
        Weights.Plan plan = new Weights.Plan();
        DealHistoryBranch.plan(plan, d.deal(), d.history());
        OverrideBranch.plan(plan, d.event(), d.override());
        SequenceBranch.plan(plan, d.event(), d.sequence());
        Fusion.plan(plan, d.fused(), d.profile());
        int[] widths = widths(d);
        for (int i = 1; i < MemoryToken.BRANCHES.size(); i++) {
            String name = "memory." + MemoryToken.BRANCHES.get(i).name();
            plan.weight(name, widths[i], d.profile())
                    .startingBias(name, 0.3, d.profile())
                    .norm(name + ".norm", d.profile());
        }
        plan.weight("facts.stem", d.groups(), d.group(), GROUP_STEM)
                .bias("facts.stem", d.groups(), 1, GROUP_STEM)
                .weight("facts.lift", d.groups(), GROUP_STEM, d.profile())
                .startingBias("facts.lift", 0.3, d.groups(), 1, d.profile());
        plan.norm("facts.norm", d.profile());
        return plan;
    }

    private static int[] widths(EncoderDimensions d) {
        int note = d.text() + MerchantContext.AGE;
        return new int[] {
            d.profile(),
            d.history(),
            d.history(),
            d.history(),
            d.history(),
            d.override(),
            note,
            note,
            note,
            d.city(),
            d.season(),
            d.rivals(),
            d.graph(),
            d.sequence(),
            d.sequence(),
            d.sequence()
        };
    }

    /// @param scope in which the results stay
    public Memory forward(EncoderBatch batch, NDManager scope) {
        return forward(batch, scope, Runnable::run);
    }

    /// As `forward`, without gradients.
    ///
    /// @param beside where the longest branch is computed, beside the others
    Memory forward(EncoderBatch batch, NDManager scope, Executor beside) {
        Past past = past(batch, scope, beside);
        NDArray history = past.history().output();
        NDArray overrides = past.overrides().output();
        NDArray sequence = past.sequence().output();

        NDArray latest = scope.create(batch.latest());
        NDArray historyNow = rows(history, dims.history(), latest);
        NDArray sequenceNow = rows(sequence, dims.sequence(), latest);
        NDArray override = rows(overrides, dims.override(), scope.create(batch.latestOverride()));
        NDList historyGroups = averages(batch, history, dims.history(), scope);
        NDList sequenceGroups = averages(batch, sequence, dims.sequence(), scope);
        int note = dims.text() + MerchantContext.AGE;
        NDArray notes = context(batch, MerchantContext::notes, scope, MerchantContext.READINGS, note);
        NDArray place = context(batch, MerchantContext::place, scope, dims.place());
        NDArray graph = context(batch, MerchantContext::graph, scope, dims.graph());

        NDArray profile = new Fusion(weights)
                .forward(new NDList(
                        historyNow, override, notes.get(":, 2, :{}", dims.text()), place, graph, sequenceNow));
        NDList parts = new NDList();
        parts.add(profile);
        parts.add(historyNow);
        parts.addAll(historyGroups);
        parts.add(override);
        for (int reading = 0; reading < MerchantContext.READINGS; reading++) {
            parts.add(notes.get(":, {}, :", reading));
        }
        parts.add(place.get(":, :{}", dims.city()));
        parts.add(place.get(":, {}:{}", dims.city(), dims.city() + dims.season()));
        parts.add(place.get(":, {}:", dims.city() + dims.season()));
        parts.add(graph);
        parts.add(sequenceNow);
        parts.add(sequenceGroups.get(0));
        parts.add(sequenceGroups.get(1));
        return new Memory(profile, memory(parts, batch, scope));
    }

    /// The branches that read events, with the attention of their last layers.
    ///
    /// @param history   states (B, T, 128), attention (B, heads, T, T)
    /// @param sequence  likewise
    /// @param overrides states (B, O, 64), attention (B, heads, O, O)
    record Past(Attended history, Attended sequence, Attended overrides) {}

    /// @param beside as in `forward`, which begins with this
    Past past(EncoderBatch batch, NDManager scope, Executor beside) {
        int b = batch.windows();
        int t = batch.positions();
        NDArray bias = bias(batch, scope);
        NDArray kinds = scope.create(batch.kinds(), new Shape(b, t, EncoderBatch.KINDS));
        NDArray events = scope.create(batch.eventTokens(), new Shape(b, t, dims.event()));
        CompletableFuture<Attended> longest =
                CompletableFuture.supplyAsync(() -> new SequenceBranch(weights).forward(events, bias), beside);
        Attended history = new DealHistoryBranch(weights)
                .forward(scope.create(batch.dealTokens(), new Shape(b, t, dims.deal())), kinds, bias);
        Attended overrides = overrides(batch, scope);
        return new Past(history, longest.join(), overrides);
    }

    private NDArray memory(NDList parts, EncoderBatch batch, NDManager scope) {
        long n = batch.looks();
        NDList tokens = new NDList();
        tokens.add(parts.getFirst().reshape(n, 1, dims.profile()));
        for (int i = 1; i < MemoryToken.BRANCHES.size(); i++) {
            String name = "memory." + MemoryToken.BRANCHES.get(i).name();
            NDArray token = Layers.norm(Layers.linear(parts.get(i), weights, name), weights, name + ".norm");
            tokens.add(token.reshape(n, 1, dims.profile()));
        }
        NDArray facts = context(batch, MerchantContext::groups, scope, dims.groups(), dims.group())
                .transpose(1, 0, 2);
        NDArray stem =
                Activation.gelu(facts.matMul(weights.get("facts.stem.weight")).add(weights.get("facts.stem.bias")));
        NDArray lifted = stem.matMul(weights.get("facts.lift.weight")).add(weights.get("facts.lift.bias"));
        tokens.add(Layers.norm(lifted.transpose(1, 0, 2), weights, "facts.norm"));
        return NDArrays.concat(tokens, 1);
    }

    /// What may be seen, and how much recency counts, per head: (B, heads, T, T).
    private static NDArray bias(EncoderBatch batch, NDManager scope) {
        Shape pairs = new Shape(batch.windows(), 1, batch.positions(), batch.positions());
        NDArray slopes = scope.create(SLOPES, new Shape(1, SLOPES.length, 1, 1));
        return scope.create(batch.hidden(), pairs)
                .sub(scope.create(batch.months(), pairs).mul(slopes));
    }

    private Attended overrides(EncoderBatch batch, NDManager scope) {
        int o = batch.overridePositions();
        float[] causal = new float[o * o];
        for (int row = 0; row < o; row++) {
            for (int column = row + 1; column < o; column++) {
                causal[row * o + column] = UNSEEN;
            }
        }
        return new OverrideBranch(weights)
                .forward(
                        scope.create(batch.overrideTokens(), new Shape(batch.windows(), o, dims.event())),
                        scope.create(causal, new Shape(1, 1, o, o)));
    }

    /// Rows of the states, one per look.
    private static NDArray rows(NDArray states, int width, NDArray positions) {
        return states.reshape(-1, width).get(positions);
    }

    /// The averages of the three groups, one list entry per group, each (N, width).
    private static NDList averages(EncoderBatch batch, NDArray states, int width, NDManager scope) {
        int rows = 3 * batch.mostLooks();
        NDArray weights = scope.create(batch.averages(), new Shape(batch.windows(), rows, batch.positions()));
        NDArray all = weights.matMul(states);
        NDList groups = new NDList();
        for (int group = 0; group < 3; group++) {
            int[] at = new int[batch.looks()];
            for (int i = 0; i < at.length; i++) {
                at[i] = batch.averageRows()[i] + group;
            }
            groups.add(rows(all, width, scope.create(at)));
        }
        return groups;
    }

    private static NDArray context(
            EncoderBatch batch, Function<MerchantContext, float[]> part, NDManager scope, int... widths) {
        List<Long> shape = new ArrayList<>(List.of((long) batch.looks()));
        int size = 1;
        for (int width : widths) {
            shape.add((long) width);
            size *= width;
        }
        float[] flat = new float[batch.looks() * size];
        for (int i = 0; i < batch.looks(); i++) {
            System.arraycopy(part.apply(batch.contexts().get(i)), 0, flat, i * size, size);
        }
        return scope.create(
                flat, new Shape(shape.stream().mapToLong(Long::longValue).toArray()));
    }
}
