package aidg.engine.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.Note;
import aidg.engine.domain.Progress;
import aidg.engine.marketplace.generator.MarketplaceGenerator;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Notes that join a marketplace from outside. [PER-8]
final class WrittenNotesTest {

    private static Marketplace market;

    @BeforeAll
    static void generate() {
        market = new MarketplaceGenerator().generate(12, 20, 5, Progress.SILENT).marketplace();
    }

    private static Note note(String id, String merchantId, LocalDate day, String text) {
        return new Note(id, merchantId, "somebody", day, text);
    }

    private static String merchant() {
        return market.notes().getFirst().merchantId();
    }

    @Test
    void withoutNotesNothingChanges() {
        assertThat(market.withNotes(List.of())).isSameAs(market);
    }

    @Test
    void aNoteJoinsThoseOfItsMerchantAndChangesTheHash() {
        Marketplace noted = market.withNotes(List.of(note("W1", merchant(), market.asOf(), "The owner wants out")));

        assertThat(noted.notesOf(merchant()))
                .hasSize(market.notesOf(merchant()).size() + 1)
                .last()
                .extracting(Note::text)
                .isEqualTo("The owner wants out");
        assertThat(noted.dataHash())
                .isNotEqualTo(market.dataHash())
                .isEqualTo(DataHash.of(
                        market.cities(),
                        market.merchants(),
                        market.deals(),
                        market.overrides(),
                        noted.notes(),
                        market.proposals()));
    }

    @Test
    void whatTheDayOfTheDataDidNotKnowIsLeftOut() {
        List<Note> later = List.of(note("W1", merchant(), market.asOf().plusDays(1), "Closed since today"));

        assertThat(market.withNotes(later)).isSameAs(market);
    }

    @Test
    void notesOnMerchantsThatTheDataDoNotHoldAreLeftOut() {
        assertThat(market.withNotes(List.of(note("W1", "nobody", market.asOf(), "Who is that?"))))
                .isSameAs(market);
    }

    @Test
    void aNoteThatCameBackWithTheDataCountsOnce() {
        Note known = market.notes().getFirst();
        List<Note> again = List.of(note("W1", known.merchantId(), known.writtenOn(), known.text()));

        assertThat(market.withNotes(again)).isSameAs(market);
    }

    @Test
    void anIdThatIsTakenDoesNotHideANote() {
        Note known = market.notes().getFirst();
        Marketplace noted = market.withNotes(List.of(note(known.id(), known.merchantId(), market.asOf(), "Another")));

        assertThat(noted.notes()).extracting(Note::id).doesNotHaveDuplicates().contains(known.id() + "+");
    }

    @Test
    void aWriterWhomTheDataDoNotKnowIsNoNewManager() {
        String before = market.overridesOf(merchant()).isEmpty()
                ? market.notesOf(merchant()).getLast().managerId()
                : lastManager();
        Marketplace noted = market.withNotes(List.of(note("W1", merchant(), market.asOf(), "Calls back tomorrow")));

        assertThat(noted.notesOf(merchant()).getLast().managerId()).isEqualTo(before);
        Note own = market.notes().getLast();
        Note byAManager = new Note("W2", merchant(), own.managerId(), market.asOf(), "Seen by a colleague");
        assertThat(market.withNotes(List.of(byAManager))
                        .notesOf(merchant())
                        .getLast()
                        .managerId())
                .isEqualTo(own.managerId());
    }

    private static String lastManager() {
        Note note = market.notesOf(merchant()).getLast();
        var override = market.overridesOf(merchant()).getLast();
        return note.writtenOn().isBefore(override.madeOn()) ? override.managerId() : note.managerId();
    }
}
