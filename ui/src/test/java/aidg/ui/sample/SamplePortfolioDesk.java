package aidg.ui.sample;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.review.ReviewItem;
import aidg.engine.whatif.Forecaster;
import aidg.engine.whatif.Place;
import aidg.engine.whatif.Policy;
import aidg.engine.whatif.PortfolioRun;
import aidg.engine.whatif.Prospect;
import aidg.engine.whatif.Scope;
import aidg.ui.portfolio.PortfolioDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Portfolios of the sample's proposals in the sample's market, worked out as the engine does it.
public final class SamplePortfolioDesk implements PortfolioDesk {

    private final List<Proposal> open = new ArrayList<>();
    private final Map<String, ReviewItem> items = new HashMap<>();
    private boolean failing;

    /// The queue's proposals.
    public SamplePortfolioDesk() {
        this(1);
    }

    /// So many proposals for each of the queue, some of them much alike.
    public SamplePortfolioDesk(int each) {
        SplittableRandom random = new SplittableRandom(11);
        for (ReviewItem item : SampleProposals.all()) {
            Proposal proposal = item.scored().proposal();
            for (int i = 0; i < each; i++) {
                Proposal one = i == 0 ? proposal : varied(proposal, i, random);
                open.add(one);
                items.put(one.id(), item);
            }
        }
    }

    private static Proposal varied(Proposal like, int number, SplittableRandom random) {
        DealTerms terms = like.terms();
        double price = Math.rint(terms.price().amount() * (0.7 + 0.6 * random.nextDouble()));
        return new Proposal(
                "%s-%d".formatted(like.id(), number),
                like.merchantId(),
                like.title(),
                new DealTerms(terms.discount(), Money.of(price), terms.durationDays(), terms.category()),
                like.proposedOn(),
                like.startsOn(),
                like.baselineGp30());
    }

    /// Whether nothing can be worked out.
    public void setFailing(boolean fails) {
        failing = fails;
    }

    @Override
    public List<Group> open() {
        Map<String, List<Proposal>> byCategory = new LinkedHashMap<>();
        open.forEach(one -> byCategory
                .computeIfAbsent(one.terms().category().name(), name -> new ArrayList<>())
                .add(one));
        return byCategory.values().stream()
                .map(all -> new Group(
                        "chi",
                        "Chicago",
                        all.getFirst().terms().category(),
                        all.stream().map(Proposal::id).toList()))
                .toList();
    }

    @Override
    public Result run(Policy policy, Scope scope, String where, Progress progress) {
        if (failing) {
            throw new IllegalStateException("the model cannot be loaded");
        }
        List<Proposal> chosen =
                open.stream().filter(one -> scope.holds(one, "chi")).toList();
        List<Proposal> others =
                open.stream().filter(one -> !chosen.contains(one)).toList();
        Map<String, String> merchants = new HashMap<>();
        items.values()
                .forEach(item ->
                        merchants.put(item.merchant().id(), item.merchant().name()));
        return new Result(
                PortfolioRun.of(policy, chosen, others, new Market(), null, progress),
                scope,
                where,
                merchants,
                SampleProposals.MODEL);
    }

    @Override
    public void export(Result result, Path file) throws Exception {
        Files.writeString(file, "deal_id\n");
    }

    /// The market of the sample's What-if; merchants of the same category are rivals.
    private static final class Market implements Forecaster {

        private final SampleWhatIfDesk desk = new SampleWhatIfDesk();

        @Override
        public List<Prospect> of(List<Proposal> proposals, List<List<Proposal>> beside) {
            List<Prospect> prospects = new ArrayList<>();
            for (int i = 0; i < proposals.size(); i++) {
                prospects.add(prospect(
                        proposals.get(i), Math.max(0.6, 1 - 0.03 * beside.get(i).size())));
            }
            return prospects;
        }

        private Prospect prospect(Proposal one, double share) {
            ScoredDeal scored = desk.score(one, one.terms());
            return new Prospect(
                    one.terms(),
                    scored.score(),
                    scored.approval(),
                    Money.of(share * scored.expectedGp30().amount()),
                    scored.gp30Range(),
                    scored.guard().allowed(),
                    scored.guard().refusal(),
                    scored.expectedGp30().amount() / 20);
        }

        @Override
        public List<List<Proposal>> rivals(List<Proposal> proposals, List<Proposal> among) {
            return proposals.stream()
                    .map(one -> among.stream()
                            .filter(other -> !other.merchantId().equals(one.merchantId())
                                    && other.terms()
                                            .category()
                                            .equals(one.terms().category()))
                            .limit(3)
                            .toList())
                    .toList();
        }

        @Override
        public double[] drawnGains(Proposal proposal, DealTerms other) {
            double gain = desk.score(proposal, other).expectedGp30().amount()
                    - desk.score(proposal, proposal.terms()).expectedGp30().amount();
            SplittableRandom random = new SplittableRandom(proposal.merchantId().hashCode());
            double[] drawn = new double[16];
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = gain * (0.6 + 0.8 * random.nextDouble());
            }
            return drawn;
        }

        @Override
        public int capacity(Proposal proposal) {
            return proposal.merchantId().hashCode() % 3 == 0 ? 150 : 0;
        }

        @Override
        public Place place(Proposal proposal) {
            return new Place(proposal.merchantId(), proposal.terms().category().name(), "chi");
        }
    }
}
