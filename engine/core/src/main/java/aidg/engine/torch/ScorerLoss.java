package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;
import aidg.engine.scorer.Targets;

/// What the scorer is trained on: log loss of success after the risk adjustment, and what teaches its parts:
/// log losses of approval and of reaching the baseline, the Gaussian likelihood of the gross profit, and the
/// squared errors of conversion and traffic, which tell far more of a deal than whether it succeeded.
public final class ScorerLoss {

    private static final double APPROVAL_SHARE = 0.3;
    private static final double REACH_SHARE = 0.3;
    private static final double RATIO_SHARE = 0.3;
    private static final double SALES_SHARE = 1.0;

    private ScorerLoss() {}

    /// Mean over the deals, with all parts.
    public static NDArray of(ScorerNetwork.Forward forward, Targets targets, NDManager scope) {
        return success(forward, targets, scope).add(parts(forward, targets, scope));
    }

    /// Mean log loss of "approved and reached", from the adjusted log-odds, in nats.
    public static NDArray success(ScorerNetwork.Forward forward, Targets targets, NDManager scope) {
        NDArray approval = forward.result().get(":, 0");
        NDArray reach = forward.result().get(":, 1");
        NDArray inverseOdds = approval.neg()
                .exp()
                .add(reach.neg().exp())
                .add(approval.add(reach).neg().exp());
        return logLoss(inverseOdds.log().neg().sub(forward.penalty()), scope.create(targets.success()))
                .mean();
    }

    private static NDArray parts(ScorerNetwork.Forward forward, Targets targets, NDManager scope) {
        NDArray approved = scope.create(targets.approved());
        NDArray approval =
                logLoss(forward.result().get(":, 0"), approved).mean().mul(Factor.of(APPROVAL_SHARE, scope));
        NDArray reach = weighted(
                logLoss(forward.result().get(":, 1"), scope.create(targets.success())),
                targets.approved(),
                REACH_SHARE,
                scope);
        NDArray logDeviation = forward.result().get(":, 3").clip(-3, 2);
        NDArray standardised = forward.result()
                .get(":, 2")
                .add(1)
                .sub(scope.create(targets.ratio()))
                .div(logDeviation.exp());
        NDArray ratio = weighted(
                standardised.square().mul(Factor.of(0.5, scope)).add(logDeviation),
                targets.measured(),
                RATIO_SHARE,
                scope);
        NDArray conversion = forward.result().get(":, 4").sub(scope.create(targets.conversion()));
        NDArray traffic = forward.result().get(":, 5").sub(scope.create(targets.traffic()));
        NDArray sales = weighted(conversion.square().add(traffic.square()), targets.sold(), SALES_SHARE, scope);
        return approval.add(reach).add(ratio).add(sales);
    }

    private static NDArray weighted(NDArray losses, float[] weights, double share, NDManager scope) {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        return losses.mul(scope.create(weights)).sum().mul(Factor.of(share / Math.max(1, sum), scope));
    }

    private static NDArray logLoss(NDArray logits, NDArray labels) {
        return Activation.softPlus(logits).sub(logits.mul(labels));
    }
}
