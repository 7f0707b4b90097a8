package aidg.ui.sample;

import aidg.engine.ScoredDeal;
import aidg.engine.bandit.GuardVerdict;
import aidg.engine.bandit.GuardVerdict.Check;
import aidg.engine.bandit.GuardVerdict.Outcome;
import aidg.engine.domain.Category;
import aidg.engine.domain.City;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Interval;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import aidg.engine.domain.Position;
import aidg.engine.domain.Proposal;
import aidg.engine.review.ReviewItem;
import aidg.engine.review.ReviewItem.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Seventeen proposals as a merchant manager in Chicago would find them.
public final class SampleProposals {

    public static final String MODEL = "3f2a9c1e77b04d52a1c6e8f0b9d37415";
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 19);

    private static final City CHICAGO = new City("chi", "Chicago", new Position(41.88, -87.63), 2_746_000, 62);

    private SampleProposals() {}

    /// What differs between the proposals.
    private record Row(
            String merchant,
            String area,
            String category,
            String title,
            double discount,
            double price,
            int days,
            double score,
            double low,
            double high,
            double gp30,
            double baseline,
            double overrideChance,
            String reason) {}

    private static final List<Row> ROWS = List.of(
            new Row(
                    "Osteria Fontana",
                    "Lincoln Park",
                    "restaurants",
                    "4-course dinner for two, Mon–Thu",
                    0.35,
                    78,
                    21,
                    0.71,
                    0.63,
                    0.78,
                    4620,
                    3900,
                    0.18,
                    "Deeper than usual"),
            new Row(
                    "Lakeview Thermal Spa",
                    "Lakeview",
                    "spa",
                    "Massage 90 min + sauna",
                    0.30,
                    89,
                    28,
                    0.58,
                    0.48,
                    0.68,
                    5240,
                    4600,
                    0.11,
                    "Wide interval"),
            new Row(
                    "Volt Climbing",
                    "West Loop",
                    "activities",
                    "10-visit pass",
                    0.40,
                    96,
                    30,
                    0.52,
                    0.43,
                    0.61,
                    2860,
                    2500,
                    0.21,
                    "Near your 40% rule"),
            new Row(
                    "Sakura Omakase",
                    "River North",
                    "restaurants",
                    "12-piece omakase for two",
                    0.25,
                    134,
                    21,
                    0.66,
                    0.60,
                    0.74,
                    6110,
                    5300,
                    0.12,
                    "High stake"),
            new Row(
                    "Harbour Escape Rooms",
                    "Pilsen",
                    "activities",
                    "Escape room for six",
                    0.48,
                    84,
                    30,
                    0.41,
                    0.31,
                    0.52,
                    1490,
                    2100,
                    0.28,
                    "Guard rejects"),
            new Row(
                    "Bright Smile Dental",
                    "Loop",
                    "health",
                    "Whitening session",
                    0.45,
                    119,
                    45,
                    0.44,
                    0.33,
                    0.54,
                    3480,
                    3200,
                    0.13,
                    "First deal"),
            new Row(
                    "Wicker Clay Studio",
                    "Wicker Park",
                    "activities",
                    "2 h wheel class for two",
                    0.30,
                    68,
                    30,
                    0.63,
                    0.55,
                    0.71,
                    1940,
                    1600,
                    0.28,
                    "Price off range"),
            new Row(
                    "North Shore Yoga",
                    "Edgewater",
                    "fitness",
                    "5-class pass",
                    0.35,
                    62,
                    30,
                    0.69,
                    0.61,
                    0.75,
                    2310,
                    1900,
                    0.23,
                    "Deeper than usual"),
            new Row(
                    "Havana Social",
                    "Logan Square",
                    "restaurants",
                    "Paella and pitcher for four",
                    0.30,
                    92,
                    21,
                    0.74,
                    0.69,
                    0.80,
                    3750,
                    2900,
                    0.15,
                    "Weekend excluded"),
            new Row(
                    "Skyline Air Tours",
                    "Loop",
                    "activities",
                    "25 min lake flight",
                    0.20,
                    149,
                    30,
                    0.49,
                    0.42,
                    0.57,
                    7900,
                    7400,
                    0.04,
                    "High stake"),
            new Row(
                    "Barber & Blade",
                    "Logan Square",
                    "beauty",
                    "Cut + hot towel shave",
                    0.30,
                    38,
                    45,
                    0.77,
                    0.72,
                    0.83,
                    1420,
                    1100,
                    0.20,
                    "Long run, 45 days"),
            new Row(
                    "Lumen Nails",
                    "Old Town",
                    "beauty",
                    "Gel manicure",
                    0.25,
                    34,
                    21,
                    0.81,
                    0.77,
                    0.86,
                    1180,
                    900,
                    0.18,
                    "Routine"),
            new Row(
                    "Discovery Dance Studio",
                    "Old Town",
                    "activities",
                    "6-week salsa course for two",
                    0.30,
                    110,
                    42,
                    0.67,
                    0.62,
                    0.74,
                    1360,
                    1150,
                    0.12,
                    "Long run, 42 days"),
            new Row(
                    "Casa Lupe",
                    "Old Town",
                    "restaurants",
                    "Taco tasting for two",
                    0.35,
                    46,
                    21,
                    0.78,
                    0.73,
                    0.84,
                    1640,
                    1200,
                    0.09,
                    "Routine"),
            new Row(
                    "Prairie Pet Spa",
                    "Lakeview",
                    "pets",
                    "Full groom, any size",
                    0.20,
                    58,
                    30,
                    0.72,
                    0.66,
                    0.79,
                    980,
                    820,
                    0.13,
                    "Routine"),
            new Row(
                    "Blue Note Piano Bar",
                    "Uptown",
                    "nightlife",
                    "Cocktails and live set for two",
                    0.25,
                    54,
                    21,
                    0.75,
                    0.70,
                    0.81,
                    870,
                    690,
                    0.12,
                    "Routine"),
            new Row(
                    "Greenhouse Brunch",
                    "Ravenswood",
                    "restaurants",
                    "Brunch for two with mimosas",
                    0.20,
                    44,
                    28,
                    0.83,
                    0.79,
                    0.88,
                    760,
                    560,
                    0.10,
                    "Routine"));

    /// In the order of their value of review.
    public static List<ReviewItem> all() {
        List<ReviewItem> items = new ArrayList<>();
        for (int i = 0; i < ROWS.size(); i++) {
            items.add(item(ROWS.get(i), i));
        }
        return List.copyOf(items);
    }

    private static ReviewItem item(Row row, int index) {
        Merchant merchant = new Merchant(
                "m-%02d".formatted(index),
                row.merchant(),
                new Category(row.category()),
                CHICAGO.id(),
                row.area(),
                CHICAGO.position(),
                LocalDate.of(2023, 4, 3).plusDays(index * 11L),
                Money.of(row.baseline()));
        Proposal proposal = new Proposal(
                "P-%d".formatted(20418 + index),
                merchant.id(),
                row.title(),
                new DealTerms(new Discount(row.discount()), Money.of(row.price()), row.days(), merchant.category()),
                TODAY,
                TODAY.plusDays(4),
                Money.of(row.baseline()));
        ScoredDeal scored =
                scored(proposal, row.score(), new Interval(row.low(), row.high()), row.gp30(), row.overrideChance());
        Value value = new Value(Money.of(row.gp30()), scored.interval().width(), row.overrideChance());
        return new ReviewItem(scored, merchant, CHICAGO, value, row.reason());
    }

    static ScoredDeal scored(Proposal proposal, double score, Interval interval, double gp30, double overrideChance) {
        double approval = 1 - overrideChance;
        return new ScoredDeal(
                proposal,
                score,
                interval,
                approval,
                Math.min(0.99, Math.round(score / approval * 100 - 0.6) / 100.0),
                Money.of(gp30),
                new MoneyRange(Money.of(gp30 * 0.825), Money.of(gp30 * 1.19)),
                overrideChance / 3,
                0.54,
                "comparable deals in Chicago",
                guard(proposal, gp30, overrideChance),
                MODEL,
                "CPU",
                null);
    }

    private static GuardVerdict guard(Proposal proposal, double gp30, double overrideChance) {
        double floor = proposal.baselineGp30().amount() * 0.8;
        if (gp30 < floor) {
            return new GuardVerdict(
                    false,
                    "GP30 below baseline threshold",
                    List.of(
                            new Check("GP30 floor", Outcome.FAILED, "$%,.0f under $%,.0f".formatted(gp30, floor)),
                            new Check("Override rate", Outcome.NOT_CHECKED, ""),
                            new Check("Category", Outcome.NOT_CHECKED, ""),
                            new Check("Risk", Outcome.NOT_CHECKED, "")));
        }
        return new GuardVerdict(
                true,
                "Valid",
                List.of(
                        new Check("GP30 floor", Outcome.PASSED, "$%,.0f over $%,.0f".formatted(gp30, floor)),
                        new Check("Override rate", Outcome.PASSED, "%.0f%%, limit 30%%".formatted(overrideChance * 66)),
                        new Check(
                                "Category",
                                Outcome.PASSED,
                                proposal.terms().category().words() + " allowed"),
                        new Check("Risk", Outcome.PASSED, "%.2f, limit 0.10".formatted(overrideChance / 3))));
    }

    /// A score that falls with deeper discounts and higher prices, for edits.
    static double rescored(DealTerms before, DealTerms after, double score) {
        double discount = (after.discount().percent() - before.discount().percent()) * -0.006;
        double price = (after.price().amount() / before.price().amount() - 1) * -0.4;
        return Math.clamp(score + discount + price, 0.02, 0.97);
    }
}
