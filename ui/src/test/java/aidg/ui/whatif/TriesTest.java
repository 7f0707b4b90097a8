package aidg.ui.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.Category;
import aidg.engine.domain.Proposal;
import aidg.engine.whatif.Term;
import aidg.ui.page.Destination;
import aidg.ui.sample.SampleSurroundings;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TriesTest {

    private final Proposal proposal = new SampleSurroundings(new Destination.WhatIf())
            .selected()
            .orElseThrow()
            .scored()
            .proposal();
    private final Tries tries = new Tries();

    private Proposal now() {
        return tries.get().orElseThrow();
    }

    @Test
    void theFirstDayMovesWithinHalfAYearOfTheProposal() {
        tries.begin(Optional.of(proposal));

        tries.shiftStart(7);
        assertThat(now().startsOn()).isEqualTo(proposal.startsOn().plusDays(7));

        tries.start(LocalDate.of(2020, 1, 1));
        assertThat(now().startsOn()).isEqualTo(proposal.proposedOn());

        tries.start(LocalDate.of(2030, 1, 1));
        assertThat(now().startsOn()).isEqualTo(proposal.proposedOn().plusDays(Tries.LATEST_START));
    }

    @Test
    void eachChangeIsUndoneOnItsOwn() {
        tries.begin(Optional.of(proposal));
        tries.shiftStart(1);
        tries.setCategory(new Category("catering"));

        tries.undo();
        assertThat(now().terms().category()).isEqualTo(proposal.terms().category());
        assertThat(now().startsOn()).isEqualTo(proposal.startsOn().plusDays(1));

        tries.undo();
        assertThat(now()).isEqualTo(proposal);
        assertThat(tries.canUndoProperty().get()).isFalse();

        tries.redo();
        assertThat(now().startsOn()).isEqualTo(proposal.startsOn().plusDays(1));
    }

    @Test
    void eachFieldIsRevertedOnItsOwn() {
        tries.begin(Optional.of(proposal));
        tries.set(Term.PRICE.with(proposal.terms(), 70));
        tries.shiftStart(3);
        tries.setCategory(new Category("catering"));

        tries.revertStart();
        assertThat(now().startsOn()).isEqualTo(proposal.startsOn());
        tries.revertCategory();
        assertThat(now().terms().category()).isEqualTo(proposal.terms().category());
        assertThat(now()).isNotEqualTo(proposal);
        tries.revert(Term.PRICE);
        assertThat(now()).isEqualTo(proposal);
    }
}
