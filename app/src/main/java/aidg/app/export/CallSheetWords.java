package aidg.app.export;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import aidg.engine.review.CallSheet;
import aidg.engine.review.CallSheet.Comparable;
import aidg.engine.review.CallSheet.Fallback;
import aidg.engine.review.CallSheet.Reason;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The words and figures of a call sheet, the same on paper and on the terminal.
final class CallSheetWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int HASH_SHOWN = 16;
    private static final int DIFFERENCES = 2;

    private final CallSheet sheet;

    CallSheetWords(CallSheet sheet) {
        this.sheet = sheet;
    }

    String place() {
        String area = sheet.merchant().area().isBlank() ? "" : sheet.merchant().area() + ", ";
        return "%s \u00b7 %s%s"
                .formatted(
                        sheet.merchant().category().words(), area, sheet.city().name());
    }

    /// Name and value of every term.
    List<List<String>> terms() {
        DealTerms terms = sheet.scored().proposal().terms();
        return List.of(
                List.of("Discount", percent(terms.discount().fraction())),
                List.of("Customers pay", cents(terms.price())),
                List.of("List price", cents(terms.listPrice())),
                List.of("Runs", days(terms.durationDays())),
                List.of("From", day(sheet.scored().proposal().startsOn())),
                List.of("Sold as", terms.category().words()));
    }

    String chanceRange() {
        ScoredDeal scored = sheet.scored();
        return "Between %s and %s, 9 times in 10"
                .formatted(
                        percent(scored.interval().low()),
                        percent(scored.interval().high()));
    }

    String chanceTick() {
        return "Dashed: %s of %s work"
                .formatted(percent(sheet.scored().baseRate()), sheet.scored().baseRateOf());
    }

    String profitRange() {
        ScoredDeal scored = sheet.scored();
        return "Between %s and %s, 9 times in 10"
                .formatted(
                        dollars(scored.gp30Range().low()),
                        dollars(scored.gp30Range().high()));
    }

    String profitTick() {
        Money usual = sheet.scored().proposal().baselineGp30();
        return usual.isPositive()
                ? "Dashed: %s, its usual 30 days without a deal".formatted(dollars(usual))
                : "Its usual 30 days without a deal earn %s".formatted(dollars(usual));
    }

    String reasonsTitle() {
        CallSheet.Reasons reasons = sheet.reasons();
        boolean facts = reasons.told().stream().allMatch(one -> one.points() == null);
        String what = facts ? "fact" : "reason";
        return switch (reasons.told().size()) {
            case 0 -> "No reasons";
            case 1 -> "One " + what;
            case 2 -> "Two %ss".formatted(what);
            default -> "Three %ss".formatted(what);
        };
    }

    static String bearing(Reason reason) {
        return switch (reason.bearing()) {
            case FOR -> "for it";
            case AGAINST -> "against it";
            case FACT -> "on record";
        };
    }

    static String points(Reason reason) {
        Double points = reason.points();
        return points == null ? "" : signed(Math.round(100 * points), "%,d points");
    }

    static String profit(Reason reason) {
        Money gp30 = reason.gp30();
        return gp30 == null ? "" : signed(Math.round(gp30.amount()), "$%,d");
    }

    private static String signed(long value, String format) {
        return (value < 0 ? "\u2212" : "+") + String.format(Locale.ROOT, format, Math.abs(value));
    }

    static List<String> cells(Comparable one) {
        double baseline = one.deal().baselineGp30().amount();
        double over = baseline > 0 ? one.gp30().amount() / baseline - 1 : Double.NaN;
        return List.of(
                "%s, %s".formatted(one.merchant().name(), one.city().name()),
                offered(one.deal().terms()),
                dollars(one.gp30()),
                Double.isNaN(over)
                        ? "not known"
                        : "%s %s".formatted(percent(Math.abs(over)), over < 0 ? "under" : "over"),
                "%d of %d".formatted(one.reached(), one.matured()),
                one.differs().isEmpty()
                        ? "nothing notable"
                        : one.differs().stream().limit(DIFFERENCES).collect(Collectors.joining("; ")));
    }

    private static String offered(DealTerms terms) {
        return "%s off, %s, %s"
                .formatted(percent(terms.discount().fraction()), dollars(terms.price()), days(terms.durationDays()));
    }

    String objectionsTitle() {
        return switch (sheet.objections().all().size()) {
            case 0 -> "No objection to expect";
            case 1 -> "One objection to expect";
            default -> "Two objections to expect";
        };
    }

    String fallbackTitle() {
        return switch (sheet.fallback()) {
            case Fallback.Offer ignored -> "Fallback offer";
            case Fallback.NearestMiss ignored -> "Fallback offer: none is acceptable, this comes nearest";
            case Fallback.None ignored -> "No fallback offer";
        };
    }

    /// What changes, then what it brings; only the reason where there is none.
    List<String> fallback() {
        return switch (sheet.fallback()) {
            case Fallback.Offer offer -> lines(offer.changes(), offer.scored(), offer.why());
            case Fallback.NearestMiss miss -> lines(miss.changes(), miss.scored(), miss.misses());
            case Fallback.None none -> List.of(none.why());
        };
    }

    private List<String> lines(String changes, ScoredDeal offered, String why) {
        List<String> lines = new ArrayList<>();
        lines.add(changes);
        lines.add("Then we expect %s in 30 days (%s to %s) instead of %s, and a chance of %s (%s to %s) instead of %s."
                .formatted(
                        dollars(offered.expectedGp30()),
                        dollars(offered.gp30Range().low()),
                        dollars(offered.gp30Range().high()),
                        dollars(sheet.scored().expectedGp30()),
                        percent(offered.score()),
                        percent(offered.interval().low()),
                        percent(offered.interval().high()),
                        percent(sheet.scored().score())));
        lines.add(why);
        return lines;
    }

    /// The terms of the fallback in full; empty where there is none.
    Optional<String> fallbackTerms() {
        return switch (sheet.fallback()) {
            case Fallback.Offer offer -> Optional.of(whole(offer.scored()));
            case Fallback.NearestMiss miss -> Optional.of(whole(miss.scored()));
            case Fallback.None ignored -> Optional.empty();
        };
    }

    private static String whole(ScoredDeal scored) {
        DealTerms terms = scored.proposal().terms();
        return "%s off, customers pay %s instead of %s, %s, sold as %s"
                .formatted(
                        percent(terms.discount().fraction()),
                        cents(terms.price()),
                        cents(terms.listPrice()),
                        days(terms.durationDays()),
                        terms.category().words());
    }

    /// What the words mean, then where the figures come from.
    List<String> foot() {
        return List.of(
                "To work is to go out unchanged and to earn at least the merchant's usual 30 days without a deal.",
                "Made %s \u00b7 data up to %s, %s \u00b7 model %s"
                        .formatted(
                                MOMENT.format(sheet.madeAt()),
                                day(sheet.dataDate()),
                                shortened(sheet.dataHash()),
                                shortened(sheet.scored().modelHash())));
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(HASH_SHOWN, hash.length()));
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * share);
    }

    static String dollars(Money money) {
        return (money.amount() <= -0.5 ? "\u2212" : "")
                + String.format(Locale.ROOT, "$%,.0f", Math.abs(money.amount()));
    }

    private static String cents(Money money) {
        return String.format(Locale.ROOT, "$%,.2f", money.amount());
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
