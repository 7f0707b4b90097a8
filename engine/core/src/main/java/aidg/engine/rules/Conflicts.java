package aidg.engine.rules;

import aidg.engine.domain.OverrideReason;
import aidg.engine.rules.Example.Decision;
import aidg.engine.rules.Rule.Verdict;
import aidg.engine.rules.RuleConflict.Against;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds where rules contradict the safety guard and managers' decisions. A guard's refusal is no matter of
/// chance. Of managers it must be shown: their share must be larger among the rule's deals than elsewhere by
/// more than chance, such that among all rules of a set the chance of a single false conflict is at most 5 %.
final class Conflicts {

    private static final double FALSE_ALARM = 0.05;

    private final RuleSet rules;
    private final List<Example> put;
    private final List<Example> decided;

    /// @param past deals of the past; those of merchants learned from are left out
    /// @param open deals that await review
    Conflicts(RuleSet rules, List<Example> past, List<Example> open) {
        this.rules = rules;
        put = Stream.concat(open.stream(), past.stream().filter(Example::isHeldOut))
                .toList();
        decided = past.stream()
                .filter(Example::isHeldOut)
                .filter(one -> one.decision() != null)
                .toList();
    }

    /// Most deals first.
    List<RuleConflict> all() {
        List<RuleConflict> found = new ArrayList<>();
        refusals(found);
        decisions(found);
        found.sort(Comparator.comparingInt((RuleConflict one) -> -one.deals())
                .thenComparing(one -> one.rule().text())
                .thenComparing(RuleConflict::what));
        return found;
    }

    private void refusals(List<RuleConflict> found) {
        Map<Rule, List<Example>> fired = fired(put);
        for (Map.Entry<Rule, List<Example>> entry : fired.entrySet()) {
            if (entry.getKey().verdict() == Verdict.RECOMMEND) {
                Map<String, List<Example>> byCheck = entry.getValue().stream()
                        .filter(one -> !one.refusedBy().isEmpty())
                        .collect(Collectors.groupingBy(Example::refusedBy, TreeMap::new, Collectors.toList()));
                byCheck.forEach((check, refused) -> {
                    Predicate<Example> so = one -> one.refusedBy().equals(check);
                    Share own = Share.of(entry.getValue(), so, Share.alike(put, so));
                    found.add(conflict(entry, Against.GUARD, check, refused, own, elsewhere(put, entry, so, 0)));
                });
            }
        }
    }

    private void decisions(List<RuleConflict> found) {
        Map<Rule, List<Example>> fired = fired(decided);
        long tested = fired.keySet().stream()
                .filter(rule -> rule.verdict() != Verdict.LOW)
                .count();
        double z = Math.sqrt(2 * Math.log(Math.max(1, tested) / (2 * FALSE_ALARM)));
        double alike = Share.alike(decided, Conflicts::isOverridden);
        for (Map.Entry<Rule, List<Example>> entry : fired.entrySet()) {
            switch (entry.getKey().verdict()) {
                case RECOMMEND -> compare(entry, Against.OVERRIDES, Conflicts::isOverridden, alike, z, found);
                case OVERRIDE -> compare(entry, Against.APPROVALS, one -> !isOverridden(one), alike, z, found);
                case LOW -> {
                    // What it foretells is sales, not what a manager does.
                }
            }
        }
    }

    private void compare(
            Map.Entry<Rule, List<Example>> entry,
            Against against,
            Predicate<Example> so,
            double alike,
            double z,
            List<RuleConflict> found) {
        Share own = Share.of(entry.getValue(), so, alike);
        Share elsewhere = elsewhere(decided, entry, so, alike);
        if (own.leastOver(elsewhere, z) > 0) {
            List<Example> those = entry.getValue().stream().filter(so).toList();
            String what = against == Against.OVERRIDES ? mostOften(those) : "";
            found.add(conflict(entry, against, what, those, own, elsewhere));
        }
    }

    private static Share elsewhere(
            List<Example> all, Map.Entry<Rule, List<Example>> entry, Predicate<Example> so, double alike) {
        List<Example> others =
                all.stream().filter(one -> !entry.getKey().fires(one.facts())).toList();
        return Share.of(others, so, alike);
    }

    private static RuleConflict conflict(
            Map.Entry<Rule, List<Example>> entry,
            Against against,
            String what,
            List<Example> those,
            Share own,
            Share elsewhere) {
        return new RuleConflict(
                entry.getKey(),
                against,
                what,
                those.size(),
                entry.getValue().size(),
                (int) those.stream().map(Example::merchantId).distinct().count(),
                own.low(Share.NINETY),
                elsewhere.share(),
                those.stream()
                        .sorted(Comparator.comparing((Example one) -> one.decision() != null)
                                .thenComparing(Comparator.comparingDouble(Example::score)
                                        .reversed())
                                .thenComparing(Example::id))
                        .limit(RuleConflict.MOST)
                        .map(Example::id)
                        .toList());
    }

    private Map<Rule, List<Example>> fired(Collection<Example> deals) {
        return deals.stream().collect(Collectors.groupingBy(one -> rules.firing(one.facts())));
    }

    private static boolean isOverridden(Example one) {
        Decision decision = one.decision();
        return decision != null && !decision.approved();
    }

    /// In words; empty if none is known.
    private static String mostOften(List<Example> overridden) {
        Map<OverrideReason, Integer> counts = new HashMap<>();
        for (Example one : overridden) {
            @Nullable
            OverrideReason reason = Objects.requireNonNull(one.decision()).reason();
            if (reason != null) {
                counts.merge(reason, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<OverrideReason, Integer> entry) -> entry.getValue())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(entry -> entry.getKey().words())
                .orElse("");
    }
}
