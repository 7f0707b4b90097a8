package aidg.engine.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.SmallMarket;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Totals, winners, guard changes and neighbours, on a market whose answer is known. [WB-10]
class PortfolioRunTest {

    private static final Policy DEEPER = PolicyText.read(Term.DISCOUNT, "+10pt");

    /// Gross profit falls by $10 a point of discount from $1,000 and by $100 per rival, by $20 more if that is
    /// deeper than 30 %; deals over 45 % are refused. Merchants a and b are neighbours.
    private static final class Known implements Forecaster {

        final List<Integer> asked = new ArrayList<>();

        @Override
        public List<Prospect> of(List<Proposal> proposals, List<List<Proposal>> beside) {
            asked.add(proposals.size());
            return IntStream.range(0, proposals.size())
                    .mapToObj(i -> prospect(proposals.get(i), beside.get(i)))
                    .toList();
        }

        private static Prospect prospect(Proposal one, List<Proposal> beside) {
            double points = one.terms().discount().percent();
            double sign = one.merchantId().equals("c") ? -1 : 1;
            double gp30 = 1000 - sign * 10 * points;
            for (Proposal rival : beside) {
                gp30 -= rival.terms().discount().percent() > 30.5 ? 120 : 100;
            }
            boolean allowed = points < 45.5;
            return new Prospect(
                    one.terms(),
                    0.5,
                    0.5,
                    Money.of(gp30),
                    new MoneyRange(Money.of(gp30 - 300), Money.of(gp30 + 300)),
                    allowed,
                    allowed ? "" : "too deep",
                    points);
        }

        @Override
        public List<List<Proposal>> rivals(List<Proposal> proposals, List<Proposal> among) {
            return proposals.stream()
                    .map(one -> among.stream()
                            .filter(other -> !other.merchantId().equals(one.merchantId()))
                            .filter(other -> "ab".contains(one.merchantId()) && "ab".contains(other.merchantId()))
                            .toList())
                    .toList();
        }

        @Override
        public double[] drawnGains(Proposal proposal, DealTerms other) {
            return proposal.merchantId().equals("a") ? new double[] {-1, 0, 1} : new double[] {1, 0, -1};
        }

        @Override
        public int capacity(Proposal proposal) {
            return proposal.merchantId().equals("c") ? 0 : 35;
        }

        @Override
        public Place place(Proposal proposal) {
            return new Place(proposal.merchantId(), "downtown", "chi");
        }
    }

    private static Proposal deal(String id, String merchantId, double discount) {
        return SmallMarket.proposal(id, merchantId, SmallMarket.terms(discount, 30, 14, "restaurant"));
    }

    private static final Proposal A = deal("1", "a", 0.3);
    private static final Proposal B = deal("2", "b", 0.4);
    private static final Proposal C = deal("3", "c", 0.2);

    private static Portfolio run(Policy policy, List<Proposal> chosen, List<Proposal> others) {
        return PortfolioRun.of(policy, chosen, others, new Known(), null, Progress.SILENT);
    }

    @Test
    void totalsAddUpWhatTheDealsBring() {
        Portfolio found = run(DEEPER, List.of(A, B, C), List.of());

        assertThat(found.before().gp30()).isEqualTo(Money.of(700 + 600 + 1200));
        assertThat(found.after().gp30()).isEqualTo(Money.of(600 + 500 + 1300));
        assertThat(found.gain()).isEqualTo(Money.of(-100));
        assertThat(found.before().allowed()).isEqualTo(3);
        assertThat(found.after().allowed()).isEqualTo(2);
        assertThat(found.after().approved()).isEqualTo(1);
        assertThat(found.after().goingOut()).isEqualTo(Money.of(0.5 * 600 + 0.5 * 1300));
        assertThat(found.changed()).isEqualTo(3);
    }

    @Test
    void winnersAndLosersComeWithTheGreatestFirst() {
        Portfolio found = run(PolicyText.read(Term.DISCOUNT, "=50%"), List.of(A, B, C), List.of());

        assertThat(found.winners()).extracting(Moved::proposal).containsExactly(C);
        assertThat(found.losers()).extracting(Moved::proposal).containsExactly(A, B);
        assertThat(found.losers()).extracting(Moved::gain).containsExactly(Money.of(-200), Money.of(-100));
    }

