package aidg.engine.marketplace.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aidg.engine.domain.City;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Note;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MarketplaceGeneratorTest {

    private static final int MERCHANTS = 300;
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 19);

    private static Generated generated;
    private static Marketplace market;
    private static List<Statistics.Judged> judged;

    @BeforeAll
    static void generate() {
        generated = new MarketplaceGenerator().generate(MERCHANTS, 7, Progress.SILENT);
        market = generated.marketplace();
        judged = Statistics.judged(generated);
    }

    @Test
    void sizesAreAsAsked() {
        assertThat(market.merchants()).hasSize(MERCHANTS);
        assertThat(market.deals()).hasSize(MERCHANTS * MarketplaceGenerator.DEALS_PER_MERCHANT);
        assertThat(market.proposals()).hasSize(249);
        assertThat(market.notes().size() / (double) MERCHANTS).isBetween(8.0, 12.0);
        assertThat(new MarketplaceGenerator()
                        .generate(30, 10, 7, Progress.SILENT)
                        .marketplace()
                        .deals())
                .hasSize(300);
    }

    @Test
    void everyReferenceResolves() {
        Set<String> cities = market.cities().stream().map(City::id).collect(Collectors.toSet());
        Map<String, Deal> deals = market.deals().stream().collect(Collectors.toMap(Deal::id, Function.identity()));
        Set<String> proposals = market.proposals().stream().map(Proposal::id).collect(Collectors.toSet());
        assertThat(market.merchants()).allMatch(merchant -> cities.contains(merchant.cityId()));
        assertThat(market.deals())
                .allMatch(deal -> market.merchant(deal.merchantId()).isPresent());
        assertThat(market.proposals())
                .allMatch(one -> market.merchant(one.merchantId()).isPresent());
        assertThat(market.notes())
                .allMatch(note -> market.merchant(note.merchantId()).isPresent());
        assertThat(market.overrides()).allSatisfy(made -> {
            Deal deal = Objects.requireNonNull(deals.get(made.dealId()));
            assertThat(deal.merchantId()).isEqualTo(made.merchantId());
            assertThat(deal.approved()).isFalse();
            assertThat(made.madeOn()).isEqualTo(deal.proposedOn());
        });
        assertThat(deals.keySet()).doesNotContainAnyElementsOf(proposals);
        Set<String> truth = new HashSet<>(deals.keySet());
        truth.addAll(proposals);
        assertThat(generated.truth().keySet()).isEqualTo(truth);
    }

    @Test
    void everyDealThatDidNotGoOutHasOneOverride() {
        List<String> refused = market.deals().stream()
                .filter(deal -> !deal.approved())
                .map(Deal::id)
                .toList();
        assertThat(market.overrides().stream().map(DealOverride::dealId))
                .containsExactlyInAnyOrderElementsOf(refused)
                .doesNotHaveDuplicates();
        assertThat(refused.size() / (double) market.deals().size()).isBetween(0.10, 0.15);
        assertThat(market.overrides().stream().map(DealOverride::managerId).distinct())
                .hasSizeBetween(6, 8);
        assertThat(market.overrides().stream().map(DealOverride::reason).distinct())
                .hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void valuesStayInTheirRanges() {
        assertThat(market.deals()).allSatisfy(deal -> {
            Merchant merchant = market.merchant(deal.merchantId()).orElseThrow();
            assertThat(deal.terms().discount().fraction()).isBetween(0.05, 0.75);
            assertThat(deal.terms().price().amount()).isBetween(1.0, 1500.0);
            assertThat(deal.terms().durationDays()).isBetween(5, 60);
            assertThat(deal.baselineGp30().isPositive()).isTrue();
            assertThat(deal.proposedOn()).isBetween(AS_OF.minusDays(1096), AS_OF);
            assertThat(deal.proposedOn()).isAfter(merchant.joinedOn());
        });
        assertThat(market.notes()).allMatch(note -> !note.writtenOn().isAfter(AS_OF));
        assertThat(market.proposals())
                .allMatch(one -> !one.proposedOn().isBefore(AS_OF.minusDays(9))
                        && !one.proposedOn().isAfter(AS_OF));
        assertThat(generated.truth().values()).allMatch(p -> p >= 0 && p <= 1);
        assertThat(market.asOf()).isEqualTo(AS_OF);
    }

    @Test
    void outcomesAreKnownExactlyForMaturedDealsThatRan() {
        assertThat(market.deals()).allSatisfy(deal -> {
            boolean matured = !deal.startsOn().plusDays(30).isAfter(AS_OF);
            assertThat(deal.outcome() != null).isEqualTo(deal.approved() && matured);
        });
        assertThat(market.deals()).anyMatch(deal -> deal.approved() && deal.outcome() == null);
        Map<String, Deal> deals = market.deals().stream().collect(Collectors.toMap(Deal::id, Function.identity()));
        assertThat(market.overrides()).allSatisfy(made -> {
            boolean matured = !Objects.requireNonNull(deals.get(made.dealId()))
                    .startsOn()
                    .plusDays(30)
                    .isAfter(AS_OF);
            assertThat(made.gp30() != null).isEqualTo(made.newTerms() != null && matured);
        });
    }

    @Test
    void someDealsLoseMoney() {
        assertThat(market.deals())
                .anyMatch(
                        deal -> deal.outcome() != null && deal.outcome().gp30().cents() < 0);
    }

    @Test
    void aLittleMoreThanHalfOfTheDealsSucceed() {
        assertThat(Statistics.share(judged)).isBetween(0.50, 0.60);
    }

    @Test
    void theTruthSeparatesButNotPerfectly() {
        assertThat(Statistics.auc(judged)).isBetween(0.86, 0.92);
    }

    @Test
    void theTruthIsCalibratedAndShuffledTruthIsNot() {
        double criticalAtOneInTenThousand = 52.4;
        assertThat(Statistics.calibrationGap(judged)).isLessThan(criticalAtOneInTenThousand);
        assertThat(Statistics.calibrationGap(Statistics.shuffled(judged))).isGreaterThan(1000);
    }

    @Test
    void pastSuccessAloneSaysLittle() {
        List<Statistics.Judged> byPast = new ArrayList<>();
        for (Statistics.Judged one : judged) {
            double known = 0;
            double good = 0;
            for (Deal earlier : market.dealsOf(one.deal().merchantId())) {
                boolean before = earlier.proposedOn().isBefore(one.deal().proposedOn());
                Boolean success = earlier.succeededOn(one.deal().proposedOn());
                if (before && success != null) {
                    known++;
                    good += success ? 1 : 0;
                }
            }
            byPast.add(new Statistics.Judged(one.deal(), (good + 2) / (known + 4), one.success()));
        }
        assertThat(Statistics.auc(byPast)).isBetween(0.58, 0.68);
    }

    @Test
    void goodNotesComeBeforeGoodDeals() {
        List<Statistics.Judged> afterGood = new ArrayList<>();
        List<Statistics.Judged> afterBad = new ArrayList<>();
        Map<String, List<Statistics.Judged>> byMerchant =
                judged.stream().collect(Collectors.groupingBy(one -> one.deal().merchantId()));
        for (Note note : market.notes()) {
            int tone = tone(note.text());
            for (Statistics.Judged one : byMerchant.getOrDefault(note.merchantId(), List.of())) {
                LocalDate day = one.deal().proposedOn();
                boolean soon = day.isAfter(note.writtenOn())
                        && !day.isAfter(note.writtenOn().plusDays(45));
                if (soon && tone != 0) {
                    (tone > 0 ? afterGood : afterBad).add(one);
                }
            }
        }
        assertThat(afterGood.size()).isGreaterThan(200);
        assertThat(Statistics.share(afterGood) - Statistics.share(afterBad)).isGreaterThan(0.12);
    }

    private static int tone(String text) {
        int tone = 0;
        for (String word :
                List.of("booming", "very well", "packed", "excellent", "thrilled", "delighted", "record", "great")) {
            tone += text.toLowerCase(Locale.ROOT).contains(word) ? 1 : 0;
        }
        for (String word : List.of("quiet", "worried", "slow", "cancellations", "terrible", "fed up", "complain ")) {
            tone -= text.toLowerCase(Locale.ROOT).contains(word) ? 1 : 0;
        }
        return tone;
    }

    @Test
    void dealsInQuickSuccessionSellWorse() {
        List<Statistics.Judged> tired = new ArrayList<>();
        List<Statistics.Judged> rested = new ArrayList<>();
        for (Statistics.Judged one : judged) {
            long recent = market.dealsOf(one.deal().merchantId()).stream()
                    .filter(other -> other.approved()
                            && other.proposedOn().isBefore(one.deal().proposedOn())
                            && other.startsOn().isAfter(one.deal().startsOn().minusDays(30)))
                    .count();
            if (recent >= 3) {
                tired.add(one);
            } else if (recent == 0) {
                rested.add(one);
            }
        }
        assertThat(Statistics.share(rested) - Statistics.share(tired)).isGreaterThan(0.12);
    }

    @Test
    void rivalDealsNearbyTakeSales() {
        List<Statistics.Judged> contested = new ArrayList<>();
        List<Statistics.Judged> alone = new ArrayList<>();
        for (Statistics.Judged one : judged) {
            long rivals = peers(one.deal(), 2.0)
                    .filter(other -> other.approved()
                            && other.proposedOn().isBefore(one.deal().proposedOn())
                            && other.startsOn()
                                    .isBefore(one.deal()
                                            .startsOn()
                                            .plusDays(one.deal().terms().durationDays()))
                            && other.startsOn()
                                    .plusDays(other.terms().durationDays())
                                    .isAfter(one.deal().startsOn()))
                    .count();
            (rivals >= 3 ? contested : rivals == 0 ? alone : new ArrayList<Statistics.Judged>()).add(one);
        }
        assertThat(contested.size()).isGreaterThan(200);
        assertThat(Statistics.share(alone) - Statistics.share(contested)).isGreaterThan(0.08);
    }

    @Test
    void neighboursOfOneTradeFareAlike() {
        Map<String, Boolean> success =
                judged.stream().collect(Collectors.toMap(one -> one.deal().id(), Statistics.Judged::success));
        List<Statistics.Judged> whenNeighboursSucceed = new ArrayList<>();
        List<Statistics.Judged> whenNeighboursFail = new ArrayList<>();
        for (Statistics.Judged one : judged) {
            List<Boolean> near = peers(one.deal(), 2.0)
                    .filter(other -> Math.abs(other.proposedOn().toEpochDay()
                                    - one.deal().proposedOn().toEpochDay())
                            <= 45)
                    .filter(other -> success.containsKey(other.id()))
                    .map(other -> success.get(other.id()))
                    .toList();
            double rate = near.stream().filter(good -> good).count() / (double) near.size();
            if (near.size() >= 5 && rate > 0.7) {
                whenNeighboursSucceed.add(one);
            } else if (near.size() >= 5 && rate < 0.4) {
                whenNeighboursFail.add(one);
            }
        }
        assertThat(whenNeighboursFail.size()).isGreaterThan(200);
        assertThat(Statistics.share(whenNeighboursSucceed) - Statistics.share(whenNeighboursFail))
                .isGreaterThan(0.10);
    }

    /// Deals of other merchants within some kilometres that sell the same category.
    private static Stream<Deal> peers(Deal deal, double km) {
        Merchant merchant = market.merchant(deal.merchantId()).orElseThrow();
        return market.merchants().stream()
                .filter(other -> other.cityId().equals(merchant.cityId())
                        && !other.id().equals(merchant.id())
                        && other.category().equals(deal.terms().category())
                        && other.position().distanceKm(merchant.position()) <= km)
                .flatMap(other -> market.dealsOf(other.id()).stream());
    }

    @Test
    void wordsAreVaried() {
        assertThat(market.merchants().stream().map(Merchant::name)).doesNotHaveDuplicates();
        assertThat(market.deals().stream().map(Deal::title).distinct().count()).isGreaterThan(500);
        assertThat(market.notes().stream().map(Note::text).distinct().count()).isGreaterThan(1500);
        assertThat(market.notes()).noneMatch(note -> note.text().matches(".*[{}<>|\\[\\]].*"));
        assertThat(market.deals()).noneMatch(deal -> deal.title().matches(".*[{}<>|\\[\\]$].*"));
    }

    @Test
    void anotherSeedGivesAnotherMarketplace() {
        MarketplaceGenerator generator = new MarketplaceGenerator();
        Generated one = generator.generate(20, 20, 1, Progress.SILENT);
        Generated same = generator.generate(20, 20, 1, Progress.SILENT);
        Generated other = generator.generate(20, 20, 2, Progress.SILENT);
        assertThat(same.truth()).isEqualTo(one.truth());
        assertThat(same.marketplace().deals()).isEqualTo(one.marketplace().deals());
        assertThat(same.marketplace().dataHash()).isEqualTo(one.marketplace().dataHash());
        assertThat(other.truth()).isNotEqualTo(one.truth());
        assertThat(other.marketplace().dataHash())
                .isNotEqualTo(one.marketplace().dataHash());
    }

    @Test
    void aWatcherMayStopIt() {
        assertThatThrownBy(() -> new MarketplaceGenerator().generate(20, 7, (step, done, total) -> {
                    if (done > 300) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void impossibleSizesAreRefused() {
        assertThatThrownBy(() -> new MarketplaceGenerator().generate(0, 7, Progress.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 merchants");
        assertThatThrownBy(() -> new MarketplaceGenerator().generate(5, 0, 7, Progress.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 deals");
    }

    @Test
    void citiesDifferInDemand() {
        assertThat(market.cities().stream().mapToDouble(City::demand).max().orElseThrow()
                        - market.cities().stream()
                                .mapToDouble(City::demand)
                                .min()
                                .orElseThrow())
                .isGreaterThan(5);
        assertThat(market.cities().getFirst().position().latitude()).isCloseTo(41.878, within(0.001));
    }
}
