package aidg.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import aidg.app.AppFiles;
import aidg.app.Session;
import aidg.engine.domain.Category;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.review.ReviewItem;
import aidg.engine.whatif.PolicyText;
import aidg.engine.whatif.Scenario;
import aidg.engine.whatif.Scope;
import aidg.engine.whatif.Term;
import aidg.ui.portfolio.PortfolioDesk;
import aidg.ui.portfolio.PortfolioDesk.Group;
import aidg.ui.portfolio.PortfolioDesk.Result;
import aidg.ui.scenario.ScenarioDesk;
import aidg.ui.scenario.ScenarioDesk.Comparison;
import aidg.ui.scenario.ScenarioDesk.Kept;
import aidg.ui.shell.WorkbenchPorts;
import aidg.ui.whatif.WhatIfDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scenarios and portfolios through the desks that the window uses, over the real sample. [WB-10]
final class ScenarioPortfolioDeskTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    static Path home;

    private static Session session;
    private static LiveEngine live;
    private static WorkbenchPorts ports;
    private static List<ReviewItem> items;

    @BeforeAll
    static void open() throws Exception {
        AppFiles files = new AppFiles(home, Path.of(System.getProperty("aidg.root", "..")));
        session = Session.open(files, files.defaultWorkspace(), new char[0], CLOCK);
        live = new LiveEngine(session);
        ports = Desktop.ports(session, live, CLOCK);
        items = ports.review().queue(Progress.SILENT).items();
    }

    @AfterAll
    static void close() {
        live.close();
        session.close();
    }

    private static Proposal proposal(int row) {
        return items.get(row).scored().proposal();
    }

    @Test
    void aScenarioReopenedByAnotherEngineIsTheSameToTheBit() throws Exception {
        WhatIfDesk whatIf = ports.whatIf();
        ScenarioDesk desk = ports.scenarios();
        Proposal proposal = proposal(0);
        Proposal softer = proposal.withTerms(Term.DISCOUNT.with(proposal.terms(), 0.22));
        Scenario one = whatIf.saveScenario(softer, "softer");
        Scenario later =
                whatIf.saveScenario(softer.startingOn(proposal.startsOn().plusDays(14)), "softer, later");
        Scenario dearer = whatIf.saveScenario(
                proposal.withTerms(Term.PRICE.with(
                        proposal.terms(),
                        Math.rint(1.2 * proposal.terms().price().amount()))),
                "dearer");
        Scenario longer = whatIf.saveScenario(proposal.withTerms(Term.DURATION.with(proposal.terms(), 28)), "longer");
        assertThat(whatIf.scenarioNames(proposal.id())).containsExactly("softer", "softer, later", "dearer", "longer");
        assertThat(later.said()).as("the first day counts").isNotEqualTo(one.said());

        live.close();
        Comparison again = desk.compare(proposal.id(), List.of(one, later, dearer, longer));

        assertThat(again.sides()).allSatisfy(side -> {
            assertThat(side.same()).as(side.why()).isTrue();
            assertThat(side.now().score()).isEqualTo(side.scenario().said().score());
            assertThat(side.now().expectedGp30())
                    .isEqualTo(side.scenario().said().gp30());
        });
        assertThat(again.proposed().proposal()).isEqualTo(proposal);
        assertThat(again.proposed().score()).isCloseTo(items.getFirst().scored().score(), offset(1e-5));
        Path file = home.resolve("scenarios.csv");
        desk.export(again, file);
        assertThat(Files.readAllLines(file))
                .first()
                .asString()
                .isEqualTo("\"Scenario\",\"As proposed\",\"softer\",\"softer, later\",\"dearer\",\"longer\"");
        assertThat(Files.readString(file)).contains("\"yes, to the bit\"");
    }

    @Test
    void aDeletedScenarioComesBackWithItsFigures() throws Exception {
        ScenarioDesk desk = ports.scenarios();
        Proposal proposal = proposal(1);
        Scenario saved = ports.whatIf().saveScenario(proposal, "as it is");

        desk.delete(saved);
        assertThat(desk.all()).extracting(Kept::scenario).doesNotContain(saved);
        desk.restore(saved);

        assertThat(desk.all()).contains(new Kept(saved, items.get(1).merchant().name()));
        assertThatThrownBy(() -> desk.restore(saved)).hasMessageContaining("another scenario 'as it is'");
    }

    @Test
    void aPortfolioOfAScopeIsWhatTheCommandWorksOut() throws Exception {
        PortfolioDesk desk = ports.portfolio();
        List<Group> open = desk.open();
        assertThat(open.stream().mapToInt(group -> group.dealIds().size()).sum())
                .isEqualTo(items.size());
        Group group = open.getFirst();
        Category category = group.category();
        int held = open.stream()
                .filter(one -> one.category().equals(category))
                .mapToInt(one -> one.dealIds().size())
                .sum();

        Result found = desk.run(
                PolicyText.read(Term.DISCOUNT, "+5pt"),
                new Scope(null, category, Set.of()),
                category.words(),
                Progress.SILENT);

        assertThat(found.portfolio().moved()).hasSize(held);
        assertThat(found.portfolio().changed()).isPositive();
        assertThat(found.portfolio().gainRange().low())
                .isLessThan(found.portfolio().gainRange().high());
        assertThat(found.portfolio().moved())
                .allSatisfy(one -> assertThat(found.merchant(one))
                        .isNotEqualTo(one.proposal().merchantId()));
        Path csv = home.resolve("portfolio.csv");
        Path json = home.resolve("portfolio.json");
        desk.export(found, csv);
        desk.export(found, json);
        assertThat(Files.readAllLines(csv)).hasSize(held + 1);
        assertThat(Files.readString(json)).contains("\"gainRange\"", "\"neighbours\"", category.name());
    }

    @Test
    void aPortfolioLetsGoAtTheFirstWordOfCancelAndCanBeWorkedOutAgain() throws Exception {
        PortfolioDesk desk = ports.portfolio();
        AtomicInteger looks = new AtomicInteger();

        assertThatThrownBy(() ->
                        desk.run(PolicyText.read(Term.PRICE, "-10%"), Scope.EVERYTHING, "", (step, done, total) -> {
                            if (looks.incrementAndGet() == 3) {
                                throw new CancellationException("stopped");
                            }
                        }))
                .isInstanceOf(CancellationException.class);
        assertThat(looks).hasValue(3);

        Result found = desk.run(
                PolicyText.read(Term.PRICE, "-10%"),
                new Scope(null, null, Set.of(proposal(0).id())),
                "",
                Progress.SILENT);
        assertThat(found.portfolio().moved()).hasSize(1);
    }

    @Test
    void comparableDealsHaveTermsAndWhatBecameOfThem() throws Exception {
        List<WhatIfDesk.ComparableDeal> found = ports.whatIf().comparables(items.getFirst(), Progress.SILENT);

        assertThat(found).isNotEmpty().allSatisfy(deal -> {
            assertThat(deal.merchant()).isNotBlank();
            assertThat(deal.likeness()).isBetween(-1.0, 1.0 + 1e-6);
        });
        assertThat(found.size()).isLessThanOrEqualTo(15);
    }
}
