package aidg.engine.workspace;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import aidg.engine.domain.Position;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the fields of rows in the order in which `RowWriter` wrote them. Equal ids, days and categories become one
/// object, which saves a good part of the memory of half a million deals.
final class RowReader {

    private final DataInputStream in;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<Long, LocalDate> days = new HashMap<>();
    private final Map<String, Category> categories = new HashMap<>();

    RowReader(DataInputStream in) {
        this.in = in;
    }

    String text() throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("a text ends after %d of %d bytes".formatted(bytes.length, length));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// A text that many rows share.
    String id() throws IOException {
        String text = text();
        String known = ids.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    long number() throws IOException {
        return in.readLong();
    }

    int count() throws IOException {
        return in.readInt();
    }

    double real() throws IOException {
        return in.readDouble();
    }

    boolean yes() throws IOException {
        return in.readBoolean();
    }

    LocalDate day() throws IOException {
        return days.computeIfAbsent(number(), LocalDate::ofEpochDay);
    }

    Money money() throws IOException {
        return new Money(number());
    }

    @Nullable
    Money moneyIfAny() throws IOException {
        return yes() ? money() : null;
    }

    Position position() throws IOException {
        return new Position(real(), real());
    }

    Category category() throws IOException {
        return categories.computeIfAbsent(text(), Category::new);
    }

    DealTerms terms() throws IOException {
        return new DealTerms(new Discount(real()), money(), count(), category());
    }

    @Nullable
    DealTerms termsIfAny() throws IOException {
        return yes() ? terms() : null;
    }

    @Nullable
    DealOutcome outcomeIfAny() throws IOException {
        return yes() ? new DealOutcome(count(), count(), money()) : null;
    }
}
