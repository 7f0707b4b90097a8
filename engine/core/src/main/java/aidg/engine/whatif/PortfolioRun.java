package aidg.engine.whatif;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts a policy on many proposals, some at a time. Each is forecast as proposed and under the policy, with its
/// rivals as they are and again with the other open deals running too. Changes nothing, so it may be stopped at any
/// time.
public final class PortfolioRun {

    /// Proposals between two words about progress.
    private static final int AT_ONCE = 64;

    private static final double Z90 = 1.6448536269514722;

    private final Policy policy;
    private final Forecaster forecaster;
    private final List<Proposal> open;
    private final int chosen;
    private final Map<Proposal, Prospect> before = new HashMap<>();
    private final Map<Proposal, Proposal> changed = new HashMap<>();
    private final List<Moved> inside = new ArrayList<>();
    private final List<Moved> outside = new ArrayList<>();
    private double[] gains = new double[0];

    /// A forecast to ask for.
    private record Ask(Proposal proposal, List<Proposal> beside) {}

    private PortfolioRun(Policy policy, List<Proposal> chosen, List<Proposal> others, Forecaster forecaster) {
        this.policy = policy;
        this.forecaster = forecaster;
        this.chosen = chosen.size();
        open = Stream.concat(chosen.stream(), others.stream()).toList();
    }

    /// Puts a policy on proposals.
    ///
    /// @param chosen     whom it is put on
    /// @param others     open proposals that it is not put on
    /// @param dependence how much alike past errors were, null if unknown
    /// @throws java.util.concurrent.CancellationException if the watcher asked to stop
    public static Portfolio of(
            Policy policy,
            List<Proposal> chosen,
            List<Proposal> others,
            Forecaster forecaster,
            @Nullable Dependence dependence,
            Progress progress) {
        PortfolioRun run = new PortfolioRun(policy, chosen, others, forecaster);
        run.asProposed(progress);
        run.underThePolicy(progress);
        return run.result(dependence);
    }

    private void asProposed(Progress progress) {
        for (int from = 0; from < open.size(); from += AT_ONCE) {
            progress.at("Forecasting as proposed", from, open.size());
            List<Proposal> some = open.subList(from, Math.min(open.size(), from + AT_ONCE));
            List<Prospect> prospects = forecaster.of(
                    some, some.stream().map(one -> List.<Proposal>of()).toList());
            for (int i = 0; i < some.size(); i++) {
                before.put(some.get(i), prospects.get(i));
            }
        }
        for (Proposal one : open.subList(0, chosen)) {
            DealTerms terms = policy.apply(one.terms());
            if (!terms.equals(one.terms())) {
                changed.put(one, one.withTerms(terms));
            }
        }
    }

    private void underThePolicy(Progress progress) {
        List<Proposal> running =
                open.stream().filter(one -> asProposed(one).allowed()).toList();
        for (int from = 0; from < open.size(); from += AT_ONCE) {
            progress.at("Forecasting under the policy", from, open.size());
            int to = Math.min(open.size(), from + AT_ONCE);
            List<Proposal> some = open.subList(from, to);
            List<List<Proposal>> rivals = forecaster.rivals(some, running);
            move(some, rivals, from);
        }
    }

    private Prospect asProposed(Proposal one) {
        return Objects.requireNonNull(before.get(one));
    }

    private Proposal after(Proposal one) {
        return changed.getOrDefault(one, one);
    }

    /// @param from place of the first of them among the open ones
    private void move(List<Proposal> some, List<List<Proposal>> rivals, int from) {
        Map<Ask, Prospect> known = new HashMap<>();
        List<Ask> asks = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            Proposal one = some.get(i);
            known.put(new Ask(one, List.of()), asProposed(one));
            if (from + i < chosen || isAffected(one, rivals.get(i))) {
                List<Proposal> changedRivals =
                        rivals.get(i).stream().map(this::after).toList();
                asks.add(new Ask(after(one), List.of()));
                asks.add(new Ask(one, rivals.get(i)));
                asks.add(new Ask(after(one), changedRivals));
            }
        }
        List<Ask> open =
                asks.stream().distinct().filter(ask -> !known.containsKey(ask)).toList();
        List<Prospect> told = forecaster.of(
                open.stream().map(Ask::proposal).toList(),
                open.stream().map(Ask::beside).toList());
        for (int i = 0; i < open.size(); i++) {
            known.put(open.get(i), told.get(i));
        }
        for (int i = 0; i < some.size(); i++) {
            boolean isInside = from + i < chosen;
            if (isInside || isAffected(some.get(i), rivals.get(i))) {
                (isInside ? inside : outside).add(moved(some.get(i), rivals.get(i), known));
            }
        }
    }

    /// What the guard refuses does not run, so nothing can be taken from it.
    private boolean isAffected(Proposal one, List<Proposal> rivals) {
        return asProposed(one).allowed() && rivals.stream().anyMatch(changed::containsKey);
    }

    private Moved moved(Proposal one, List<Proposal> rivals, Map<Ask, Prospect> known) {
        List<Proposal> changedRivals = rivals.stream().map(this::after).toList();
        double doubt = 0;
        if (changed.containsKey(one)) {
            double[] drawn = forecaster.drawnGains(one, after(one).terms());
            doubt = Z90 * deviation(drawn);
            gains = gains.length == 0 ? new double[drawn.length] : gains;
            for (int i = 0; i < drawn.length; i++) {
                gains[i] += drawn[i];
            }
        }
        return new Moved(
                one,
                asProposed(one),
                of(known, after(one), List.of()),
                of(known, one, rivals),
                of(known, after(one), changedRivals),
                rivals.size(),
                doubt);
    }

    private static Prospect of(Map<Ask, Prospect> known, Proposal one, List<Proposal> beside) {
        return Objects.requireNonNull(known.get(new Ask(one, beside)));
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
    }

    private Portfolio result(@Nullable Dependence dependence) {
        inside.sort(Comparator.comparing(Moved::gain)
                .reversed()
                .thenComparing(one -> one.proposal().id()));
        List<Place> places =
                inside.stream().map(one -> forecaster.place(one.proposal())).toList();
        Total total = Total.of(inside.stream().map(Moved::before).toList(), places, dependence);
        Total under = Total.of(inside.stream().map(Moved::after).toList(), places, dependence);
        Money gain = new Money(under.gp30().cents() - total.gp30().cents());
        return new Portfolio(
                policy,
                inside,
                (int) inside.stream()
                        .filter(one -> policy.isHeld(one.proposal().terms()))
                        .count(),
                total,
                under,
                gain,
                Total.around(gain, Z90 * deviation(gains)),
                Cannibalisation.of(inside, outside),
                capacity(),
                dependence);
    }

    private Capacity capacity() {
        int known = 0;
        int over = 0;
        int overAfter = 0;
        for (Moved one : inside) {
            int limit = forecaster.capacity(one.proposal());
            known += limit > 0 ? 1 : 0;
            over += limit > 0 && one.before().buyers() > limit ? 1 : 0;
            overAfter += limit > 0 && one.after().buyers() > limit ? 1 : 0;
        }
        return new Capacity(known, over, overAfter);
    }
}
