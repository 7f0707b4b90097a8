package aidg.app;

import aidg.engine.DealEngine;
import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Proposal;
import aidg.engine.whatif.Scenario;
import aidg.engine.whatif.Scenario.Said;
import aidg.engine.workspace.ScenarioBook;
import java.time.LocalDate;
import java.util.List;

/// Named scenarios of a session: saved with what the model says, and held against what it says now.
public final class Scenarios {

    private final ScenarioBook book;

    public Scenarios(Session session) {
        book = session.workspace().scenarios();
    }

    /// What it says now of the terms of a scenario, and whether that is what it said.
    ///
    /// @param same  every figure equal to the bit
    /// @param words why not, empty if it is the same
    public record Reopened(Scenario scenario, ScoredDeal now, boolean same, String words) {}

    /// Scenarios of one proposal beside what the model says of it as it is.
    public record Comparison(ScoredDeal proposed, List<Reopened> scenarios) {
        public Comparison {
            scenarios = List.copyOf(scenarios);
        }
    }

    /// Scores terms and keeps them under a name; one of the same name is replaced.
    public Scenario save(DealEngine engine, Proposal proposal, DealTerms terms, LocalDate startsOn, String name) {
        ScoredDeal scored = score(engine, proposal, terms, startsOn);
        return book.save(
                proposal.id(),
                name,
                terms,
                startsOn,
                said(scored),
                scored.modelHash(),
                engine.marketplace().dataHash());
    }

    /// Scores a scenario's terms again.
    public Reopened reopen(DealEngine engine, Proposal proposal, Scenario scenario) {
        ScoredDeal now = score(engine, proposal, scenario.terms(), scenario.startsOn());
        boolean same = said(now).equals(scenario.said());
        String words = "";
        if (!same) {
            words = !scenario.modelHash().equals(now.modelHash())
                    ? "another model is in use since"
                    : !scenario.dataHash().equals(engine.marketplace().dataHash())
                            ? "the data changed since"
                            : "the figures differ for no known reason";
        }
        return new Reopened(scenario, now, same, words);
    }

    /// Scores a proposal and some of its scenarios again.
    public Comparison compare(DealEngine engine, Proposal proposal, List<Scenario> chosen) {
        return new Comparison(
                score(engine, proposal, proposal.terms(), proposal.startsOn()),
                chosen.stream().map(one -> reopen(engine, proposal, one)).toList());
    }

    private static ScoredDeal score(DealEngine engine, Proposal proposal, DealTerms terms, LocalDate startsOn) {
        return engine.score(List.of(proposal.withTerms(terms).startingOn(startsOn)))
                .getFirst();
    }

    private static Said said(ScoredDeal scored) {
        return new Said(
                scored.score(),
                scored.interval(),
                scored.approval(),
                scored.expectedGp30(),
                scored.gp30Range(),
                scored.guard().allowed() ? "" : scored.guard().refusal());
    }

    /// Scenarios of a proposal, in the order of saving.
    public List<Scenario> of(String dealId) {
        return book.all().stream()
                .filter(scenario -> scenario.dealId().equals(dealId))
                .toList();
    }

    /// Every scenario of the workspace, in the order of saving.
    public List<Scenario> all() {
        return book.all();
    }

    /// Brings back one that was deleted.
    public Scenario restore(Scenario deleted) {
        return book.restore(deleted);
    }

    /// Gives one another name.
    ///
    /// @throws IllegalArgumentException if its proposal has another of that name
    public Scenario rename(Scenario scenario, String name) {
        return book.rename(scenario.number(), name);
    }

    public void delete(Scenario scenario) {
        book.delete(scenario.number());
    }
}
