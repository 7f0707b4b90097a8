package aidg.engine.workspace;

import aidg.engine.domain.City;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Note;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Reject;
import java.io.IOException;

/// How one kind of record is written to a row and read back: the same fields, in the same order.
record RowKind<T>(Write<T> write, Read<T> read) {

    interface Write<T> {
        void row(T value, RowWriter row) throws IOException;
    }

    interface Read<T> {
        T row(RowReader row) throws IOException;
    }

    static final RowKind<City> CITY = new RowKind<>(
            (city, row) -> row.text(city.id())
                    .text(city.name())
                    .position(city.position())
                    .count(city.population())
                    .real(city.demand()),
            row -> new City(row.id(), row.text(), row.position(), row.count(), row.real()));

    static final RowKind<Merchant> MERCHANT = new RowKind<>(
            (merchant, row) -> row.text(merchant.id())
                    .text(merchant.name())
                    .category(merchant.category())
                    .text(merchant.cityId())
                    .text(merchant.area())
                    .position(merchant.position())
                    .day(merchant.joinedOn())
                    .money(merchant.baselineGp30()),
            row -> new Merchant(
                    row.id(), row.text(), row.category(), row.id(), row.id(), row.position(), row.day(), row.money()));

    static final RowKind<Deal> DEAL = new RowKind<>(
            (deal, row) -> row.text(deal.id())
                    .text(deal.merchantId())
                    .text(deal.title())
                    .terms(deal.terms())
                    .day(deal.proposedOn())
                    .day(deal.startsOn())
                    .yes(deal.approved())
                    .outcomeIfAny(deal.outcome())
                    .money(deal.baselineGp30()),
            row -> new Deal(
                    row.text(),
                    row.id(),
                    row.text(),
                    row.terms(),
                    row.day(),
                    row.day(),
                    row.yes(),
                    row.outcomeIfAny(),
                    row.money()));

    static final RowKind<DealOverride> OVERRIDE = new RowKind<>(
            (change, row) -> row.text(change.id())
                    .text(change.dealId())
                    .text(change.merchantId())
                    .text(change.managerId())
                    .day(change.madeOn())
                    .text(change.reason().code())
                    .termsIfAny(change.newTerms())
                    .moneyIfAny(change.gp30()),
            row -> new DealOverride(
                    row.text(),
                    row.text(),
                    row.id(),
                    row.id(),
                    row.day(),
                    OverrideReason.of(row.id()),
                    row.termsIfAny(),
                    row.moneyIfAny()));

    static final RowKind<Note> NOTE = new RowKind<>(
            (note, row) -> row.text(note.id())
                    .text(note.merchantId())
                    .text(note.managerId())
                    .day(note.writtenOn())
                    .text(note.text()),
            row -> new Note(row.text(), row.id(), row.id(), row.day(), row.text()));

    static final RowKind<Proposal> PROPOSAL = new RowKind<>(
            (proposal, row) -> row.text(proposal.id())
                    .text(proposal.merchantId())
                    .text(proposal.title())
                    .terms(proposal.terms())
                    .day(proposal.proposedOn())
                    .day(proposal.startsOn())
                    .money(proposal.baselineGp30()),
            row -> new Proposal(row.text(), row.id(), row.text(), row.terms(), row.day(), row.day(), row.money()));

    static final RowKind<Reject> REJECT = new RowKind<>(
            (reject, row) -> row.text(reject.table())
                    .text(reject.file())
                    .number(reject.line())
                    .text(reject.column())
                    .text(reject.reason())
                    .text(reject.raw()),
            row -> new Reject(row.id(), row.id(), row.number(), row.id(), row.id(), row.text()));
}
