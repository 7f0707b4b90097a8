package aidg.ui.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.Proposal;
import aidg.engine.whatif.Term;
import aidg.ui.page.Destination;
import aidg.ui.sample.SampleSurroundings;
import aidg.ui.sample.SampleWhatIfDesk;
import org.junit.jupiter.api.Test;

class ScenarioNamingTest {

    private final SampleWhatIfDesk desk = new SampleWhatIfDesk();
    private final SampleSurroundings around = new SampleSurroundings(new Destination.WhatIf());
    private final ScenarioNaming naming = new ScenarioNaming(desk, around.get());
    private final Proposal proposal = around.selected().orElseThrow().scored().proposal();
    private final Proposal tried = proposal.withTerms(Term.DISCOUNT.with(proposal.terms(), 0.3));

    @Test
    void aNameIsProposedThatSaysWhatDiffers() {
        naming.ask(tried.startingOn(proposal.startsOn().plusDays(2)), proposal);
        assertThat(naming.nameProperty().get()).isEqualTo("30% off, from Nov 25, 2026");

        naming.ask(proposal, proposal);
        assertThat(naming.nameProperty().get()).isEqualTo("As proposed");
    }

    @Test
    void aNameThatIsTakenIsNumberedAndReplacedOnlyWhereThatIsSaid() {
        naming.ask(tried, proposal);
        naming.confirm();
        assertThat(desk.scenarioNames(proposal.id())).containsExactly("30% off");
        assertThat(naming.askedProperty().get()).isEmpty();

        naming.ask(tried, proposal);
        assertThat(naming.nameProperty().get()).isEqualTo("30% off (2)");
        assertThat(naming.replacesProperty().get()).isFalse();
        naming.nameProperty().set(" 30% off ");
        assertThat(naming.replacesProperty().get()).isTrue();
        naming.confirm();

        assertThat(desk.scenarioNames(proposal.id())).containsExactly("30% off");
        assertThat(around.notices.getLast().words()).isEqualTo("Scenario '30% off' replaced");
    }

    @Test
    void withoutANameNothingIsKept() {
        naming.ask(tried, proposal);
        naming.nameProperty().set("   ");

        assertThat(naming.canConfirmProperty().get()).isFalse();
        naming.confirm();
        assertThat(desk.scenarioNames(proposal.id())).isEmpty();
        assertThat(naming.stop()).isTrue();
        assertThat(naming.stop()).isFalse();
    }

    @Test
    void aFullDiskIsTold() {
        naming.ask(tried, proposal);
        desk.setFailing(true);

        naming.confirm();

        assertThat(naming.problemProperty().get().orElseThrow().words())
                .isEqualTo("The scenario was not saved: the disk is full.");
    }
}
