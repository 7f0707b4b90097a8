package aidg.engine.workspace;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import aidg.engine.domain.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the columns of a row from left to right, in the order in which `RowWriter` wrote them. Equal ids and
/// categories become one object, which halves the memory of half a million deals.
final class RowReader {

    private final ResultSet rows;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Category> categories = new HashMap<>();
    private int column;

    RowReader(ResultSet rows) {
        this.rows = rows;
    }

    boolean next() throws SQLException {
        column = 0;
        return rows.next();
    }

    String text() throws SQLException {
        return present(rows.getString(++column));
    }

    @Nullable
    String textIfAny() throws SQLException {
        return rows.getString(++column);
    }

    /// A text that many rows share.
    String id() throws SQLException {
        String text = text();
        String known = ids.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    long number() throws SQLException {
        return rows.getLong(++column);
    }

    int count() throws SQLException {
        return rows.getInt(++column);
    }

    double real() throws SQLException {
        return rows.getDouble(++column);
    }

    boolean yes() throws SQLException {
        return rows.getBoolean(++column);
    }

    LocalDate day() throws SQLException {
        return present(rows.getObject(++column, LocalDate.class));
    }

    Instant moment() throws SQLException {
        return present(rows.getObject(++column, Instant.class));
    }

    Money money() throws SQLException {
        return new Money(number());
    }

    @Nullable
    Money moneyIfAny() throws SQLException {
        long cents = number();
        return rows.wasNull() ? null : new Money(cents);
    }

    Position position() throws SQLException {
        return new Position(real(), real());
    }

    Category category() throws SQLException {
        return category(text());
    }

    private Category category(String name) {
        return categories.computeIfAbsent(name, Category::new);
    }

    DealTerms terms() throws SQLException {
        return present(termsIfAny());
    }

    @Nullable
    DealTerms termsIfAny() throws SQLException {
        double discount = real();
        long price = number();
        int days = count();
        String category = textIfAny();
        return category == null
                ? null
                : new DealTerms(new Discount(discount), new Money(price), days, category(category));
    }

    /// Three columns: views, redemptions, gross profit; all null or none.
    @Nullable
    DealOutcome outcomeIfAny() throws SQLException {
        int views = count();
        int redemptions = count();
        Money gp30 = moneyIfAny();
        return gp30 == null ? null : new DealOutcome(views, redemptions, gp30);
    }

    private <T> T present(@Nullable T value) throws SQLException {
        if (value == null) {
            throw new SQLException("column %d is empty".formatted(column));
        }
        return value;
    }
}
