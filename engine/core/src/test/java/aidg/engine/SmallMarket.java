package aidg.engine;

import aidg.engine.bandit.GuardVerdict;
import aidg.engine.domain.Category;
import aidg.engine.domain.City;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Interval;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import aidg.engine.domain.Note;
import aidg.engine.domain.Position;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.marketplace.generator.Generated;
import aidg.engine.marketplace.generator.MarketplaceGenerator;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Marketplaces and their parts for tests: one generated, and pieces to build one by hand.
public final class SmallMarket {

    public static final LocalDate AS_OF = LocalDate.of(2026, 6, 1);
    public static final City CITY = new City("chi", "Chicago", new Position(41.88, -87.63), 2_700_000, 60);

    private SmallMarket() {}

    /// 40 merchants with 20 deals each, always the same.
    public static Generated generated() {
        return new MarketplaceGenerator().generate(40, 20, 5, Progress.SILENT);
    }

    public static DealTerms terms(double discount, double price, int days, String category) {
        return new DealTerms(new Discount(discount), Money.of(price), days, new Category(category));
    }

    public static Merchant merchant(String id) {
        return new Merchant(
                id,
                "Merchant " + id,
                new Category("restaurant"),
                CITY.id(),
                "",
                new Position(41.9, -87.6),
                AS_OF.minusYears(2),
                Money.of(1000));
    }

    /// A deal at 1,000 baseline that started on the day of its proposal.
    ///
    /// @param gp30 null if it did not go out
    public static Deal deal(String id, String merchantId, LocalDate day, @Nullable Double gp30) {
        return new Deal(
                id,
                merchantId,
                "Dinner",
                terms(0.3, 20, 14, "restaurant"),
                day,
                day,
                gp30 != null,
                gp30 == null ? null : new DealOutcome(500, 50, Money.of(gp30)),
                Money.of(1000));
    }

    public static Proposal proposal(String id, String merchantId, DealTerms terms) {
        return new Proposal(id, merchantId, "Dinner", terms, AS_OF, AS_OF.plusDays(3), Money.of(1000));
    }

    public static Marketplace of(List<Merchant> merchants, List<Deal> deals, List<Proposal> proposals) {
        return new Marketplace(AS_OF, "by hand", List.of(CITY), merchants, deals, List.of(), List.of(), proposals);
    }

    /// The same marketplace with another past.
    public static Marketplace with(
            Marketplace market, List<Deal> deals, List<DealOverride> overrides, List<Note> notes) {
        return new Marketplace(
                market.asOf(),
                market.dataHash(),
                market.cities(),
                market.merchants(),
                deals,
                overrides,
                notes,
                market.proposals());
    }

    /// A deal of score 0.5, whose expected gross profit is the middle of the range.
    public static ScoredDeal scored(
            Proposal proposal, Interval interval, double approval, MoneyRange gp30, GuardVerdict guard) {
        return new ScoredDeal(
                proposal,
                0.5,
                interval,
                approval,
                0.5,
                Money.of((gp30.low().amount() + gp30.high().amount()) / 2),
                gp30,
                0.1,
                0.5,
                "Restaurant deals in Chicago",
                guard,
                "model",
                "CPU",
                null);
    }
}
