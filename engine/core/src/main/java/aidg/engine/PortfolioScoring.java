package aidg.engine;

import aidg.engine.ReadyDeals.Ready;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Proposal;
import aidg.engine.features.FeatureFit;
import aidg.engine.forecast.Circumstances;
import aidg.engine.forecast.SalesForecastFit;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.whatif.Forecaster;
import aidg.engine.whatif.Place;
import aidg.engine.whatif.Prospect;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/// Forecasts a portfolio with a model. Rivals that are assumed reach the network as those agreed do: through the
/// number and depth of rival deals that it is told, and through the sales forecast, which learned from past deals
/// what rivals cost. The memories of merchants stay as they are.
final class PortfolioScoring implements Forecaster {

    /// Ways in which things may be; enough for a standard deviation to a tenth.
    private static final int DRAWS = 48;

    private final Marketplace marketplace;
    private final LoadedModel model;
    private final ReadyDeals ready;
    private final BiFunction<Proposal, Ready, ScoredDeal> scored;
    private final int buyers;
    private final SalesForecastFit sales;

    /// @param scored puts what the network said into words and money
    PortfolioScoring(
            Marketplace marketplace,
            LoadedModel model,
            ReadyDeals ready,
            BiFunction<Proposal, Ready, ScoredDeal> scored) {
        this.marketplace = marketplace;
        this.model = model;
        this.ready = ready;
        this.scored = scored;
        buyers = model.schema().names().indexOf(FeatureFit.BUYERS);
        sales = model.sales();
    }

    @Override
    public List<Prospect> of(List<Proposal> proposals, List<List<Proposal>> beside) {
        List<Proposal> unknown = new ArrayList<>();
        List<List<Proposal>> itsRivals = new ArrayList<>();
        for (int i = 0; i < proposals.size(); i++) {
            if (!isKnown(proposals.get(i), beside.get(i))) {
                unknown.add(proposals.get(i));
                itsRivals.add(beside.get(i));
            }
        }
        List<Ready> computed = model.compute(unknown, itsRivals);
        List<Prospect> prospects = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < proposals.size(); i++) {
            Proposal one = proposals.get(i);
            prospects.add(
                    prospect(one, isKnown(one, beside.get(i)) ? ready.of(one).orElseThrow() : computed.get(next++)));
        }
        return prospects;
    }

    private boolean isKnown(Proposal one, List<Proposal> beside) {
        return beside.isEmpty() && ready.of(one).isPresent();
    }

    private Prospect prospect(Proposal one, Ready computed) {
        ScoredDeal said = scored.apply(one, computed);
        return new Prospect(
                one.terms(),
                said.score(),
                said.approval(),
                said.expectedGp30(),
                said.gp30Range(),
                said.guard().allowed(),
                said.guard().refusal(),
                Math.expm1(computed.facts().row()[buyers]));
    }

    @Override
    public List<List<Proposal>> rivals(List<Proposal> proposals, List<Proposal> among) {
        return model.rivals(proposals, among);
    }

    @Override
    public double[] drawnGains(Proposal proposal, DealTerms other) {
        List<Circumstances> both = model.circumstances(List.of(proposal, proposal.withTerms(other)));
        double baseline = Math.max(0, proposal.baselineGp30().amount());
        double[] gains = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            gains[i] = baseline * (ratio(both.get(1), proposal, i) - ratio(both.get(0), proposal, i));
        }
        return gains;
    }

    /// Equal numbers draw the same for one merchant whatever the offer.
    private double ratio(Circumstances deal, Proposal proposal, int draw) {
        return deal.drawn(new SplittableRandom(31L * proposal.merchantId().hashCode() + draw * 0x9E3779B97F4A7C15L))
                .expected(sales)
                .ratio();
    }

    @Override
    public int capacity(Proposal proposal) {
        return model.circumstances(List.of(proposal)).getFirst().capacity();
    }

    @Override
    public Place place(Proposal proposal) {
        return place(marketplace.knownMerchant(proposal.merchantId()));
    }

    static Place place(Merchant merchant) {
        return new Place(
                merchant.id(),
                String.join(
                        "\n",
                        merchant.cityId(),
                        merchant.area(),
                        merchant.category().name()),
                merchant.cityId());
    }
}
