package aidg.app.cli;

import aidg.app.SecondReaders;
import aidg.engine.ScoredDeal;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.OverrideReason;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.review.Agreement;
import aidg.engine.review.AgreementWords;
import aidg.engine.review.SecondReview.Course;
import aidg.engine.review.SecondReview.Pair;
import aidg.engine.review.SecondReview.With;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `second` prints.
final class SecondText {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private SecondText() {}

    static String offer(String reader, SecondReaders.Offer offer, Marketplace marketplace, int top) {
        List<ScoredDeal> all = offer.toRead();
        if (all.isEmpty()) {
            return "Nothing is left for %s to read. %s".formatted(reader, whyNothing(reader, offer));
        }
        StringBuilder text = new StringBuilder("%,d %s for %s to read, in an order drawn by lot%s"
                .formatted(all.size(), all.size() == 1 ? "proposal" : "proposals", reader, leftOut(offer)));
        for (ScoredDeal one : all.subList(0, Math.min(top, all.size()))) {
            text.append("%n%-10s %s".formatted(one.proposal().id(), proposal(one, marketplace)));
        }
        return text.toString();
    }

    private static String leftOut(SecondReaders.Offer offer) {
        List<String> parts = new ArrayList<>();
        if (offer.refused() > 0) {
            parts.add("%,d that the safety guard refuses".formatted(offer.refused()));
        }
        if (offer.gone() > 0) {
            parts.add("%,d that the data in use has no more".formatted(offer.gone()));
        }
        return parts.isEmpty() ? "" : " (left out: %s)".formatted(String.join(", ", parts));
    }

    /// Why nothing is offered and what to do.
    static String whyNothing(String reader, SecondReaders.Offer offer) {
        if (offer.decided() == 0) {
            return "Nothing is decided yet; decide on proposals first, with `workbench decide`.";
        }
        if (offer.own() == offer.decided()) {
            return "All %,d decisions are %s's own; have somebody else read: --reader NAME."
                    .formatted(offer.decided(), reader);
        }
        return "The rest is read%s. `workbench second agreement` tells how far you agree.".formatted(leftOut(offer));
    }

    /// `Vault Mill Street: Bowling party, 16% off, $175.00 instead of $208.33, 21 days from 2026-11-23`.
    static String proposal(ScoredDeal scored, Marketplace marketplace) {
        String merchant = marketplace
                .merchant(scored.proposal().merchantId())
                .map(Merchant::name)
                .orElse(scored.proposal().merchantId());
        return String.format(
                Locale.ROOT,
                "%s: %s, %.0f%% off, $%,.2f instead of $%,.2f, %d days from %s",
                merchant,
                scored.proposal().title(),
                scored.proposal().terms().discount().percent(),
                scored.proposal().terms().price().amount(),
                scored.proposal().terms().listPrice().amount(),
                scored.proposal().terms().durationDays(),
                scored.proposal().startsOn());
    }

    static Command.Result agreements(String reader, List<With> all) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        StringBuilder text = new StringBuilder(
                all.isEmpty()
                        ? "%s has read nothing that somebody else has read too. `workbench second read --reader %s` shows what is next."
                                .formatted(reader, reader.contains(" ") ? "'" + reader + "'" : reader)
                        : "");
        for (With with : all) {
            Agreement agreement = with.agreement();
            boolean enough = agreement.both() >= AgreementWords.LEAST && !Double.isNaN(agreement.kappa());
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("other", with.other());
            row.put("both", agreement.both());
            row.put("same", agreement.same());
            row.put("share", (double) agreement.same() / agreement.both());
            row.put("shareLow", agreement.sameShare().low());
            row.put("shareHigh", agreement.sameShare().high());
            row.put("kappa", agreement.kappa());
            row.put("kappaLow", agreement.hasInterval() ? agreement.kappaLow() : null);
            row.put("kappaHigh", agreement.hasInterval() ? agreement.kappaHigh() : null);
            row.put("band", enough ? AgreementWords.band(agreement.kappa()) : null);
            String share = AgreementWords.share(agreement, with.other()) + ".";
            String beyond = AgreementWords.beyondChance(agreement);
            row.put("sentences", List.of(share, beyond));
            rows.add(row);
            text.append(text.isEmpty() ? "" : "\n\n").append(share).append('\n').append(beyond);
            if (enough) {
                text.append('\n').append(AgreementWords.convention());
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("reader", reader);
        json.put("with", rows);
        return Command.Result.of(json, text.toString());
    }

    static String disagreements(String reader, List<Pair> pairs, ZoneId zone) {
        if (pairs.isEmpty()) {
            return "%s and others differ on nothing that both have read.".formatted(reader);
        }
        StringBuilder text =
                new StringBuilder("%,d decided differently, the newest reading first".formatted(pairs.size()));
        for (Pair pair : pairs) {
            text.append("%n%n%s%s"
                    .formatted(pair.dealId(), pair.course() == Course.REOPENED ? ", awaits a new decision" : ""));
            text.append("%n  first, %s"
                    .formatted(line(
                            pair.firstReader(), pair.first().at(), zone, pair.firstReason(), pair.firstComment())));
            text.append("%n  second, %s"
                    .formatted(line(
                            pair.second().reader(),
                            pair.second().at(),
                            zone,
                            pair.second().reason(),
                            pair.second().comment())));
        }
        return text.toString();
    }

    private static String line(String who, Instant at, ZoneId zone, @Nullable OverrideReason reason, String comment) {
        return "%s, %s: %s%s"
                .formatted(
                        ProofLines.plain(who),
                        MOMENT.format(at.atZone(zone)),
                        reason == null
                                ? "goes out"
                                : "does not go out, " + reason.words().toLowerCase(Locale.ROOT),
                        comment.isEmpty() ? "" : ". " + ProofLines.plain(comment));
    }
}
