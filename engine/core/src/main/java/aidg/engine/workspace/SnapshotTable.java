package aidg.engine.workspace;

import aidg.engine.domain.City;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Note;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Reject;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.List;

/// How one kind of record lies in its table: the columns after `position`, and how they are written and read.
record SnapshotTable<T>(String name, List<String> columns, Write<T> write, Read<T> read) {

    interface Write<T> {
        void row(T value, RowWriter row) throws SQLException;
    }

    interface Read<T> {
        T row(RowReader row) throws SQLException;
    }

    static final SnapshotTable<City> CITY = new SnapshotTable<>(
            "city",
            List.of("id", "name", "latitude", "longitude", "population", "demand"),
            (city, row) -> row.text(city.id())
                    .text(city.name())
                    .position(city.position())
                    .number(city.population())
                    .real(city.demand()),
            row -> new City(row.text(), row.text(), row.position(), row.count(), row.real()));

    static final SnapshotTable<Merchant> MERCHANT = new SnapshotTable<>(
            "merchant",
            List.of("id", "name", "category", "city_id", "area", "latitude", "longitude", "joined_on", "baseline_gp30"),
            (merchant, row) -> row.text(merchant.id())
                    .text(merchant.name())
                    .text(merchant.category().name())
                    .text(merchant.cityId())
                    .text(merchant.area())
                    .position(merchant.position())
                    .day(merchant.joinedOn())
                    .money(merchant.baselineGp30()),
            row -> new Merchant(
                    row.text(),
                    row.text(),
                    row.category(),
                    row.id(),
                    row.id(),
                    row.position(),
                    row.day(),
                    row.money()));

    static final SnapshotTable<Deal> DEAL = new SnapshotTable<>(
            "deal",
            List.of(
                    "id",
                    "merchant_id",
                    "title",
                    "discount",
                    "price",
                    "duration_days",
                    "category",
                    "proposed_on",
                    "starts_on",
                    "approved",
                    "views",
                    "redemptions",
                    "gp30",
                    "baseline_gp30"),
            SnapshotTable::writeDeal,
            SnapshotTable::readDeal);

    private static void writeDeal(Deal deal, RowWriter row) throws SQLException {
        row.text(deal.id())
                .text(deal.merchantId())
                .text(deal.title())
                .terms(deal.terms())
                .day(deal.proposedOn())
                .day(deal.startsOn())
                .yes(deal.approved());
        DealOutcome outcome = deal.outcome();
        if (outcome == null) {
            row.nothing(Types.INTEGER).nothing(Types.INTEGER).nothing(Types.BIGINT);
        } else {
            row.number(outcome.views()).number(outcome.redemptions()).money(outcome.gp30());
        }
        row.money(deal.baselineGp30());
    }

    private static Deal readDeal(RowReader row) throws SQLException {
        return new Deal(
                row.text(),
                row.id(),
                row.text(),
                row.terms(),
                row.day(),
                row.day(),
                row.yes(),
                row.outcomeIfAny(),
                row.money());
    }

    static final SnapshotTable<DealOverride> OVERRIDE = new SnapshotTable<>(
            "deal_override",
            List.of(
                    "id",
                    "deal_id",
                    "merchant_id",
                    "manager_id",
                    "made_on",
                    "reason",
                    "discount",
                    "price",
                    "duration_days",
                    "category",
                    "gp30"),
            (change, row) -> row.text(change.id())
                    .text(change.dealId())
                    .text(change.merchantId())
                    .text(change.managerId())
                    .day(change.madeOn())
                    .text(change.reason().code())
                    .terms(change.newTerms())
                    .money(change.gp30()),
            row -> new DealOverride(
                    row.text(),
                    row.text(),
                    row.id(),
                    row.id(),
                    row.day(),
                    OverrideReason.of(row.text()),
                    row.termsIfAny(),
                    row.moneyIfAny()));

    static final SnapshotTable<Note> NOTE = new SnapshotTable<>(
            "note",
            List.of("id", "merchant_id", "manager_id", "written_on", "text"),
            (note, row) -> row.text(note.id())
                    .text(note.merchantId())
                    .text(note.managerId())
                    .day(note.writtenOn())
                    .text(note.text()),
            row -> new Note(row.text(), row.id(), row.id(), row.day(), row.text()));

    static final SnapshotTable<Proposal> PROPOSAL = new SnapshotTable<>(
            "proposal",
            List.of(
                    "id",
                    "merchant_id",
                    "title",
                    "discount",
                    "price",
                    "duration_days",
                    "category",
                    "proposed_on",
                    "starts_on",
                    "baseline_gp30"),
            (proposal, row) -> row.text(proposal.id())
                    .text(proposal.merchantId())
                    .text(proposal.title())
                    .terms(proposal.terms())
                    .day(proposal.proposedOn())
                    .day(proposal.startsOn())
                    .money(proposal.baselineGp30()),
            row -> new Proposal(row.text(), row.id(), row.text(), row.terms(), row.day(), row.day(), row.money()));

    static final SnapshotTable<Reject> REJECT = new SnapshotTable<>(
            "reject",
            List.of("table_name", "file", "line", "column_name", "reason", "raw"),
            (reject, row) -> row.text(reject.table())
                    .text(reject.file())
                    .number(reject.line())
                    .text(reject.column())
                    .text(reject.reason())
                    .text(reject.raw()),
            row -> new Reject(row.id(), row.id(), row.number(), row.id(), row.text(), row.text()));

    /// Name and counts of one imported table.
    record Counted(String name, long accepted, long rejected) {}

    static final SnapshotTable<Counted> TABLE_COUNT = new SnapshotTable<>(
            "table_count",
            List.of("name", "accepted", "rejected"),
            (count, row) -> row.text(count.name).number(count.accepted).number(count.rejected),
            row -> new Counted(row.text(), row.number(), row.number()));

    /// What the snapshot as a whole is.
    record Header(java.time.LocalDate asOf, String dataHash, String source) {}

    static final SnapshotTable<Header> SNAPSHOT = new SnapshotTable<>(
            "snapshot",
            List.of("as_of", "data_hash", "source"),
            (header, row) -> row.day(header.asOf).text(header.dataHash).text(header.source),
            row -> new Header(row.day(), row.text(), row.text()));

    static final List<SnapshotTable<?>> ALL =
            List.of(SNAPSHOT, TABLE_COUNT, REJECT, CITY, MERCHANT, DEAL, OVERRIDE, NOTE, PROPOSAL);

    String insertInto(String slot) {
        return "INSERT INTO %s.%s (position, %s) VALUES (?, %s)"
                .formatted(
                        slot,
                        name,
                        String.join(", ", columns),
                        String.join(", ", Collections.nCopies(columns.size(), "?")));
    }

    String selectFrom(String slot) {
        return "SELECT %s FROM %s.%s ORDER BY position".formatted(String.join(", ", columns), slot, name);
    }

    String truncateIn(String slot) {
        return "TRUNCATE TABLE %s.%s".formatted(slot, name);
    }
}
