package aidg.ui.sample;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import aidg.engine.domain.Proposal;
import aidg.engine.review.ReviewItem;
import aidg.engine.whatif.Scenario;
import aidg.ui.scenario.ScenarioDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Scenarios that the sample's What-if keeps. One was saved with another model, whose figures were other ones.
public final class SampleScenarioDesk implements ScenarioDesk {

    private static final String OLD_MODEL = "9b1e4f2277b04d52a1c6e8f0b9d3aa01";

    private final SampleWhatIfDesk whatIf;
    private boolean unreadable;
    private boolean unscored;

    /// @param whatIf keeps what is saved
    public SampleScenarioDesk(SampleWhatIfDesk whatIf) {
        this.whatIf = whatIf;
    }

    /// Whether the list cannot be read.
    public void setUnreadable(boolean fails) {
        unreadable = fails;
    }

    /// Whether nothing can be scored again.
    public void setUnscored(boolean fails) {
        unscored = fails;
    }

    /// Four scenarios of the first proposal and one of the second.
    static void fill(SampleWhatIfDesk desk) {
        Proposal first = SampleProposals.all().getFirst().scored().proposal();
        desk.saveScenario(first.withTerms(terms(first, 0.32, 82, 21)), "Softer discount");
        desk.saveScenario(
                first.withTerms(terms(first, 0.32, 82, 21))
                        .startingOn(first.startsOn().plusDays(7)),
                "Softer, a week later");
        desk.saveScenario(first.withTerms(terms(first, 0.3, 74, 28)), "Lower price and a longer run");
        desk.saveScenario(first.withTerms(terms(first, 0.46, 118, 21)), "Premium menu");
        Proposal second = SampleProposals.all().get(1).scored().proposal();
        desk.saveScenario(
                second.withTerms(terms(second, 0.28, second.terms().price().amount(), 14)), "Shorter");
        List<Scenario> scenarios = desk.scenarios();
        Scenario aged = scenarios.get(2);
        scenarios.set(
                2,
                new Scenario(
                        aged.number(),
                        aged.dealId(),
                        aged.name(),
                        aged.terms(),
                        aged.startsOn(),
                        new Scenario.Said(
                                aged.said().score() - 0.06,
                                aged.said().interval(),
                                aged.said().approval(),
                                Money.of(aged.said().gp30().amount() - 310),
                                aged.said().gp30Range(),
                                ""),
                        OLD_MODEL,
                        aged.dataHash(),
                        aged.savedAt().minus(Duration.ofDays(12))));
    }

    private static DealTerms terms(Proposal of, double discount, double price, int days) {
        return new DealTerms(
                new Discount(discount), Money.of(price), days, of.terms().category());
    }

    static Scenario saved(long number, ScoredDeal scored, String name) {
        Proposal tried = scored.proposal();
        return new Scenario(
                number,
                tried.id(),
                name,
                tried.terms(),
                tried.startsOn(),
                said(scored),
                scored.modelHash(),
                "sample",
                SampleReviewDesk.NOW.minus(Duration.ofMinutes(90 - 7 * number)));
    }

    private static Scenario.Said said(ScoredDeal scored) {
        return new Scenario.Said(
                scored.score(),
                scored.interval(),
                scored.approval(),
                scored.expectedGp30(),
                scored.gp30Range(),
                scored.guard().allowed() ? "" : scored.guard().refusal());
    }

    @Override
    public List<Kept> all() {
        if (unreadable) {
            throw new IllegalStateException("the workspace is locked");
        }
        return whatIf.scenarios().stream()
                .map(one -> new Kept(one, item(one.dealId()).merchant().name()))
                .toList();
    }

    private static ReviewItem item(String dealId) {
        return SampleProposals.all().stream()
                .filter(one -> one.scored().proposal().id().equals(dealId))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Comparison compare(String dealId, List<Scenario> chosen) {
        if (unscored) {
            throw new IllegalStateException("the model cannot be loaded");
        }
        ReviewItem item = item(dealId);
        Proposal proposal = item.scored().proposal();
        return new Comparison(
                item.merchant().name(),
                whatIf.score(proposal, proposal.terms()),
                chosen.stream()
                        .map(one -> {
                            ScoredDeal now = whatIf.score(proposal.startingOn(one.startsOn()), one.terms());
                            boolean same = said(now).equals(one.said());
                            return new Side(one, now, same, same ? "" : "another model is in use since");
                        })
                        .toList());
    }

    @Override
    public Scenario rename(Scenario scenario, String name) {
        Scenario renamed = scenario.named(name);
        whatIf.scenarios().replaceAll(one -> one.equals(scenario) ? renamed : one);
        return renamed;
    }

    @Override
    public void delete(Scenario scenario) {
        whatIf.scenarios().remove(scenario);
    }

    @Override
    public Scenario restore(Scenario deleted) {
        whatIf.scenarios().add(deleted);
        return deleted;
    }

    @Override
    public void export(Comparison comparison, Path file) throws Exception {
        Files.writeString(file, "Scenario\n");
    }
}
