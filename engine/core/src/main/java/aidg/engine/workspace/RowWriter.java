package aidg.engine.workspace;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import aidg.engine.domain.Position;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Fills the parameters of one row from left to right. `RowReader` reads them back in the same order.
final class RowWriter {

    private final PreparedStatement statement;
    private int column;

    RowWriter(PreparedStatement statement) {
        this.statement = statement;
    }

    RowWriter next() {
        column = 0;
        return this;
    }

    RowWriter text(@Nullable String value) throws SQLException {
        statement.setString(++column, value);
        return this;
    }

    RowWriter number(long value) throws SQLException {
        statement.setLong(++column, value);
        return this;
    }

    RowWriter real(double value) throws SQLException {
        statement.setDouble(++column, value);
        return this;
    }

    RowWriter yes(boolean value) throws SQLException {
        statement.setBoolean(++column, value);
        return this;
    }

    RowWriter day(LocalDate value) throws SQLException {
        statement.setObject(++column, value);
        return this;
    }

    RowWriter moment(Instant value) throws SQLException {
        statement.setObject(++column, value);
        return this;
    }

    RowWriter money(@Nullable Money value) throws SQLException {
        return value == null ? nothing(Types.BIGINT) : number(value.cents());
    }

    RowWriter position(Position value) throws SQLException {
        return real(value.latitude()).real(value.longitude());
    }

    /// Four columns: discount, price, days, category; all null or none.
    RowWriter terms(@Nullable DealTerms value) throws SQLException {
        if (value == null) {
            return nothing(Types.DOUBLE)
                    .nothing(Types.BIGINT)
                    .nothing(Types.INTEGER)
                    .nothing(Types.VARCHAR);
        }
        return real(value.discount().fraction())
                .money(value.price())
                .number(value.durationDays())
                .text(value.category().name());
    }

    RowWriter nothing(int type) throws SQLException {
        statement.setNull(++column, type);
        return this;
    }
}
