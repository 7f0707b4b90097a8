package aidg.ui.sample;

import aidg.engine.MapPoint;
import aidg.engine.SimilarMerchant;
import aidg.engine.SimilarMerchants;
import aidg.engine.domain.Category;
import aidg.engine.domain.City;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.Position;
import aidg.engine.domain.Progress;
import aidg.ui.similar.SimilarDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Sixty merchants of every category, five of them near whoever is asked about.
public final class SampleSimilarDesk implements SimilarDesk {

    private static final List<String> NAMES =
            List.of("Trattoria Sole", "Casa Lupe", "Bistro Marais", "Enoteca Dorsi", "La Briciola");
    private static final City CHICAGO = new City("chi", "Chicago", new Position(41.88, -87.63), 2_746_000, 62);

    private boolean alone;
    private int refreshed;

    /// Whether there is nobody to compare with.
    public void setAlone(boolean nobody) {
        alone = nobody;
    }

    /// How often prototypes were chosen anew.
    public int refreshed() {
        return refreshed;
    }

    @Override
    public SimilarMerchants similar(
            String merchantId, @Nullable Category category, @Nullable DealTerms terms, Progress progress) {
        Category among = category == null ? new Category("restaurants") : category;
        SplittableRandom random = new SplittableRandom(11);
        Merchant here = SampleProposals.all().stream()
                .map(item -> item.merchant())
                .filter(merchant -> merchant.id().equals(merchantId))
                .findFirst()
                .orElseGet(() -> merchant(merchantId, NAMES.get(Math.floorMod(merchantId.hashCode(), 5)), among));
        List<MapPoint> map = new ArrayList<>(List.of(new MapPoint(here, 0, 0, false, 8, 5)));
        List<SimilarMerchant> neighbours = new ArrayList<>();
        if (!alone) {
            for (int i = 0; i < NAMES.size(); i++) {
                Merchant other = merchant("n-" + i, NAMES.get(i), among);
                neighbours.add(neighbour(other, i, random));
                map.add(new MapPoint(other, 0.03 * (i - 2), 0.02 * (i % 3 - 1) + 0.01, true, 6, i));
            }
            for (int i = 0; i < 60; i++) {
                Merchant other = merchant("o-" + i, "Kitchen " + i, among);
                map.add(new MapPoint(
                        other, random.nextDouble() - 0.5, random.nextDouble() * 0.6 - 0.3, i % 3 == 0, i % 5, i % 4));
            }
        }
        return new SimilarMerchants(
                here,
                among,
                neighbours,
                alone ? "There is no other merchant to compare with." : "",
                SampleReviewDesk.NOW.minusSeconds(3600),
                map,
                0.34);
    }

    private static Merchant merchant(String id, String name, Category category) {
        return new Merchant(
                id,
                name,
                category,
                CHICAGO.id(),
                "Lincoln Park",
                CHICAGO.position(),
                SampleProposals.TODAY.minusYears(2),
                Money.of(3800));
    }

    private static SimilarMerchant neighbour(Merchant merchant, int number, SplittableRandom random) {
        List<Deal> lately = new ArrayList<>();
        for (int i = 0; i < 3 + number && number != 3; i++) {
            double gp30 = 2900 + random.nextInt(2200);
            lately.add(new Deal(
                    "D-%s-%d".formatted(merchant.id(), i),
                    merchant.id(),
                    "Dinner for two",
                    new DealTerms(
                            new Discount(0.25 + 0.05 * number), Money.of(70 + number * 3), 21, merchant.category()),
                    SampleProposals.TODAY.minusDays(50 + 30L * i),
                    SampleProposals.TODAY.minusDays(48 + 30L * i),
                    true,
                    new DealOutcome(800, 70, Money.of(gp30)),
                    Money.of(3800)));
        }
        int reached = (int) lately.stream()
                .filter(deal -> deal.outcome() != null && deal.outcome().gp30().compareTo(deal.baselineGp30()) >= 0)
                .count();
        return new SimilarMerchant(
                merchant,
                CHICAGO,
                0.94 - 0.02 * number,
                lately,
                lately.size(),
                reached,
                List.of("5 pt shallower", "$12 cheaper", "baseline $900 higher"));
    }

    @Override
    public void refresh(Progress progress) {
        refreshed++;
    }

    @Override
    public List<Category> categories() {
        return List.of(new Category("activities"), new Category("restaurants"), new Category("spa"));
    }

    @Override
    public void export(SimilarMerchants found, Path file) throws IOException {
        Files.write(
                file,
                found.neighbours().stream().map(one -> one.merchant().name()).toList());
    }
}
