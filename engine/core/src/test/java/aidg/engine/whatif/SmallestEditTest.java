package aidg.engine.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import aidg.engine.whatif.Limits.Range;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/// The smallest acceptable edit, on markets whose answer is known. [WB-10]
class SmallestEditTest {

    private static final Category SPA = new Category("spa");
    private static final Category GYM = new Category("gym");
    private static final Range DISCOUNTS = new Range(0, 0.7, 0.01, 0);
    private static final Range PRICES = new Range(10, 200, 1, 0);
    private static final Range DAYS = new Range(1, 90, 1, 0);
    private static final Limits WIDE =
            new Limits(Map.of(Term.DISCOUNT, DISCOUNTS, Term.PRICE, PRICES, Term.DURATION, DAYS), List.of(), 3);

    private static DealTerms terms(double discount, double price, int days, Category category) {
        return new DealTerms(new Discount(discount), Money.of(price), days, category);
    }

    private static Offers market(ToDoubleFunction<DealTerms> score, Predicate<DealTerms> allowed) {
        return (base, x, y) -> {
            Surface surface = Surface.empty(x, y);
            for (int i = 0; i < x.values().size(); i++) {
                for (int j = 0; j < y.values().size(); j++) {
                    DealTerms terms = y.apply(x.apply(base, i), j);
                    surface.score()[i][j] = score.applyAsDouble(terms);
                    surface.gp30()[i][j] = 1000 * surface.score()[i][j];
                    surface.allowed()[i][j] = allowed.test(terms);
                }
            }
            return surface;
        };
    }

    @Test
    void theSmallestStepOfTheOnlyTermThatHelpsIsFound() {
        Offers offers = market(terms -> terms.discount().fraction() >= 0.25 ? 0.8 : 0.2, terms -> true);

        SmallestEdit.Answer answer = SmallestEdit.find(offers, terms(0.31 - 0.2, 80, 20, SPA), WIDE, 0.5);

        assertThat(answer.isFine()).isFalse();
        assertThat(answer.edits()).hasSize(1);
        assertThat(answer.edits().getFirst().terms()).isEqualTo(terms(0.25, 80, 20, SPA));
        assertThat(answer.edits().getFirst().sentence(answer.before()))
                .isEqualTo("Discount 11% to 25%: score 20% to 80%, expected GP30 $200 to $800 (+$600).");
    }

    /// Every pair of price and length on a line does; the smallest lies between the two single edits.
    @Test
    void severalAnswersAreOfDifferentTerms() {
        Offers offers =
                market(terms -> terms.price().amount() <= 60 || terms.durationDays() >= 40 ? 0.7 : 0.1, terms -> true);

        SmallestEdit.Answer answer = SmallestEdit.find(offers, terms(0.3, 80, 20, SPA), WIDE, 0.5);

        assertThat(answer.edits())
                .extracting(Edit::words)
                .containsExactlyInAnyOrder(
                        "Price $80 to $60 (list price $114 to $85.71)", "Duration 20 days to 40 days");
    }

    @Test
    void whatNeedsAllThreeTermsIsFoundToo() {
        Offers offers = market(
                terms ->
                        terms.discount().fraction() >= 0.4 && terms.price().amount() <= 60 && terms.durationDays() >= 30
                                ? 0.9
                                : 0.1,
                terms -> true);
        DealTerms original = terms(0.2, 80, 20, SPA);

        List<Edit> edits = SmallestEdit.find(offers, original, WIDE, 0.5).edits();

        assertThat(edits).hasSize(1);
        assertThat(edits.getFirst().terms()).isEqualTo(terms(0.4, 60, 30, SPA));
        Limits two = new Limits(WIDE.ranges(), List.of(), 2);
        assertThat(SmallestEdit.find(offers, original, two, 0.5).edits()).isEmpty();
    }

    @Test
    void anotherCategoryIsAnAnswerWhereItIsAllowed() {
        Offers offers = market(terms -> terms.category().equals(GYM) ? 0.9 : 0.1, terms -> true);
        DealTerms original = terms(0.2, 80, 20, SPA);

        assertThat(SmallestEdit.find(offers, original, WIDE, 0.5).edits()).isEmpty();
        List<Edit> edits = SmallestEdit.find(offers, original, new Limits(Map.of(), List.of(GYM), 1), 0.5)
                .edits();
        assertThat(edits).extracting(Edit::words).containsExactly("Sold as Gym instead of Spa");
    }

    @Test
    void anAcceptableOfferNeedsNothing() {
        SmallestEdit.Answer answer =
                SmallestEdit.find(market(terms -> 0.6, terms -> true), terms(0.2, 80, 20, SPA), WIDE, 0.5);

        assertThat(answer.isFine()).isTrue();
        assertThat(answer.edits()).isEmpty();
    }

