package aidg.engine.whatif;

import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Proposals added up. The 90 % intervals differ in how much alike the errors of the deals are taken to be.
///
/// @param gp30        expected gross profit of 30 days if all went out
/// @param independent its interval if every deal's error were its own: the narrowest
/// @param cautious    its interval with errors as much alike as those of the past allow; null where they could not
///                    be measured
/// @param dependent   its interval if all were wrong together: the widest
/// @param allowed     how many the safety guard lets out
/// @param approved    how many of these managers would approve, expected
/// @param goingOut    expected gross profit of those, each counted by its chance of approval
public record Total(
        int deals,
        Money gp30,
        MoneyRange independent,
        @Nullable MoneyRange cautious,
        MoneyRange dependent,
        int allowed,
        double approved,
        Money goingOut) {

    /// @param places     one per prospect
    /// @param dependence null if it could not be measured
    static Total of(List<Prospect> prospects, List<Place> places, @Nullable Dependence dependence) {
        Money sum = new Money(
                prospects.stream().mapToLong(one -> one.gp30().cents()).sum());
        double[] halves = prospects.stream().mapToDouble(Prospect::halfWidth).toArray();
        double squares = 0;
        double straight = 0;
        for (double half : halves) {
            squares += half * half;
            straight += half;
        }
        List<Prospect> out = prospects.stream().filter(Prospect::allowed).toList();
        return new Total(
                prospects.size(),
                sum,
                around(sum, Math.sqrt(squares)),
                dependence == null ? null : around(sum, dependence.halfWidth(places, halves)),
                around(sum, straight),
                out.size(),
                out.stream().mapToDouble(Prospect::approval).sum(),
                Money.of(out.stream()
                        .mapToDouble(one -> one.approval() * one.gp30().amount())
                        .sum()));
    }

    static MoneyRange around(Money middle, double half) {
        return new MoneyRange(Money.of(middle.amount() - half), Money.of(middle.amount() + half));
    }
}
