package aidg.engine.marketplace.intake;

import aidg.engine.domain.Category;
import aidg.engine.domain.City;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.Note;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Position;
import aidg.engine.domain.Proposal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What makes a row acceptable, given the rows accepted before it. A row that refers to a refused row is
/// refused too.
///
/// Two liberties are deliberate: redemptions may exceed views (a customer can redeem without opening the
/// offer), and a deal may be proposed before its merchant joined (that is how merchants are won).
final class RowRules {

    private final AcceptedRows accepted;
    private final @Nullable LocalDate asOf;
    private final Map<String, Category> categories = new HashMap<>();

    /// @param asOf last day that may be known, null for no limit
    RowRules(AcceptedRows accepted, @Nullable LocalDate asOf) {
        this.accepted = accepted;
        this.asOf = asOf;
    }

    /// Adds the row to the accepted ones, or refuses it.
    void take(Row row) throws Refusal {
        switch (row.table()) {
            case CITIES -> city(row);
            case MERCHANTS -> merchant(row);
            case DEALS -> deal(row);
            case OVERRIDES -> override(row);
            case NOTES -> note(row);
            case PROPOSALS -> proposal(row);
        }
    }

    private void city(Row row) throws Refusal {
        String id = newId(row, "city_id");
        String name = row.words("name");
        Position position = row.position();
        if (position == null) {
            throw new Refusal("latitude", "latitude and longitude are empty; fill both in");
        }
        int population = row.isEmpty("population") ? 0 : row.whole("population", 0, 100_000_000);
        accepted.add(new City(id, name, position, population, row.number("demand", 0, 100)), row.line());
    }

    private void merchant(Row row) throws Refusal {
        String id = newId(row, "merchant_id");
        String name = row.words("name");
        Category category = category(row);
        City city = accepted.city(row.id("city_id"));
        if (city == null) {
            throw unknown(row, "city_id", Table.CITIES);
        }
        String area = row.isEmpty("area") ? "" : row.words("area");
        Position position = row.position();
        accepted.add(
                new Merchant(
                        id,
                        name,
                        category,
                        city.id(),
                        area,
                        position == null ? city.position() : position,
                        known(row, "joined_on"),
                        row.money("baseline_gp30")),
                row.line());
    }

    private void deal(Row row) throws Refusal {
        String id = newId(row, "deal_id");
        Merchant merchant = knownMerchant(row);
        String title = row.words("title");
        DealTerms terms = Terms.of(row, category(row));
        LocalDate proposedOn = known(row, "proposed_on");
        LocalDate startsOn = startsOn(row, proposedOn);
        boolean approved = row.yesNo("approved");
        DealOutcome outcome = outcome(row, approved);
        accepted.add(
                new Deal(
                        id,
                        merchant.id(),
                        title,
                        terms,
                        proposedOn,
                        startsOn,
                        approved,
                        outcome,
                        baseline(row, merchant)),
                row.line());
    }

    private void override(Row row) throws Refusal {
        String id = newId(row, "override_id");
        Deal deal = accepted.deal(row.id("deal_id"));
        if (deal == null) {
            throw unknown(row, "deal_id", Table.DEALS);
        }
        Merchant merchant = knownMerchant(row);
        if (!merchant.id().equals(deal.merchantId())) {
            throw new Refusal(
                    "merchant_id",
                    "deal %s belongs to merchant %s, not to %s; correct one of them"
                            .formatted(
                                    Cells.quote(deal.id()), Cells.quote(deal.merchantId()), row.quoted("merchant_id")));
        }
        String managerId = row.id("manager_id");
        LocalDate madeOn = known(row, "made_on");
        if (madeOn.isBefore(deal.proposedOn())) {
            throw new Refusal(
                    "made_on",
                    "%s is before the deal was proposed on %s; correct one of them"
                            .formatted(row.quoted("made_on"), deal.proposedOn()));
        }
        OverrideReason reason = reason(row);
        DealTerms terms = newTerms(row, deal);
        Money gp30 = row.isEmpty("gp30") ? null : row.money("gp30");
        if (gp30 != null && terms == null) {
            throw new Refusal("gp30", "gp30 is given, but no terms went out; fill in the terms, or leave gp30 empty");
        }
        accepted.add(
                new DealOverride(id, deal.id(), merchant.id(), managerId, madeOn, reason, terms, gp30), row.line());
    }

    private void note(Row row) throws Refusal {
        String id = newId(row, "note_id");
        Merchant merchant = knownMerchant(row);
        accepted.add(
                new Note(id, merchant.id(), row.id("manager_id"), known(row, "written_on"), row.prose("text")),
                row.line());
    }

