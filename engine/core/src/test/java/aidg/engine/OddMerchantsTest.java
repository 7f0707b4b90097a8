package aidg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.domain.Category;
import aidg.engine.domain.City;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.Note;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Position;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.models.ModelFile;
import aidg.engine.torch.TorchDevice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Merchants unlike any that the shipped model learned from: whatever is odd about them, they get a score.
class OddMerchantsTest {

    private static final int YEARS = 50;

    private final List<Merchant> merchants = new ArrayList<>();
    private final List<Deal> deals = new ArrayList<>();
    private final List<DealOverride> overrides = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Proposal> proposals = new ArrayList<>();

    private static ModelFile model() {
        Path models = Path.of(System.getProperty("aidg.root", "../..")).resolve("models");
        if (ModelFile.read(models) instanceof ModelFile.Read read) {
            return read.model();
        }
        throw new AssertionError("no model in " + models);
    }

    private void add(String id, String category, String cityId, Money baseline) {
        merchants.add(new Merchant(
                id,
                "Merchant " + id,
                new Category(category),
                cityId,
                "",
                new Position(41.9, -87.6),
                SmallMarket.AS_OF.minusYears(2),
                baseline));
        proposals.add(new Proposal(
                "p-" + id,
                id,
                "Dinner",
                SmallMarket.terms(0.3, 20, 14, category),
                SmallMarket.AS_OF,
                SmallMarket.AS_OF.plusDays(3),
                baseline));
    }

    private Marketplace market() {
        City elsewhere = new City("nowhere", "Nowhere", new Position(0, 0), 0, 0);
        return new Marketplace(
                SmallMarket.AS_OF,
                "by hand",
                List.of(SmallMarket.CITY, elsewhere),
                merchants,
                deals,
                overrides,
                notes,
                proposals);
    }

    private void oddOnes() {
        add("cold", "restaurant", "chi", Money.of(1000));
        add("one", "restaurant", "chi", Money.of(1000));
        deals.add(SmallMarket.deal("d-one", "one", SmallMarket.AS_OF.minusDays(60), 1500.0));
        add("silent", "restaurant", "chi", Money.of(1000));
        for (int i = 0; i < 20; i++) {
            notes.add(new Note("n" + i, "silent", "eve", SmallMarket.AS_OF.minusDays(10L * i + 1), ""));
        }
        add("strange", "falconry", "chi", Money.of(1000));
        add("far", "restaurant", "nowhere", Money.of(1000));
        add("poor", "restaurant", "chi", Money.ZERO);
        add("old", "restaurant", "chi", Money.of(1000));
        for (int i = 0; i < 12 * YEARS; i++) {
            deals.add(SmallMarket.deal(
                    "d-old-" + i,
                    "old",
                    SmallMarket.AS_OF.minusDays(45 + 365L * YEARS * i / (12 * YEARS)),
                    i % 7 == 0 ? null : 500.0 + i));
        }
        add("scolded", "restaurant", "chi", Money.of(1000));
        for (int i = 0; i < 40; i++) {
            deals.add(SmallMarket.deal("d-bad-" + i, "scolded", SmallMarket.AS_OF.minusDays(20L * i + 1), null));
            overrides.add(new DealOverride(
                    "o" + i,
                    "d-bad-" + i,
                    "scolded",
                    "eve",
                    SmallMarket.AS_OF.minusDays(20L * i + 1),
                    OverrideReason.values()[i % OverrideReason.values().length],
                    null,
                    null));
        }
    }

    @Test
    void oddMerchantsGetProbabilitiesAndExplanationsThatAddUp() {
        oddOnes();
        try (DealEngine engine =
                DealEngine.open(market(), ModelSource.of(model()), TorchDevice.Wish.CPU, Keep.NOTHING)) {
            for (Proposal proposal : proposals) {
                ScoredDeal scored = engine.explain(proposal);
                assertSound(scored);
                ScoreTrace trace = Objects.requireNonNull(scored.trace());
                double sum = trace.baseScore();
                for (ScoreTrace.Contribution part : trace.contributions()) {
                    sum += part.points();
                }
                assertThat(sum).as(proposal.id()).isCloseTo(scored.score(), offset(1e-6));
            }
        }
    }

    @Test
    void wildTermsGetProbabilities() {
        oddOnes();
        Random random = new Random(12);
        List<Proposal> wild = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            wild.add(proposals
                    .get(i % proposals.size())
                    .withTerms(SmallMarket.terms(
                            random.nextInt(4) == 0 ? 0 : 0.999 * random.nextDouble(),
                            Math.exp(random.nextDouble() * 30 - 4),
                            1 + random.nextInt(365),
                            List.of("restaurant", "falconry", "spa").get(random.nextInt(3)))));
        }
        try (DealEngine engine =
                DealEngine.open(market(), ModelSource.of(model()), TorchDevice.Wish.CPU, Keep.NOTHING)) {
            assertThat(engine.score(wild)).hasSize(300).allSatisfy(OddMerchantsTest::assertSound);
        }
    }

    private static void assertSound(ScoredDeal scored) {
        assertThat(scored.score()).as(scored.proposal().id()).isBetween(0.0, 1.0);
        assertThat(scored.approval()).isBetween(0.0, 1.0);
        assertThat(scored.reach()).isBetween(0.0, 1.0);
        assertThat(scored.score())
                .isBetween(scored.interval().low(), scored.interval().high());
        assertThat(scored.expectedGp30().amount()).isFinite();
        assertThat(scored.gp30Range().low().amount()).isFinite();
        assertThat(scored.gp30Range().high().amount()).isFinite();
    }
}