    @Test
    void whatTheGuardNewlyRefusesAndLetsOutIsToldWithTheReason() {
        Portfolio deeper = run(DEEPER, List.of(A, B), List.of());
        Proposal tooDeep = deal("4", "c", 0.5);
        Portfolio shallower = run(PolicyText.read(Term.DISCOUNT, "max:40%"), List.of(A, tooDeep), List.of());

        assertThat(deeper.newlyRefused()).extracting(Moved::proposal).containsExactly(B);
        assertThat(deeper.newlyRefused().getFirst().after().refusal()).isEqualTo("too deep");
        assertThat(deeper.newlyAllowed()).isEmpty();
        assertThat(shallower.newlyAllowed()).extracting(Moved::proposal).containsExactly(tooDeep);
        assertThat(shallower.newlyAllowed().getFirst().before().refusal()).isEqualTo("too deep");
    }

    @Test
    void neighboursThatAllChangeTakeFromOneAnother() {
        Portfolio found = run(DEEPER, List.of(A, C), List.of(B));

        assertThat(found.neighbours())
                .isEqualTo(new Cannibalisation(1, Money.of(-120), Money.of(-120), 1, Money.of(-20)));
        assertThat(run(DEEPER, List.of(A, B), List.of()).neighbours())
                .isEqualTo(new Cannibalisation(2, Money.of(-220), Money.of(-240), 0, Money.ZERO));
        assertThat(run(DEEPER, List.of(A, B), List.of()).neighbours().byPolicy())
                .isEqualTo(Money.of(-20));
    }

    @Test
    void whatTheGuardRefusesCompetesWithNobody() {
        Proposal refused = deal("5", "b", 0.6);

        Cannibalisation nothing = new Cannibalisation(0, Money.ZERO, Money.ZERO, 0, Money.ZERO);

        assertThat(run(DEEPER, List.of(A), List.of(refused)).neighbours()).isEqualTo(nothing);
        assertThat(run(DEEPER, List.of(A, refused), List.of()).neighbours()).isEqualTo(nothing);
    }

    @Test
    void aPolicyThatAsksForNothingChangesNothingAndAsksNothingTwice() {
        Known forecaster = new Known();
        Portfolio found = PortfolioRun.of(
                PolicyText.read(Term.DISCOUNT, "+0pt"), List.of(A, C), List.of(), forecaster, null, Progress.SILENT);

        assertThat(found.after()).isEqualTo(found.before());
        assertThat(found.gain()).isEqualTo(Money.ZERO);
        assertThat(found.gainRange()).isEqualTo(new MoneyRange(Money.ZERO, Money.ZERO));
        assertThat(found.changed()).isZero();
        assertThat(found.moved()).allSatisfy(one -> assertThat(one.after()).isSameAs(one.before()));
        assertThat(forecaster.asked.stream().mapToInt(n -> n).sum()).isEqualTo(2);
    }

    @Test
    void intervalsOfATotalReachFromErrorsOfTheirOwnToErrorsAlike() {
        Total total = run(DEEPER, List.of(A, B, C), List.of()).before();

        assertThat(total.independent().high().amount()).isCloseTo(2500 + 300 * Math.sqrt(3), offset(0.01));
        assertThat(total.dependent()).isEqualTo(new MoneyRange(Money.of(2500 - 900), Money.of(2500 + 900)));
        assertThat(total.cautious()).isNull();
    }

    @Test
    void theGainsDoubtCancelsOutWhereMerchantsErrTheOtherWay() {
        Portfolio one = run(DEEPER, List.of(A), List.of());
        Portfolio both = run(DEEPER, List.of(A, B), List.of());

        assertThat(one.gainRange().high().amount() - one.gain().amount()).isCloseTo(1.645, offset(0.006));
        assertThat(both.gainRange()).isEqualTo(new MoneyRange(both.gain(), both.gain()));
    }

    @Test
    void buyersAreHeldAgainstTheLimitsThatAreKnown() {
        assertThat(run(DEEPER, List.of(A, B, C), List.of()).capacity()).isEqualTo(new Capacity(2, 1, 2));
    }

    @Test
    void tenThousandDealsTellProgressAndCanBeStopped() {
        List<Proposal> many = IntStream.range(0, 10_000)
                .mapToObj(i -> deal("d" + i, "c", 0.3))
                .toList();
        List<Long> told = new ArrayList<>();
        Progress watched = (step, done, total) -> told.add(done);
        Progress stopping = (step, done, total) -> {
            if (done > 5_000) {
                throw new CancellationException("stopped");
            }
        };

        assertThat(PortfolioRun.of(DEEPER, many, List.of(), new Known(), null, watched)
                        .moved())
                .hasSize(10_000);
        assertThat(told).hasSizeBetween(100, 400);
        assertThatThrownBy(() -> PortfolioRun.of(DEEPER, many, List.of(), new Known(), null, stopping))
                .isInstanceOf(CancellationException.class);
    }
}