    private void proposal(Row row) throws Refusal {
        String id = newId(row, "deal_id");
        if (accepted.deal(id) != null) {
            throw new Refusal(
                    "deal_id",
                    "%s is already a deal of the past, on line %d of deals; give the proposal its own id"
                            .formatted(Cells.quote(id), accepted.lineOf(Table.DEALS, id)));
        }
        Merchant merchant = knownMerchant(row);
        String title = row.words("title");
        DealTerms terms = Terms.of(row, category(row));
        LocalDate proposedOn = known(row, "proposed_on");
        LocalDate startsOn = startsOn(row, proposedOn);
        accepted.add(
                new Proposal(id, merchant.id(), title, terms, proposedOn, startsOn, baseline(row, merchant)),
                row.line());
    }

    private String newId(Row row, String column) throws Refusal {
        String id = row.id(column);
        Long first = accepted.lineOf(row.table(), id);
        if (first != null) {
            throw new Refusal(
                    column,
                    "%s is already on line %d; keep one of the two, or give this one its own id"
                            .formatted(Cells.quote(id), first));
        }
        return id;
    }

    private Merchant knownMerchant(Row row) throws Refusal {
        Merchant merchant = accepted.merchant(row.id("merchant_id"));
        if (merchant == null) {
            throw unknown(row, "merchant_id", Table.MERCHANTS);
        }
        return merchant;
    }

    private static Refusal unknown(Row row, String column, Table table) {
        return new Refusal(
                column,
                "%s is not among the accepted %s; add it there, or correct the id"
                        .formatted(row.quoted(column), table.fileStem()));
    }

    private Category category(Row row) throws Refusal {
        String words = row.words("category");
        Category known = categories.get(words);
        if (known != null) {
            return known;
        }
        if (words.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new Refusal("category", row.quoted("category") + " is no category; write words, such as restaurant");
        }
        Category category = new Category(words);
        categories.put(words, category);
        return category;
    }

    /// A day that may not lie after the as-of day.
    private LocalDate known(Row row, String column) throws Refusal {
        LocalDate day = row.day(column);
        if (asOf != null && day.isAfter(asOf)) {
            throw new Refusal(
                    column,
                    "%s is after the as-of day %s; choose a later as-of day to take it"
                            .formatted(row.quoted(column), asOf));
        }
        return day;
    }

    private static LocalDate startsOn(Row row, LocalDate proposedOn) throws Refusal {
        LocalDate day = row.day("starts_on");
        if (day.isBefore(proposedOn)) {
            throw new Refusal(
                    "starts_on",
                    "%s is before proposed_on %s; correct one of them".formatted(row.quoted("starts_on"), proposedOn));
        }
        return day;
    }

    private static Money baseline(Row row, Merchant merchant) throws Refusal {
        return row.isEmpty("baseline_gp30") ? merchant.baselineGp30() : row.money("baseline_gp30");
    }

    private static @Nullable DealOutcome outcome(Row row, boolean approved) throws Refusal {
        String firstFilled = null;
        String firstEmpty = null;
        for (String column : new String[] {"views", "redemptions", "gp30"}) {
            if (row.isEmpty(column)) {
                firstEmpty = firstEmpty == null ? column : firstEmpty;
            } else {
                firstFilled = firstFilled == null ? column : firstFilled;
            }
        }
        if (firstFilled == null) {
            return null;
        }
        if (!approved) {
            throw new Refusal(
                    firstFilled,
                    firstFilled + " is given, but the deal was not approved; leave it empty, or write true");
        }
        if (firstEmpty != null) {
            throw new Refusal(
                    firstEmpty,
                    firstEmpty + " is empty; fill in views, redemptions and gp30, or leave all three empty");
        }
        return new DealOutcome(
                row.whole("views", 0, Integer.MAX_VALUE),
                row.whole("redemptions", 0, Integer.MAX_VALUE),
                row.money("gp30"));
    }

    private static @Nullable DealTerms newTerms(Row row, Deal deal) throws Refusal {
        String[] columns = {"discount", "price", "duration_days"};
        long empty = Arrays.stream(columns).filter(row::isEmpty).count();
        if (empty == columns.length) {
            return null;
        }
        for (String column : columns) {
            if (row.isEmpty(column)) {
                throw new Refusal(
                        column,
                        column + " is empty; fill in discount, price and duration_days, or leave all three empty");
            }
        }
        return Terms.of(row, deal.terms().category());
    }

    private static OverrideReason reason(Row row) throws Refusal {
        String code = row.words("reason");
        for (OverrideReason reason : OverrideReason.values()) {
            if (reason.code().equalsIgnoreCase(code)) {
                return reason;
            }
        }
        throw new Refusal(
                "reason",
                "%s is not a known reason; write one of %s"
                        .formatted(
                                Cells.quote(code),
                                Arrays.stream(OverrideReason.values())
                                        .map(OverrideReason::code)
                                        .collect(Collectors.joining(", "))));
    }
}
