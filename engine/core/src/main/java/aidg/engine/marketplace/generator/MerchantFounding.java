package aidg.engine.marketplace.generator;

import aidg.engine.domain.Category;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Founds the merchants: where they are, what they sell and their hidden nature.
final class MerchantFounding {

    private static final double SPECIALTY_SHARE = 0.8;
    private static final double HERE_FROM_THE_START = 0.6;
    private static final int MERCHANTS_PER_MANAGER = 250;
    static final int FEWEST_MANAGERS = 8;

    private final Geography geography;
    private final List<CategoryTraits> categories;
    private final RandomStreams streams;
    private final int managers;
    private final Grammar names = Grammar.read("names.txt");
    private final Set<String> taken = new HashSet<>();
    private final double[] shares;

    MerchantFounding(Geography geography, List<CategoryTraits> categories, RandomStreams streams, int merchants) {
        this.geography = geography;
        this.categories = categories;
        this.streams = streams;
        managers = managers(merchants);
        shares = categories.stream().mapToDouble(CategoryTraits::share).toArray();
    }

    /// How many merchant managers look after so many merchants.
    static int managers(int merchants) {
        return Math.max(FEWEST_MANAGERS, merchants / MERCHANTS_PER_MANAGER);
    }

    List<MerchantNature> found(int merchants) {
        List<MerchantNature> founded = new ArrayList<>(merchants);
        for (int i = 0; i < merchants; i++) {
            founded.add(found(i, streams.of("merchant", i)));
        }
        return founded;
    }

    private MerchantNature found(int index, RandomGenerator random) {
        Area area = geography.areas().get(random.nextInt(geography.areas().size()));
        int trade = random.nextDouble() < SPECIALTY_SHARE
                ? Draws.pick(random, area.specialties())
                : Draws.weighted(random, shares);
        CategoryTraits traits = categories.get(trade);
        double rightPrice = traits.typicalPrice() * Draws.logNormal(random, 0.3);
        double sales = traits.monthlySales() * Draws.logNormal(random, 0.35);
        double cost = Math.clamp(traits.costShare() + 0.04 * random.nextGaussian(), 0.15, 0.5);
        Money baseline = Money.of((double) Math.round(rightPrice * (1 - cost) * sales));
        int joined = random.nextDouble() < HERE_FROM_THE_START
                ? -random.nextInt(30, 1200)
                : random.nextInt(0, Timeline.LAST - 60);
        double appetite = Math.clamp(0.42 + 0.14 * random.nextGaussian(), 0.15, 0.8);
        double response = Math.clamp(6.5 + 1.0 * random.nextGaussian(), 4, 9);
        double bestDiscount = DiscountAnswer.best(response, appetite, cost);
        double needed = SalesModel.FOREGONE * sales * (1 - cost) / DiscountAnswer.margin(bestDiscount, cost);
        Merchant merchant = new Merchant(
                "M%05d".formatted(index + 1),
                name(traits.category(), area.name(), streams.of("merchant-name", index)),
                traits.category(),
                area.city().id(),
                area.name(),
                place(area, random),
                Timeline.date(joined),
                baseline);
        return new MerchantNature(
                index,
                merchant,
                traits,
                area,
                area.index() % managers,
                Math.max(0, joined + 10),
                Draws.gamma(random, 6) / 6,
                SalesModel.QUALITY_SD * random.nextGaussian(),
                Math.clamp(1.2 + 0.25 * random.nextGaussian(), 0.6, 2),
                response,
                appetite,
                bestDiscount,
                rightPrice,
                traits.usualDays() * Draws.logNormal(random, 0.3),
                cost,
                sales,
                needed * (1.5 + 2.0 * random.nextDouble()));
    }

    private static Position place(Area area, RandomGenerator random) {
        double km = 0.55 * StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return Geography.offset(area.centre(), Math.min(km, 1.6), 2 * Math.PI * random.nextDouble());
    }

    private String name(Category category, String area, RandomGenerator random) {
        for (int attempt = 0; attempt < 12; attempt++) {
            String name = names.phrase(category.name() + ".name", "", random);
            if (taken.add(name)) {
                return name;
            }
        }
        String base = names.phrase(category.name() + ".name", "", random) + " " + area;
        String name = base;
        for (int number = 2; !taken.add(name); number++) {
            name = base + " No. " + number;
        }
        return name;
    }
}
