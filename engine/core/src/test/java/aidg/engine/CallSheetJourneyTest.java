package aidg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.DealOverride;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.explain.Honesty;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.review.CallSheet;
import aidg.engine.review.CallSheet.Bearing;
import aidg.engine.review.CallSheet.Fallback;
import aidg.engine.review.CallSheet.Objection;
import aidg.engine.review.CallSheet.Reason;
import aidg.engine.review.CallSheets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Call sheets of the shipped model on the sample: plain words, and every figure from the record or the model.
class CallSheetJourneyTest {

    @RegisterExtension
    static final ShippedSample SAMPLE = new ShippedSample();

    private static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");

    private final Marketplace market = SAMPLE.market();
    private final DealEngine engine = SAMPLE.engine();
    private final CallSheets sheets = new CallSheets(engine);

    private CallSheet sheet(Proposal proposal) {
        return sheets.of(proposal, CallSheets.USUAL_TARGET, NOW, Progress.SILENT);
    }

    private static List<String> sentences(CallSheet sheet) {
        List<String> all = new ArrayList<>(List.of(
                sheet.safety(),
                sheet.lately(),
                sheet.objections().lookedAt(),
                sheet.fallback().why()));
        sheet.reasons().told().forEach(reason -> all.add(reason.sentence()));
        for (Objection one : sheet.objections().all()) {
            all.addAll(List.of(one.claim(), one.evidence(), one.answer()));
        }
        return all;
    }

    @Test
    void aMerchantOfLongStandingGetsThreeReasonsThreeComparablesAndItsOwnObjections() {
        CallSheet sheet = sheet(SAMPLE.rich());

        assertThat(sheet.scored().trace()).as("the full explanation").isNotNull();
        assertThat(sheet.reasons().told()).hasSize(3);
        assertThat(sheet.comparables().all()).hasSize(3).allSatisfy(one -> {
            assertThat(one.deal().outcomeOn(market.asOf())).isNotNull();
            assertThat(one.reached()).isBetween(0, one.matured());
        });
        assertThat(sheet.objections().all()).hasSizeBetween(1, 2);
        assertThat(sheet.dataDate()).isEqualTo(market.asOf());
    }

    @Test
    void nothingOnTheSheetNeedsTheWordsOfTheModel() {
        List<Proposal> some = market.proposals();
        for (int i = 0; i < some.size(); i += 90) {
            assertThat(sentences(sheet(some.get(i))))
                    .allSatisfy(sentence -> assertThat(sentence)
                            .isNotBlank()
                            .doesNotContainIgnoringCase("baseline")
                            .doesNotContainIgnoringCase("override")
                            .doesNotContainIgnoringCase("forecast")
                            .doesNotContain("GP30", "NaN", "null"));
        }
        assertThat(sentences(sheet(SAMPLE.cold())))
                .noneSatisfy(sentence -> assertThat(sentence).contains("0% more"));
    }

    @Test
    void everyObjectionWasMadeBeforeInTheMerchantsTradeAndGivingWayIsPricedByTheModel() {
        CallSheet sheet = sheet(SAMPLE.rich());
        Proposal proposal = sheet.scored().proposal();

        for (Objection one : sheet.objections().all()) {
            assertThat(market.overrides())
                    .extracting(DealOverride::reason)
                    .as("an objection comes from the record")
                    .contains(one.reason());
            if (one.conceded() != null) {
                ScoredDeal conceded = engine.score(List.of(proposal.withTerms(one.conceded())))
                        .getFirst();
                assertThat(one.answer())
                        .contains(String.format(
                                Locale.ROOT,
                                "$%,.0f instead",
                                conceded.expectedGp30().amount()));
            }
        }
        assertThat(sheet.objections().lookedAt()).startsWith("Looked at: ");
    }

    @Test
    void aFallbackIsAcceptableAndAMissSaysWhatItMisses() {
        int offers = 0;
        List<Proposal> some = market.proposals();
        for (int i = 3; i < some.size(); i += 70) {
            CallSheet sheet = sheet(some.get(i));
            switch (sheet.fallback()) {
                case Fallback.Offer offer -> {
                    offers++;
                    ScoredDeal again =
                            engine.score(List.of(offer.scored().proposal())).getFirst();
                    assertThat(again.guard().allowed()).isTrue();
                    assertThat(again.score()).isGreaterThanOrEqualTo(sheet.target());
                    assertThat(offer.scored().proposal().terms())
                            .isNotEqualTo(some.get(i).terms());
                }
                case Fallback.NearestMiss miss -> {
                    boolean tooLow = miss.scored().score() < sheet.target();
                    assertThat(tooLow || !miss.scored().guard().allowed()).isTrue();
                    assertThat(miss.misses()).contains(tooLow ? "its chance is" : "may not go out");
                }
                case Fallback.None none -> assertThat(none.why()).endsWith(".");
            }
        }
        assertThat(offers).as("offers found").isPositive();
    }

    @Test
    void whereTheChecksOnAnExplanationFailOnlyTheRecordSpeaks() {
        Proposal red = market.proposals().stream()
                .filter(one -> engine.explainFully(one).honesty().badge() == Honesty.Badge.RED)
                .findFirst()
                .orElseThrow();

        CallSheet.Reasons reasons = sheet(red).reasons();

        assertThat(reasons.notice()).startsWith("No reasons are given");
        assertThat(reasons.told()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.bearing()).isEqualTo(Bearing.FACT);
            assertThat(one.points()).isNull();
        });
    }

    @Test
    void reasonsAreTheExplanationsOwn() {
        CallSheet sheet = sheet(SAMPLE.rich());
        ScoreTrace trace = Objects.requireNonNull(sheet.scored().trace());

        assertThat(sheet.reasons().told().stream()
                        .map(Reason::points)
                        .filter(Objects::nonNull)
                        .toList())
                .allSatisfy(points -> assertThat(trace.sayings())
                        .filteredOn(saying -> !saying.contrary())
                        .extracting(ScoreTrace.Saying::points)
                        .contains(points));
    }

    @Test
    void aMerchantWithoutAPastIsComparedWithItsTrade() {
        CallSheet sheet = sheet(SAMPLE.cold());

        assertThat(sheet.lately()).isEqualTo("No deal of its own has been measured so far.");
        assertThat(sheet.objections().lookedAt()).contains("it had no proposal");
        assertThat(sheet.objections().all())
                .allSatisfy(one -> assertThat(one.evidence()).contains("of other"));
    }
}
