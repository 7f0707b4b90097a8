package aidg.engine;

import aidg.engine.PastAttention.Event;
import aidg.engine.PastAttention.Kind;
import aidg.engine.PastAttention.Reading;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.Money;
import aidg.engine.encoder.EventAttention;
import aidg.engine.encoder.EventAttention.Look;
import aidg.engine.encoder.HistoryWindow;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts a merchant's deals and overrides beside the attention that its memory paid them. A deal may stand in the
/// history twice, when it was decided and when its outcome became known: its shares are added.
final class PastReader {

    /// What is looked at less than this, as a multiple of an equal share, is not favoured.
    private static final double EVEN = 1.25;

    private final LocalDate asOf;
    private final List<Deal> deals;
    private final List<DealOverride> overrides;
    private final HistoryWindow window;

    /// @param window over the merchant's events, with one look from the day after the marketplace's
    PastReader(Marketplace marketplace, String merchantId, HistoryWindow window) {
        asOf = marketplace.asOf();
        deals = marketplace.dealsOf(merchantId);
        overrides = marketplace.overridesOf(merchantId);
        this.window = window;
    }

    /// The deals, then the overrides.
    List<PastAttention> read(EventAttention attention) {
        int known = window.known(window.looks().getFirst().day());
        List<Integer> changed =
                window.overrides().stream().filter(event -> event < known).toList();
        return List.of(
                read(Kind.DEALS, IntStream.range(0, known).boxed().toList(), attention.deals(window)),
                read(Kind.OVERRIDES, changed, attention.overrides(window)));
    }

    /// @param positions of the events that are looked at
    private PastAttention read(Kind kind, List<Integer> positions, List<Look> looks) {
        List<Integer> shown = positions.stream()
                .map(position -> window.events().get(position).deal())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        return new PastAttention(
                kind,
                shown.stream().map(number -> event(deals.get(number))).toList(),
                looks.stream().map(look -> reading(look, shown)).toList(),
                words(kind, shown.size()));
    }

    private Reading reading(Look look, List<Integer> shown) {
        List<List<Double>> heads = new ArrayList<>();
        for (double[] head : look.heads()) {
            double[] shares = new double[shown.size()];
            for (int i = 0; i < head.length; i++) {
                if (head[i] > 0) {
                    shares[shown.indexOf(window.events().get(i).deal())] += head[i];
                }
            }
            double sum = Arrays.stream(shares).sum();
            if (sum == 0) {
                return new Reading(look.token().words(), List.of(), List.of(), true, nothing(look));
            }
            heads.add(Arrays.stream(shares).mapToObj(share -> share / sum).toList());
        }
        List<Double> idle = Arrays.stream(look.start()).boxed().toList();
        return new Reading(look.token().words(), heads, idle, isEven(look.heads()), "");
    }

    private static boolean isEven(double[][] heads) {
        double[] shares = IntStream.range(0, heads[0].length)
                .mapToDouble(event ->
                        Arrays.stream(heads).mapToDouble(head -> head[event]).sum())
                .filter(share -> share > 0)
                .toArray();
        double equal = Arrays.stream(shares).average().orElse(0);
        return Arrays.stream(shares).allMatch(share -> share < EVEN * equal);
    }

    private static String nothing(Look look) {
        String name = look.token().name();
        if (name.endsWith("_reached")) {
            return "None of these deals is known to have reached its baseline.";
        }
        if (name.endsWith("_missed")) {
            return "None of these deals is known to have missed its baseline.";
        }
        return name.endsWith("_running")
                ? "No deal awaits its outcome."
                : name.startsWith("override") ? "No overrides yet." : "No deals yet.";
    }

    private Event event(Deal deal) {
        DealOverride override = deal.approved()
                ? null
                : overrides.stream()
                        .filter(change -> change.dealId().equals(deal.id()))
                        .findFirst()
                        .orElse(null);
        LocalDate knownOn = override != null && override.newTerms() != null
                ? deal.startsOn().plusDays(Deal.MATURITY_DAYS)
                : deal.knownOn();
        boolean matured = !knownOn.isAfter(asOf);
        DealOutcome outcome = deal.approved() ? deal.outcomeOn(asOf) : null;
        return new Event(deal, override, knownOn, matured, outcome, gp30(outcome, matured ? override : null));
    }

    private static @Nullable Money gp30(@Nullable DealOutcome outcome, @Nullable DealOverride override) {
        return outcome != null ? outcome.gp30() : override == null ? null : override.gp30();
    }

    private String words(Kind kind, int shown) {
        Stream<Deal> all = deals.stream().filter(deal -> kind == Kind.DEALS || !deal.approved());
        long count = all.count();
        String noun = kind.noun() + (count == 1 ? "" : "s");
        if (shown == 0) {
            return "No %s yet".formatted(noun);
        }
        return shown == count ? "%d %s".formatted(count, noun) : "The last %d of %d %s".formatted(shown, count, noun);
    }
}