    /// The guard lets out only what costs at least 70; below, every score is high.
    @Test
    void whereNoneExistsTheNearestMissIsToldAndIsAllowedIfAnyIs() {
        Offers offers = market(
                terms -> terms.price().amount() < 70 ? 0.9 : 0.3 + terms.durationDays() / 1000.0,
                terms -> terms.price().amount() >= 70);

        SmallestEdit.Answer answer = SmallestEdit.find(offers, terms(0.2, 80, 20, SPA), WIDE, 0.5);

        assertThat(answer.edits()).isEmpty();
        assertThat(answer.nearest())
                .isNotNull()
                .matches(Edit::allowed)
                .matches(nearest -> nearest.terms().durationDays() == 90);
    }

    @Test
    void limitsAreHonouredInTenThousandRandomCases() {
        SplittableRandom random = new SplittableRandom(20261121);
        int found = 0;
        int none = 0;
        for (int i = 0; i < 10_000; i++) {
            DealTerms original = terms(
                    random.nextInt(0, 80) / 100.0, random.nextInt(500, 20_000) / 100.0, random.nextInt(1, 90), SPA);
            Limits limits = limits(random);
            double least = random.nextDouble(0.2, 0.95);

            SmallestEdit.Answer answer = SmallestEdit.find(market(random), original, limits, least);

            for (Edit edit : answer.edits()) {
                assertThat(isHonoured(limits, original, edit.terms()))
                        .as("%s of %s in %s", edit.terms(), original, limits)
                        .isTrue();
                assertThat(edit.allowed()).isTrue();
                assertThat(edit.score()).isGreaterThanOrEqualTo(least);
            }
            Edit nearest = answer.nearest();
            if (nearest != null) {
                assertThat(isHonoured(limits, original, nearest.terms())).isTrue();
                none++;
            }
            found += answer.edits().isEmpty() ? 0 : 1;
        }
        assertThat(found).isGreaterThan(1000);
        assertThat(none).isGreaterThan(1000);
    }

    private static Limits limits(SplittableRandom random) {
        Map<Term, Range> ranges = new EnumMap<>(Term.class);
        if (random.nextInt(4) > 0) {
            double low = random.nextInt(0, 60) / 100.0;
            ranges.put(Term.DISCOUNT, new Range(low, low + random.nextInt(0, 30) / 100.0, 0.05, 0));
        }
        if (random.nextInt(4) > 0) {
            double low = random.nextInt(5, 100);
            double[] endings = {0, 0.5, 0.99};
            ranges.put(Term.PRICE, new Range(low, low + random.nextInt(0, 80), 1, endings[random.nextInt(3)]));
        }
        if (random.nextInt(4) > 0) {
            int low = random.nextInt(1, 40);
            ranges.put(Term.DURATION, new Range(low, low + random.nextInt(0, 40), random.nextInt(1, 8), 0));
        }
        return new Limits(ranges, random.nextBoolean() ? List.of(GYM) : List.of(), random.nextInt(0, 5));
    }

    /// A random linear score on the terms, and a guard that dislikes low prices.
    private static Offers market(SplittableRandom random) {
        double a = random.nextDouble(-4, 4);
        double b = random.nextDouble(-0.04, 0.04);
        double c = random.nextDouble(-0.05, 0.05);
        double d = random.nextDouble(-1, 1);
        double floor = random.nextDouble(0, 40);
        return market(
                terms -> 1
                        / (1
                                + Math.exp(-(a * (terms.discount().fraction() - 0.3)
                                        + b * (terms.price().amount() - 60)
                                        + c * (terms.durationDays() - 30)
                                        + (terms.category().equals(GYM) ? d : 0)))),
                terms -> terms.price().amount() >= floor);
    }

    /// Written anew, so that the limits are not judged by themselves.
    private static boolean isHonoured(Limits limits, DealTerms original, DealTerms edited) {
        int changes = 0;
        if (!edited.category().equals(original.category())) {
            changes++;
            if (!limits.categories().contains(edited.category())) {
                return false;
            }
        }
        for (Term term : Term.values()) {
            double before = term.of(original);
            double after = term.of(edited);
            Range range = limits.ranges().get(term);
            if (before != after) {
                changes++;
            }
            if (range == null) {
                if (before != after) {
                    return false;
                }
                continue;
            }
            if (after < range.low() - 1e-9 || after > range.high() + 1e-9) {
                return false;
            }
            double steps = (after - range.offset()) / range.step();
            if (before != after && Math.abs(steps - Math.rint(steps)) > 1e-6) {
                return false;
            }
        }
        return changes <= limits.mostChanges();
    }
}
