package aidg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.PastAttention.Event;
import aidg.engine.PastAttention.Kind;
import aidg.engine.PastAttention.Reading;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.models.ModelFile;
import aidg.engine.torch.TorchDevice;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// From the memory of a merchant to the deals and overrides that it was made from, with the shipped model. [EXP-1]
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PastAttentionTest {

    private static final LocalDate TODAY = SmallMarket.AS_OF;

    private final List<Proposal> proposals = List.of(proposal("cold"), proposal("busy"), proposal("scolded"));
    private final DealEngine engine =
            DealEngine.open(market(), ModelSource.of(model()), TorchDevice.Wish.CPU, Keep.NOTHING);

    private static ModelFile model() {
        Path models = Path.of(System.getProperty("aidg.root", "../..")).resolve("models");
        if (ModelFile.read(models) instanceof ModelFile.Read read) {
            return read.model();
        }
        throw new AssertionError("no model in " + models);
    }

    private static Proposal proposal(String merchant) {
        return SmallMarket.proposal("p-" + merchant, merchant, SmallMarket.terms(0.3, 20, 14, "restaurant"));
    }

    /// `cold` has no past, `busy` 60 deals of which the last three still run, `scolded` 35 overrides.
    private Marketplace market() {
        List<Merchant> merchants =
                List.of(SmallMarket.merchant("cold"), SmallMarket.merchant("busy"), SmallMarket.merchant("scolded"));
        List<Deal> deals = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            deals.add(SmallMarket.deal("busy-" + i, "busy", TODAY.minusDays(10L * (60 - i) - 5), 700.0 + 10 * i));
        }
        List<DealOverride> overrides = new ArrayList<>();
        for (int i = 0; i < 35; i++) {
            LocalDate day = TODAY.minusDays(15L * (35 - i));
            deals.add(SmallMarket.deal("scolded-" + i, "scolded", day, null));
            overrides.add(new DealOverride(
                    "o" + i,
                    "scolded-" + i,
                    "scolded",
                    "eve",
                    day,
                    OverrideReason.values()[i % OverrideReason.values().length],
                    i % 2 == 0 ? SmallMarket.terms(0.2, 25, 14, "restaurant") : null,
                    i % 2 == 0 ? Money.of(1250) : null));
        }
        return SmallMarket.with(SmallMarket.of(merchants, List.of(), proposals), deals, overrides, List.of());
    }

    @AfterAll
    void close() {
        engine.close();
    }

    private PastAttention past(String merchant, Kind kind) {
        return engine.pastAttention(merchant).stream()
                .filter(past -> past.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static void assertRowsAreReal(PastAttention past) {
        for (Reading reading : past.readings()) {
            for (List<Double> row : reading.heads()) {
                assertThat(row).as(reading.column()).hasSameSizeAs(past.events());
                assertThat(row.stream().mapToDouble(share -> share).sum()).isCloseTo(1, offset(1e-5));
                assertThat(row).allMatch(share -> share >= 0);
                assertThat(Collections.max(row) - Collections.min(row)).isGreaterThan(1e-6);
            }
            assertThat(reading.idle())
                    .hasSameSizeAs(reading.heads())
                    .allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
            assertThat(reading.words().isEmpty())
                    .as(reading.words())
                    .isEqualTo(!reading.heads().isEmpty());
        }
        assertThat(past.events().stream().map(event -> event.deal().proposedOn()))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void theLastFiftyDealsAreThereNewestFirstWithEightHeadsPerToken() {
        PastAttention past = past("busy", Kind.DEALS);

        assertRowsAreReal(past);
        assertThat(past.words()).isEqualTo("The last 50 of 60 deals");
        assertThat(past.events()).hasSize(50);
        assertThat(past.events().getFirst().deal().id()).isEqualTo("busy-59");
        assertThat(past.readings())
                .hasSize(7)
                .allSatisfy(reading -> assertThat(reading.heads()).hasSize(8));
        assertThat(past.readings().getFirst().even()).isFalse();
        assertThat(past.readings().stream().map(Reading::heads).distinct()).hasSizeGreaterThan(5);
    }

    @Test
    void aDealIsToldWithWhatIsKnownOfIt() {
        List<Event> events = past("busy", Kind.DEALS).events();

        Event running = events.getFirst();
        assertThat(running.matured()).isFalse();
        assertThat(running.knownOn()).isEqualTo(TODAY.plusDays(25));
        assertThat(running.endsOn()).isEqualTo(running.deal().startsOn().plusDays(13));
        assertThat(running.outcome()).isNull();
        assertThat(running.gp30()).isNull();
        assertThat(running.overBaseline()).isNull();
        Event known = events.stream()
                .filter(event -> event.deal().id().equals("busy-50"))
                .findFirst()
                .orElseThrow();
        assertThat(known.gp30()).isEqualTo(Money.of(1200));
        assertThat(Objects.requireNonNull(known.overBaseline())).isCloseTo(0.2, offset(1e-9));
    }

    @Test
    void theLastThirtyOverridesAreThereWithTheirReasons() {
        PastAttention past = past("scolded", Kind.OVERRIDES);

        assertRowsAreReal(past);
        assertThat(past.events()).hasSizeLessThanOrEqualTo(30);
        assertThat(past.words())
                .isEqualTo("The last %d of 35 overrides".formatted(past.events().size()));
        assertThat(past.readings()).hasSize(1);
        Event newest = past.events().getFirst();
        assertThat(newest.deal().id()).isEqualTo("scolded-34");
        assertThat(Objects.requireNonNull(newest.override()).reason()).isEqualTo(OverrideReason.values()[1]);
        assertThat(newest.matured()).as("went out changed 15 days ago").isFalse();
        assertThat(newest.gp30()).isNull();
        assertThat(past.events().get(1).matured()).as("never went out").isTrue();
        assertThat(past.events().get(2).gp30()).isEqualTo(Money.of(1250));
        assertThat(past("busy", Kind.OVERRIDES).words()).isEqualTo("No overrides yet");
    }

    @Test
    void aMerchantWithoutAPastHasWordsInsteadOfRows() {
        assertThat(engine.pastAttention("cold")).hasSize(2).allSatisfy(past -> {
            assertThat(past.events()).isEmpty();
            assertThat(past.words()).startsWith("No ").endsWith(" yet");
            assertThat(past.readings()).isNotEmpty().allSatisfy(reading -> {
                assertThat(reading.heads()).isEmpty();
                assertThat(reading.mean()).isEmpty();
                assertThat(reading.words()).isNotBlank();
            });
        });
        assertThatThrownBy(() -> engine.pastAttention("nobody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void tokensAreNamedAsTheColumnsOfATraceAndTheirGroupsAreTold() {
        ScoreTrace trace =
                Objects.requireNonNull(engine.explain(proposals.get(1)).trace());
        ScoreTrace.Attention attention = trace.attention();

        assertThat(attention.groups()).hasSameSizeAs(attention.columns());
        for (PastAttention past : engine.pastAttention("busy")) {
            for (Reading reading : past.readings()) {
                String group = attention.groups().get(attention.columns().indexOf(reading.column()));
                assertThat(past.kind() == Kind.DEALS ? List.of("Past deals", "Course of deals") : List.of("Overrides"))
                        .contains(group);
            }
        }
        List<String> headers = new ArrayList<>();
        for (String group : attention.groups()) {
            if (headers.isEmpty() || !headers.getLast().equals(group)) {
                headers.add(group);
            }
        }
        assertThat(headers).as("columns of one group follow each other").doesNotHaveDuplicates();
    }

    @Test
    void lookingChangesNoScore() {
        List<ScoredDeal> before = engine.score(proposals);

        engine.pastAttention("busy");

        assertThat(engine.score(proposals)).isEqualTo(before);
    }
}
