package aidg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.domain.MoneyRange;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.whatif.Moved;
import aidg.engine.whatif.PolicyText;
import aidg.engine.whatif.Portfolio;
import aidg.engine.whatif.PortfolioWords;
import aidg.engine.whatif.Term;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Policies on the sample's open proposals, by the shipped model. [WB-10]
class PortfolioTest {

    @RegisterExtension
    static final ShippedSample SAMPLE = new ShippedSample();

    private final List<Proposal> open = SAMPLE.market().proposals();

    private List<Proposal> of(String cityId) {
        return open.stream()
                .filter(one ->
                        SAMPLE.market().knownMerchant(one.merchantId()).cityId().equals(cityId))
                .toList();
    }

    private Portfolio run(String policy, List<Proposal> chosen) {
        List<Proposal> others =
                open.stream().filter(one -> !chosen.contains(one)).toList();
        return SAMPLE.engine().portfolio(PolicyText.read(Term.DISCOUNT, policy), chosen, others, Progress.SILENT);
    }

    @Test
    void aPolicyThatChangesNothingGivesTheSingleScoresToTheBit() {
        Portfolio found = run("+0pt", open);

        assertThat(found.after()).isEqualTo(found.before());
        assertThat(found.moved()).hasSameSizeAs(open).allSatisfy(one -> {
            assertThat(one.after()).isEqualTo(one.before());
            assertThat(one.afterTogether()).isEqualTo(one.beforeTogether());
        });
        assertThat(found.before().gp30().amount())
                .isCloseTo(
                        SAMPLE.scored().stream()
                                .mapToDouble(one -> one.expectedGp30().amount())
                                .sum(),
                        offset(0.01 * open.size()));
        assertThat(found.before().allowed()).isEqualTo((int)
                SAMPLE.scored().stream().filter(one -> one.guard().allowed()).count());
    }

    @Test
    void aPolicyOnACityIsTheSumOfItsDealsScoredOnTheirNewTerms() {
        List<Proposal> chosen = of("C008");
        Portfolio found = run("+10pt", chosen);

        List<ScoredDeal> scored = SAMPLE.engine()
                .score(chosen.stream()
                        .map(one -> one.withTerms(
                                PolicyText.read(Term.DISCOUNT, "+10pt").apply(one.terms())))
                        .toList());
        assertThat(found.moved()).hasSameSizeAs(chosen).allMatch(Moved::isChanged);
        assertThat(found.after().gp30().amount())
                .isCloseTo(
                        scored.stream()
                                .mapToDouble(one -> one.expectedGp30().amount())
                                .sum(),
                        offset(0.05 * chosen.size()));
        assertThat(found.winners().size() + found.losers().size()).isLessThanOrEqualTo(chosen.size());
        assertThat(found.gainRange().low()).isLessThan(found.gain());
        assertThat(found.gainRange().high()).isGreaterThan(found.gain());
    }

    @Test
    void alikeErrorsWidenTheTotalsIntervalAndNeighboursThatRunTooCost() {
        Portfolio found = run("+10pt", of("C001"));

        assertThat(Objects.requireNonNull(found.dependence()).merchant().pairs())
                .isGreaterThan(30);
        assertThat(width(Objects.requireNonNull(found.after().cautious())))
                .isBetween(
                        width(found.after().independent()), width(found.after().dependent()));
        assertThat(PortfolioWords.of(found)).hasSize(6);
        assertThat(found.neighbours().deals()).isPositive();
        assertThat(found.neighbours().before().cents()).isNegative();
        assertThat(found.moved())
                .filteredOn(one -> one.rivals() == 0)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.afterTogether()).isEqualTo(one.after()));
    }

    private static double width(MoneyRange range) {
        return range.high().amount() - range.low().amount();
    }
}
