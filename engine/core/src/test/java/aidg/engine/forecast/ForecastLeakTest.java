package aidg.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.SmallMarket;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.Money;
import aidg.engine.domain.Note;
import aidg.engine.domain.OverrideReason;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What was not known before a day cannot be seen in a forecast of that day. [B2]
class ForecastLeakTest {

    private final Marketplace market = SmallMarket.generated().marketplace();

    private LocalDate dayAt(double share) {
        return market.deals().get((int) (market.deals().size() * share)).proposedOn();
    }

    /// Outcomes, overrides and notes that came to be known on `day` or later become others.
    private Marketplace otherFuture(LocalDate day) {
        List<Deal> deals = new ArrayList<>();
        for (Deal deal : market.deals()) {
            boolean known = deal.knownOn().isBefore(day);
            deals.add(known || deal.outcome() == null ? deal : withOutcome(deal, new DealOutcome(9, 8, Money.of(-77))));
        }
        List<DealOverride> overrides = market.overrides().stream()
                .map(one -> one.madeOn().isBefore(day) ? one : other(one))
                .toList();
        List<Note> notes = market.notes().stream()
                .map(one -> one.writtenOn().isBefore(day)
                        ? one
                        : new Note(one.id(), one.merchantId(), "eve", one.writtenOn(), "closed for good"))
                .toList();
        return SmallMarket.with(market, deals, overrides, notes);
    }

    private static Deal withOutcome(Deal deal, DealOutcome outcome) {
        return new Deal(
                deal.id(),
                deal.merchantId(),
                deal.title(),
                deal.terms(),
                deal.proposedOn(),
                deal.startsOn(),
                deal.approved(),
                outcome,
                deal.baselineGp30());
    }

    private static DealOverride other(DealOverride one) {
        return new DealOverride(
                one.id(),
                one.dealId(),
                one.merchantId(),
                "eve",
                one.madeOn(),
                OverrideReason.DISCOUNT_TOO_DEEP,
                SmallMarket.terms(0.01, 3, 300, "spa"),
                null);
    }

    @Test
    void forecastsUntilADayDoNotDependOnWhatBecameKnownThatDayOrLater() {
        LocalDate day = dayAt(0.6);
        Marketplace other = otherFuture(day);
        TopicReader words = TopicReader.learn(market, dayAt(0.5));
        SalesForecastFit fit = SalesForecastFit.learn(market, dayAt(0.5), words);
        SuccessFit success = SuccessFit.learn(market, dayAt(0.5), fit, words);
        SalesReplay before = new SalesReplay(market, fit, words);
        SalesReplay after = new SalesReplay(other, fit, words);
        int changed = 0;
        for (Deal deal : market.deals()) {
            MerchantForecast one = before.on(deal.merchantId(), deal.proposedOn());
            MerchantForecast two = after.on(deal.merchantId(), deal.proposedOn());
            Expected first = one.at(deal.terms(), deal.startsOn(), deal.baselineGp30());
            Expected second = two.at(deal.terms(), deal.startsOn(), deal.baselineGp30());
            if (deal.proposedOn().isAfter(day)) {
                changed += first.equals(second) ? 0 : 1;
            } else {
                assertThat(second).as("%s on %s", deal.id(), deal.proposedOn()).isEqualTo(first);
                assertThat(two.profile()).isEqualTo(one.profile());
                assertThat(success.success(two, deal.terms(), deal.startsOn(), deal.baselineGp30()))
                        .isEqualTo(success.success(one, deal.terms(), deal.startsOn(), deal.baselineGp30()));
            }
        }
        assertThat(changed).as("later forecasts that show the other future").isPositive();
    }

    @Test
    void whatIsLearnedDoesNotDependOnTheFuture() {
        LocalDate day = dayAt(0.6);
        Marketplace other = otherFuture(day);
        TopicReader words = TopicReader.learn(market, day);
        TopicReader otherWords = TopicReader.learn(other, day);

        assertThat(otherWords).usingRecursiveComparison().isEqualTo(words);
        assertThat(SalesForecastFit.learn(other, day, words))
                .usingRecursiveComparison()
                .isEqualTo(SalesForecastFit.learn(market, day, words));
    }
}
