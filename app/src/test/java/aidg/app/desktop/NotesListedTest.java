package aidg.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.app.AppFiles;
import aidg.app.Session;
import aidg.engine.ScoredDeal;
import aidg.engine.bandit.GuardVerdict;
import aidg.engine.domain.Interval;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import aidg.engine.domain.Note;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.ImportReport;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.marketplace.generator.MarketplaceGenerator;
import aidg.engine.review.ReviewItem;
import aidg.engine.review.WrittenNote;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The notes that a manager is shown, once the data in use hold what was written here.
final class NotesListedTest {

    private final Marketplace market =
            new MarketplaceGenerator().generate(12, 20, 5, Progress.SILENT).marketplace();
    private final Proposal proposal = market.proposals().getFirst();
    private final Clock clock = Clock.fixed(market.asOf().atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    @Test
    void aNoteIsListedOnceWhileItStandsAndNeverAfter(@TempDir Path folder) {
        AppFiles files = new AppFiles(folder.resolve("home"), Path.of(System.getProperty("aidg.root", "..")));
        try (Session session = Session.open(files, folder.resolve("w"), new char[0], clock)) {
            session.workspace()
                    .replaceMarketplace(market, new ImportReport("generated", Map.of(), List.of()), Progress.SILENT);
            session.workspace().notes().write(proposal.merchantId(), proposal.id(), "Asked for a call");
        }
        try (Session session = Session.open(files, folder.resolve("w"), new char[0], clock);
                LiveEngine live = new LiveEngine(session)) {
            SessionReviewDesk desk = new SessionReviewDesk(session, live, new Explanations(live), clock);
            WrittenNote written = session.workspace().notes().all().getFirst();
            int imported = market.notesOf(proposal.merchantId()).size();
            assertThat(live.<List<Note>>with(engine -> engine.marketplace().notesOf(proposal.merchantId())))
                    .hasSize(imported + 1);

            assertThat(desk.notes(item()))
                    .hasSize(imported + 1)
                    .first()
                    .extracting(Note::text)
                    .isEqualTo("Asked for a call");

            desk.withdrawNote(written);
            assertThat(desk.notes(item()))
                    .hasSize(imported)
                    .extracting(Note::text)
                    .doesNotContain("Asked for a call");
        }
    }

    private ReviewItem item() {
        Merchant merchant = market.knownMerchant(proposal.merchantId());
        Money none = Money.of(0);
        ScoredDeal scored = new ScoredDeal(
                proposal,
                0.5,
                new Interval(0.4, 0.6),
                0.5,
                0.5,
                none,
                new MoneyRange(none, none),
                0,
                0.5,
                "",
                new GuardVerdict(true, "Valid", List.of()),
                "",
                "",
                null);
        return new ReviewItem(
                scored, merchant, market.cityOf(merchant), new ReviewItem.Value(none, 0.2, 0.5), "Routine");
    }
}
