package aidg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.Deal;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.marketplace.intake.ImportResult;
import aidg.engine.marketplace.intake.MarketplaceImport;
import aidg.engine.models.ModelFile;
import aidg.engine.torch.TorchDevice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The sample data with one merchant more, the shipped model and an engine over both, opened once for all tests and
/// closed after the last. For `@RegisterExtension` on a static field.
final class ShippedSample implements BeforeAllCallback {

    private static final Path ROOT = Path.of(System.getProperty("aidg.root", "../.."));

    private @Nullable Open open;

    /// @param scored every open proposal, in order
    private record Open(Marketplace market, ModelFile model, DealEngine engine, List<ScoredDeal> scored)
            implements AutoCloseable {

        static Open now() {
            Marketplace market = withColdMerchant(read());
            ModelFile model = shippedModel();
            DealEngine engine = DealEngine.open(market, ModelSource.of(model), TorchDevice.Wish.CPU, Keep.NOTHING);
            return new Open(market, model, engine, engine.score(market.proposals()));
        }

        @Override
        public void close() {
            engine.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        open = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(ShippedSample.class))
                .computeIfAbsent(Open.class, key -> Open.now(), Open.class);
    }

    private Open open() {
        Open now = open;
        if (now == null) {
            throw new AssertionError("the sample is opened before the first test");
        }
        return now;
    }

    Marketplace market() {
        return open().market();
    }

    ModelFile model() {
        return open().model();
    }

    DealEngine engine() {
        return open().engine();
    }

    /// Every open proposal with its score, in order.
    List<ScoredDeal> scored() {
        return open().scored();
    }

    private static Marketplace read() {
        ImportResult result = new MarketplaceImport()
                .read(ROOT.resolve("sample-data"), MarketplaceImport.Options.PLAIN, Progress.SILENT);
        assertThat(result).isInstanceOf(ImportResult.Accepted.class);
        return ((ImportResult.Accepted) result).marketplace();
    }

    static ModelFile shippedModel() {
        ModelFile.Reading reading = ModelFile.read(ROOT.resolve("models"));
        assertThat(reading).isInstanceOf(ModelFile.Read.class);
        return ((ModelFile.Read) reading).model();
    }

    private static Marketplace withColdMerchant(Marketplace market) {
        Merchant like = market.merchants().getFirst();
        Merchant cold = new Merchant(
                "cold",
                "Opened Today",
                like.category(),
                like.cityId(),
                "",
                like.position(),
                market.asOf(),
                Money.of(1500));
        List<Merchant> merchants = new ArrayList<>(market.merchants());
        merchants.add(cold);
        return new Marketplace(
                market.asOf(),
                market.dataHash(),
                market.cities(),
                merchants,
                market.deals(),
                market.overrides(),
                market.notes(),
                market.proposals());
    }

    /// Of the merchant with the longest history.
    Proposal rich() {
        return market().proposals().stream()
                .max(Comparator.comparingInt(
                                (Proposal p) -> market().dealsOf(p.merchantId()).size())
                        .thenComparing(Proposal::id))
                .orElseThrow();
    }

    /// Of a merchant without any history.
    Proposal cold() {
        Proposal like = market().proposals().getFirst();
        return new Proposal(
                "cold-1",
                "cold",
                "First",
                like.terms(),
                market().asOf(),
                market().asOf().plusDays(5),
                Money.of(1500));
    }

    /// Priced above 99 of 100 past deals.
    Proposal odd() {
        List<Money> prices = market().deals().stream()
                .map((Deal d) -> d.terms().price())
                .sorted()
                .toList();
        Proposal like = rich();
        return like.withTerms(SmallMarket.terms(
                like.terms().discount().fraction(),
                prices.get(prices.size() * 99 / 100).amount(),
                like.terms().durationDays(),
                like.terms().category().name()));
    }
}
