package aidg.ui.sample;

import aidg.engine.Explanation;
import aidg.engine.PastAttention;
import aidg.engine.PastAttention.Event;
import aidg.engine.PastAttention.Kind;
import aidg.engine.PastAttention.Reading;
import aidg.engine.ScoreTrace;
import aidg.engine.ScoredDeal;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import aidg.engine.domain.OverrideReason;
import aidg.engine.explain.Honesty;
import aidg.engine.explain.Honesty.Badge;
import aidg.engine.explain.Honesty.Check;
import aidg.engine.review.ReviewItem;
import aidg.ui.why.WhyDesk;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/// Explains the sample proposals: the third one must not be told, the fourth with care.
public final class SampleWhyDesk implements WhyDesk {

    private static final int HEADS = 8;
    private static final int DEALS = 42;

    private final List<String> asked = new ArrayList<>();
    private boolean broken;
    private boolean fresh;

    /// Whether explaining fails from now on.
    public void setBroken(boolean unreadable) {
        broken = unreadable;
    }

    /// Whether merchants have no past.
    public void setFresh(boolean nothing) {
        fresh = nothing;
    }

    /// Ids of the deals that were explained, in their order.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Explanation explain(ReviewItem item) throws IOException {
        asked.add(item.scored().proposal().id());
        if (broken) {
            throw new IOException("the model file cannot be read");
        }
        ScoredDeal scored = SampleTraces.explained(item.scored());
        ScoreTrace trace = Objects.requireNonNull(scored.trace());
        List<List<List<Double>>> heads = new ArrayList<>();
        for (int head = 0; head < HEADS; head++) {
            heads.add(trace.attention().weights());
        }
        List<Explanation.Reason> reasons = trace.contributions().stream()
                .map(one -> new Explanation.Reason(one, one.points() * 1.2, one.points() * 0.8, 0.1))
                .toList();
        return new Explanation(
                scored,
                heads,
                reasons,
                new Explanation.Completeness(0.54, scored.score(), 0.0001),
                honesty(item),
                List.of());
    }

    static Honesty honesty(ReviewItem item) {
        return switch (item.scored().proposal().id()) {
            case "P-20420" -> honesty(0.22, 0.51, 0.44, Badge.RED);
            case "P-20421" -> honesty(0.55, 0.81, 0.93, Badge.AMBER);
            default -> honesty(0.81, 0.94, 0.97, Badge.GREEN);
        };
    }

    private static Honesty honesty(double agreement, double deletion, double fidelity, Badge badge) {
        return new Honesty(
                agreement,
                deletion,
                deletion,
                fidelity,
                0.9,
                badge,
                List.of(
                        new Check(Check.Kind.AGREEMENT, agreement, 0.6),
                        new Check(Check.Kind.DELETION, deletion, 0.7),
                        new Check(Check.Kind.FIDELITY, fidelity, 0.8),
                        new Check(Check.Kind.STEADINESS, 0.9, 0.7)),
                List.of());
    }

    @Override
    public List<PastAttention> pasts(ReviewItem item) {
        if (fresh) {
            return List.of(nothing(Kind.DEALS, "deal_history_recent"), nothing(Kind.OVERRIDES, "override_reasons"));
        }
        SplittableRandom random = new SplittableRandom(7);
        List<Event> deals = new ArrayList<>();
        for (int i = 0; i < DEALS; i++) {
            deals.add(event(i, item.scored().proposal().terms(), random));
        }
        List<Event> overridden =
                deals.stream().filter(event -> event.override() != null).toList();
        return List.of(
                new PastAttention(
                        Kind.DEALS,
                        deals,
                        List.of(
                                reading("deal_history_recent", deals.size(), random),
                                reading("deal_history_older", deals.size(), random)),
                        "%d deals".formatted(deals.size())),
                new PastAttention(
                        Kind.OVERRIDES,
                        overridden,
                        List.of(reading("override_reasons", overridden.size(), random)),
                        "%d overrides".formatted(overridden.size())));
    }

    private static PastAttention nothing(Kind kind, String column) {
        return new PastAttention(
                kind,
                List.of(),
                List.of(new Reading(column, List.of(), List.of(), false, "Nothing has happened yet.")),
                "No %s yet".formatted(kind.noun()));
    }

    private static Event event(int number, DealTerms like, SplittableRandom random) {
        LocalDate start = SampleProposals.TODAY.minusDays(14 + 17L * number);
        boolean matured = number > 1;
        boolean approved = number % 7 != 4;
        double gp30 = 2600 + random.nextInt(2600);
        Deal deal = new Deal(
                "D-%03d".formatted(number),
                "m-00",
                number % 2 == 0 ? "Pasta night for two" : "Chef’s menu, Mon–Thu",
                new DealTerms(
                        new Discount(0.2 + 0.05 * random.nextInt(6)),
                        Money.of(58 + random.nextInt(50)),
                        21,
                        like.category()),
                start.minusDays(3),
                start,
                approved,
                approved ? new DealOutcome(900, 80, Money.of(gp30)) : null,
                Money.of(3900));
        DealOverride override = approved
                ? null
                : new DealOverride(
                        "O-" + number,
                        deal.id(),
                        "m-00",
                        "mm-1",
                        start.minusDays(2),
                        OverrideReason.DISCOUNT_TOO_DEEP,
                        null,
                        null);
        return new Event(
                deal,
                override,
                deal.knownOn(),
                matured || !approved,
                matured ? deal.outcome() : null,
                matured && approved ? Money.of(gp30) : null);
    }

    private static Reading reading(String column, int events, SplittableRandom random) {
        List<List<Double>> heads = new ArrayList<>();
        List<Double> idle = new ArrayList<>();
        for (int head = 0; head < HEADS; head++) {
            double[] weights = new double[events];
            double sum = 0;
            for (int i = 0; i < events; i++) {
                weights[i] = Math.exp(-i / 9.0) * (0.2 + random.nextDouble()) + (i == 3 && head == 4 ? 2 : 0);
                sum += weights[i];
            }
            List<Double> row = new ArrayList<>();
            for (double weight : weights) {
                row.add(weight / sum);
            }
            heads.add(row);
            idle.add(0.1);
        }
        return new Reading(column, heads, idle, false, "");
    }
}
