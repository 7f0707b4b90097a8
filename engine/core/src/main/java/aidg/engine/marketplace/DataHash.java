package aidg.engine.marketplace;

import aidg.engine.domain.City;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Note;
import aidg.engine.domain.Position;
import aidg.engine.domain.Proposal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fingerprint of a marketplace's rows: SHA-256 over typed values, table by table, rows in the order of
/// their id. So neither the file format nor the order of rows, nor `12.5` against `12.50`, changes it; any
/// other change does. Every value is written with its length before it, so that no two different rows give the
/// same bytes.
public final class DataHash {

    private final MessageDigest digest;
    private final ByteBuffer pending = ByteBuffer.allocate(1 << 13);

    private DataHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256; use a complete Java 25", e);
        }
    }

    /// 64 hexadecimal digits in lower case.
    public static String of(
            List<City> cities,
            List<Merchant> merchants,
            List<Deal> deals,
            List<DealOverride> overrides,
            List<Note> notes,
            List<Proposal> proposals) {
        DataHash hash = new DataHash();
        hash.table("cities", cities, City::id, DataHash::city);
        hash.table("merchants", merchants, Merchant::id, DataHash::merchant);
        hash.table("deals", deals, Deal::id, DataHash::deal);
        hash.table("overrides", overrides, DealOverride::id, DataHash::override);
        hash.table("notes", notes, Note::id, DataHash::note);
        hash.table("proposals", proposals, Proposal::id, DataHash::proposal);
        hash.flush();
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private <T> void table(String name, List<T> rows, Function<T, String> id, BiConsumer<DataHash, T> write) {
        text(name);
        whole(rows.size());
        rows.stream().sorted(Comparator.comparing(id)).forEachOrdered(row -> {
            text(id.apply(row));
            write.accept(this, row);
        });
    }

    private void city(City city) {
        text(city.name());
        position(city.position());
        whole(city.population());
        real(city.demand());
    }

    private void merchant(Merchant merchant) {
        text(merchant.name());
        text(merchant.category().name());
        text(merchant.cityId());
        text(merchant.area());
        position(merchant.position());
        whole(merchant.joinedOn().toEpochDay());
        whole(merchant.baselineGp30().cents());
    }

    private void deal(Deal deal) {
        text(deal.merchantId());
        text(deal.title());
        terms(deal.terms());
        whole(deal.proposedOn().toEpochDay());
        whole(deal.startsOn().toEpochDay());
        whole(deal.approved() ? 1 : 0);
        DealOutcome outcome = deal.outcome();
        whole(outcome == null ? 0 : 1);
        if (outcome != null) {
            whole(outcome.views());
            whole(outcome.redemptions());
            whole(outcome.gp30().cents());
        }
        whole(deal.baselineGp30().cents());
    }

    private void override(DealOverride override) {
        text(override.dealId());
        text(override.merchantId());
        text(override.managerId());
        whole(override.madeOn().toEpochDay());
        text(override.reason().code());
        terms(override.newTerms());
        whole(override.gp30() == null ? 0 : 1);
        whole(override.gp30() == null ? 0 : override.gp30().cents());
    }

    private void note(Note note) {
        text(note.merchantId());
        text(note.managerId());
        whole(note.writtenOn().toEpochDay());
        text(note.text());
    }

    private void proposal(Proposal proposal) {
        text(proposal.merchantId());
        text(proposal.title());
        terms(proposal.terms());
        whole(proposal.proposedOn().toEpochDay());
        whole(proposal.startsOn().toEpochDay());
        whole(proposal.baselineGp30().cents());
    }

    private void terms(@Nullable DealTerms terms) {
        whole(terms == null ? 0 : 1);
        if (terms != null) {
            real(terms.discount().fraction());
            whole(terms.price().cents());
            whole(terms.durationDays());
            text(terms.category().name());
        }
    }

    private void position(Position position) {
        real(position.latitude());
        real(position.longitude());
    }

    private void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        whole(bytes.length);
        if (bytes.length > pending.remaining()) {
            flush();
        }
        if (bytes.length > pending.remaining()) {
            digest.update(bytes);
        } else {
            pending.put(bytes);
        }
    }

    /// Adding zero turns -0.0 into 0.0.
    private void real(double value) {
        whole(Double.doubleToLongBits(value + 0.0));
    }

    private void whole(long value) {
        if (pending.remaining() < Long.BYTES) {
            flush();
        }
        pending.putLong(value);
    }

    private void flush() {
        digest.update(pending.flip());
        pending.clear();
    }
}
