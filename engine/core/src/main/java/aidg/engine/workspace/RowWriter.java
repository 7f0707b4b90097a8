package aidg.engine.workspace;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import aidg.engine.domain.Position;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Writes the fields of rows one after the other; `RowReader` reads them back in the same order. What may be
/// missing is led by a flag.
final class RowWriter {

    private final DataOutputStream out;

    RowWriter(DataOutputStream out) {
        this.out = out;
    }

    /// Length in bytes, then UTF-8.
    RowWriter text(String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        return this;
    }

    RowWriter number(long value) throws IOException {
        out.writeLong(value);
        return this;
    }

    RowWriter count(int value) throws IOException {
        out.writeInt(value);
        return this;
    }

    RowWriter real(double value) throws IOException {
        out.writeDouble(value);
        return this;
    }

    RowWriter yes(boolean value) throws IOException {
        out.writeBoolean(value);
        return this;
    }

    RowWriter day(LocalDate value) throws IOException {
        return number(value.toEpochDay());
    }

    RowWriter money(Money value) throws IOException {
        return number(value.cents());
    }

    RowWriter moneyIfAny(@Nullable Money value) throws IOException {
        yes(value != null);
        return value == null ? this : money(value);
    }

    RowWriter position(Position value) throws IOException {
        return real(value.latitude()).real(value.longitude());
    }

    RowWriter category(Category value) throws IOException {
        return text(value.name());
    }

    RowWriter terms(DealTerms value) throws IOException {
        return real(value.discount().fraction())
                .money(value.price())
                .count(value.durationDays())
                .category(value.category());
    }

    RowWriter termsIfAny(@Nullable DealTerms value) throws IOException {
        yes(value != null);
        return value == null ? this : terms(value);
    }

    RowWriter outcomeIfAny(@Nullable DealOutcome value) throws IOException {
        yes(value != null);
        return value == null
                ? this
                : count(value.views()).count(value.redemptions()).money(value.gp30());
    }
}
