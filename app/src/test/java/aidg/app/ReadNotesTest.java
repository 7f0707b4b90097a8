package aidg.app;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.DealEngine;
import aidg.engine.ScoreTrace;
import aidg.engine.ScoredDeal;
import aidg.engine.domain.Note;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.ImportReport;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.marketplace.generator.MarketplaceGenerator;
import aidg.engine.review.WrittenNote;
import aidg.engine.torch.TorchDevice;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a manager writes about a merchant is read by the model at the next opening. [PER-8]
final class ReadNotesTest {

    private static final String BAD = "Angry reviews are piling up, long waits and poor quality. The owner is really"
            + " unhappy, much weaker than last month and more cancellations.";

    private static final String GOOD = "Best month in years, booked out every weekend, great reviews. The owner is"
            + " delighted and wants to do more.";

    private final Marketplace market =
            new MarketplaceGenerator().generate(40, 30, 7, Progress.SILENT).marketplace();

    /// What one opening of the workspace says.
    private record Opened(String dataHash, Map<String, ScoredDeal> scores, Map<String, Double> noteFacts) {}

    @Test
    void aNoteCountsAtTheNextOpeningAndNoMoreOnceItIsTakenBack(@TempDir Path folder) {
        Proposal subject = market.proposals().getFirst();
        Opened before = open(folder, market.asOf(), subject, session -> {});
        Opened noted = open(folder, market.asOf(), subject, session -> {
            session.workspace().notes().write(subject.merchantId(), null, BAD);
        });

        assertThat(noted.dataHash()).isNotEqualTo(before.dataHash());
        assertThat(noted.noteFacts()).isNotEmpty().isNotEqualTo(before.noteFacts());
        double own = Math.abs(score(noted, subject) - score(before, subject));
        assertThat(own).isGreaterThan(0.005);
        for (Proposal other : market.proposals()) {
            if (!other.merchantId().equals(subject.merchantId())) {
                assertThat(Math.abs(score(noted, other) - score(before, other)))
                        .as(other.id())
                        .isLessThan(own / 5);
            }
        }

        Opened back = open(folder, market.asOf(), subject, session -> {
            List<WrittenNote> all = session.workspace().notes().all();
            session.workspace().notes().withdraw(all.getFirst().number());
        });
        assertThat(back.dataHash()).isEqualTo(before.dataHash());
        assertThat(back.noteFacts()).isEqualTo(before.noteFacts());
        assertThat(back.scores()).isEqualTo(before.scores());
    }

    @Test
    void onTheWholeBadNewsLowersScoresAndGoodNewsRaisesThem(@TempDir Path folder) {
        try (Session session = session(folder, market.asOf())) {
            double without = mean(session, List.of());
            assertThat(mean(session, about(BAD))).isLessThan(without - 0.02);
            assertThat(mean(session, about(GOOD))).isGreaterThan(without + 0.005);
        }
    }

    private List<Note> about(String text) {
        return market.merchants().stream()
                .map(merchant -> new Note("W" + merchant.id(), merchant.id(), "me", market.asOf(), text))
                .toList();
    }

    private double mean(Session session, List<Note> notes) {
        try (DealEngine engine = session.freshEngine(market.withNotes(notes), TorchDevice.Wish.CPU)) {
            return engine.score(market.proposals()).stream()
                    .mapToDouble(ScoredDeal::score)
                    .average()
                    .orElseThrow();
        }
    }

    @Test
    void aNoteOfALaterDayWaitsForData(@TempDir Path folder) {
        try (Session session = session(folder, market.asOf().plusDays(1))) {
            store(session);
            session.workspace().notes().write(market.merchants().getFirst().id(), null, BAD);
            assertThat(session.marketplace(Progress.SILENT).dataHash()).isEqualTo(market.dataHash());
        }
    }

    private Session session(Path folder, LocalDate day) {
        AppFiles files = new AppFiles(folder.resolve("home"), Path.of(System.getProperty("aidg.root", "..")));
        Clock noon = Clock.fixed(day.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return Session.open(files, folder.resolve("w"), new char[0], noon);
    }

    private void store(Session session) {
        if (session.workspace().marketplace().isEmpty()) {
            session.workspace()
                    .replaceMarketplace(market, new ImportReport("generated", Map.of(), List.of()), Progress.SILENT);
        }
    }

    /// Does something in the workspace, then opens it as at the next start.
    private Opened open(Path folder, LocalDate day, Proposal subject, Consumer<Session> first) {
        try (Session session = session(folder, day)) {
            store(session);
            first.accept(session);
        }
        try (Session session = session(folder, day);
                DealEngine engine = session.engine(session.marketplace(Progress.SILENT), TorchDevice.Wish.CPU)) {
            Map<String, ScoredDeal> scores = engine.scoreOpen(Progress.SILENT).stream()
                    .collect(Collectors.toMap(scored -> scored.proposal().id(), scored -> scored));
            ScoreTrace trace = Objects.requireNonNull(engine.explain(subject).trace());
            return new Opened(
                    engine.marketplace().dataHash(),
                    scores,
                    trace.features().stream()
                            .filter(fact -> fact.token().contains("note"))
                            .collect(Collectors.toMap(
                                    fact -> fact.token() + "." + fact.feature(), ScoreTrace.FeatureValue::value)));
        }
    }

    private static double score(Opened opened, Proposal proposal) {
        return Objects.requireNonNull(opened.scores().get(proposal.id())).score();
    }
}
