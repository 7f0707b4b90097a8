package aidg.engine;

import aidg.engine.features.FeatureFit;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import aidg.engine.forecast.Cause;
import aidg.engine.scorer.TokenLayout;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the sales forecast would expect of a deal that has some causes from itself and the others from another
/// deal: the numbers of its token. Each is forecast once.
final class ForecastMix {

    /// The parts of the forecast, in order.
    static final List<Cause> CAUSES = List.of(Cause.values());

    private final FeatureFit fit;
    private final TokenLayout layout;
    private final int token;
    private final int from;
    private final Seen own;
    private final List<Seen> others;
    private final Map<Mixed, float[]> known = new HashMap<>();

    private record Mixed(int other, Set<Cause> own) {}

    ForecastMix(FeatureFit fit, TokenLayout layout, Seen own, List<Seen> others) {
        this.fit = fit;
        this.layout = layout;
        this.own = own;
        this.others = List.copyOf(others);
        List<Token> joint = layout.tokens(Side.JOINT);
        Token expected = joint.stream()
                .filter(one -> one.name().equals(FeatureFit.EXPECTED))
                .findFirst()
                .orElseThrow();
        token = layout.schema().tokens().indexOf(expected);
        from = joint.indexOf(expected) * layout.width(Side.JOINT);
    }

    /// Puts the forecast's numbers in their place among joint numbers.
    ///
    /// @param joined per cause, whether it is the own deal's
    void put(int other, boolean[] joined, float[] joint) {
        EnumSet<Cause> causes = EnumSet.noneOf(Cause.class);
        for (int i = 0; i < joined.length; i++) {
            if (joined[i]) {
                causes.add(CAUSES.get(i));
            }
        }
        float[] numbers = known.computeIfAbsent(new Mixed(other, causes), this::numbers);
        System.arraycopy(numbers, 0, joint, from, numbers.length);
    }

    private float[] numbers(Mixed mixed) {
        return layout.values(
                token,
                fit.expected(own.circumstances()
                        .with(mixed.own(), others.get(mixed.other()).circumstances())));
    }
}
