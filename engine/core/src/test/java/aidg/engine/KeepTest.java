package aidg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.domain.Money;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.models.ModelFile;
import aidg.engine.models.ModelRecord;
import aidg.engine.similar.PrototypicalMemory;
import aidg.engine.torch.TorchDevice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What one engine worked out serves the next one of the same model and data, and no other.
class KeepTest {

    private static final String NETWORKS = "the networks are needed";

    private final Marketplace market = SmallMarket.generated().marketplace();
    private final Shelf shelf = new Shelf();

    /// Keeps in memory.
    private static final class Shelf implements Keep {

        private final Map<String, byte[]> kept = new HashMap<>();

        @Override
        public <T> Optional<T> read(String name, Source<T> source) {
            byte[] bytes = kept.get(name);
            if (bytes == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(source.from(new ByteArrayInputStream(bytes)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void write(String name, Content content) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                content.to(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            kept.put(name, bytes.toByteArray());
        }
    }

    private static ModelFile model() {
        Path models = Path.of(System.getProperty("aidg.root", "../..")).resolve("models");
        if (ModelFile.read(models) instanceof ModelFile.Read read) {
            return read.model();
        }
        throw new AssertionError("no model in " + models);
    }

    private DealEngine engine(Marketplace data, ModelSource source) {
        return DealEngine.open(data, source, TorchDevice.Wish.CPU, shelf);
    }

    private List<ScoredDeal> fill() {
        try (DealEngine first = engine(market, ModelSource.of(model()))) {
            return first.scoreOpen(Progress.SILENT);
        }
    }

    /// Fails when anything asks for the networks.
    private static ModelSource withoutNetworks(ModelRecord record) {
        return new ModelSource() {
            @Override
            public ModelRecord record() {
                return record;
            }

            @Override
            public ModelFile whole() {
                throw new IllegalStateException(NETWORKS);
            }
        };
    }

    private static Marketplace with(Marketplace market, String hash, List<Proposal> proposals) {
        return new Marketplace(
                market.asOf(),
                hash,
                market.cities(),
                market.merchants(),
                market.deals(),
                market.overrides(),
                market.notes(),
                proposals);
    }

    @Test
    void theNextEngineScoresOpenProposalsWithoutItsNetworks() {
        List<ScoredDeal> before = fill();

        try (DealEngine second = engine(market, withoutNetworks(model().provenance()))) {
            assertThat(second.scoreOpen(Progress.SILENT)).isEqualTo(before).isNotEmpty();
        }
    }

    @Test
    void otherDataAreScoredAnew() {
        fill();
        List<Proposal> dearer = market.proposals().stream()
                .map(proposal -> new Proposal(
                        proposal.id(),
                        proposal.merchantId(),
                        proposal.title(),
                        proposal.terms(),
                        proposal.proposedOn(),
                        proposal.startsOn(),
                        Money.of(2 * proposal.baselineGp30().amount() + 1)))
                .toList();

        try (DealEngine second = engine(with(market, "other", dearer), withoutNetworks(model().provenance()))) {
            assertThatThrownBy(() -> second.scoreOpen(Progress.SILENT)).hasMessage(NETWORKS);
        }
    }

    @Test
    void otherTermsAreScoredAnew() {
        fill();
        Proposal first = market.proposals().getFirst();

        try (DealEngine second = engine(market, withoutNetworks(model().provenance()))) {
            Proposal changed = first.withTerms(SmallMarket.terms(0.61, 33, 9, "restaurant"));
            assertThatThrownBy(() -> second.score(List.of(changed))).hasMessage(NETWORKS);
        }
    }

    @Test
    void anExplanationFromKeptMemoriesIsTheSame() {
        Proposal explained = market.proposals().getFirst();
        List<ScoredDeal> explanations = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            try (DealEngine engine = engine(market, ModelSource.of(model()))) {
                engine.scoreOpen(Progress.SILENT);
                explanations.add(engine.explain(explained));
            }
        }

        assertThat(explanations.get(1)).isEqualTo(explanations.get(0));
        assertThat(shelf.kept).hasSize(2);
    }

    private SimilarMerchants similar(Marketplace data, Instant now) {
        try (DealEngine engine = engine(data, ModelSource.of(model()))) {
            return engine.similar(data.merchants().getFirst().id(), null, null, now, Progress.SILENT);
        }
    }

    /// [EXP-4]
    @Test
    void prototypesServeADayOverStartsUnlessTheyAreRefreshed() {
        Instant morning = Instant.parse("2026-11-21T06:00:00Z");
        SimilarMerchants first = similar(market, morning);

        SimilarMerchants evening = similar(market, morning.plus(Duration.ofHours(23)));
        assertThat(evening.builtAt()).isEqualTo(morning);
        assertThat(evening.neighbours()).isEqualTo(first.neighbours()).isNotEmpty();
        assertThat(similar(with(market, "other", market.proposals()), morning.plusSeconds(5))
                        .builtAt())
                .as("of other data")
                .isEqualTo(morning.plusSeconds(5));

        Instant next = morning.plus(Duration.ofHours(24));
        assertThat(similar(market, next).builtAt()).isEqualTo(next);
        Instant asked = next.plus(Duration.ofHours(1));
        try (DealEngine engine = engine(market, ModelSource.of(model()))) {
            PrototypicalMemory.Choice choice = engine.refreshPrototypes(asked, Progress.SILENT);
            assertThat(choice.madeAt()).isEqualTo(asked);
            assertThat(choice.byCategory().values())
                    .allSatisfy(ids -> assertThat(ids).hasSizeBetween(1, PrototypicalMemory.PROTOTYPES));
        }
        assertThat(similar(market, asked.plusSeconds(1)).builtAt()).isEqualTo(asked);
    }

    @Test
    void manyAreEncodedAsOneIs() {
        try (DealEngine together =
                        DealEngine.open(market, ModelSource.of(model()), TorchDevice.Wish.CPU, Keep.NOTHING);
                DealEngine alone =
                        DealEngine.open(market, ModelSource.of(model()), TorchDevice.Wish.CPU, Keep.NOTHING)) {
            List<ScoredDeal> all = together.score(market.proposals());

            for (int i = 0; i < 5; i++) {
                ScoredDeal one = alone.score(List.of(market.proposals().get(i))).getFirst();
                assertThat(one.score()).isCloseTo(all.get(i).score(), offset(1e-5));
            }
        }
    }
}
