package aidg.engine.marketplace.intake;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows of a relation of the embedded database: a Parquet file or a view that a mapping made. Values are taken
/// as text, so they pass the same rules as text files. The row number stands for the line.
final class SqlRows implements RowReader {

    private static final System.Logger LOG = System.getLogger(SqlRows.class.getName());

    private static final String SEPARATOR = "\u001F";

    private final Connection database;
    private final String relation;
    private final String name;
    private final Table table;
    private final ReadMeter meter;
    private final String advice;

    /// @param relation what stands after `FROM`
    /// @param name     the file or view, for people
    /// @param advice   what to do if it cannot be read
    SqlRows(Connection database, String relation, String name, Table table, ReadMeter meter, String advice) {
        this.database = database;
        this.relation = relation;
        this.name = name;
        this.table = table;
        this.meter = meter;
        this.advice = advice;
    }

    @Override
    public void read(RowVisitor visitor) {
        long row = 0;
        try (Statement statement = database.createStatement()) {
            List<String> names = columnNames(statement);
            Header header = Header.of(table, names);
            if (!header.fault().isEmpty()) {
                visitor.broken(0, "", header.fault(), String.join(",", names));
                return;
            }
            header.logIgnored(LOG, name);
            long total = count(statement);
            meter.rows(0, total);
            int[] positions = header.positions();
            String taken = IntStream.range(0, positions.length)
                    .filter(i -> positions[i] >= 0)
                    .mapToObj(i -> "coalesce(CAST(%s AS VARCHAR), '')".formatted(EmbeddedSql.identifier(names.get(i))))
                    .collect(Collectors.joining(", ", "concat_ws(chr(31), ", ")"));
            int[] targets = Arrays.stream(positions).filter(p -> p >= 0).toArray();
            try (ResultSet rows = statement.executeQuery("SELECT " + taken + " FROM " + relation)) {
                while (rows.next()) {
                    row++;
                    meter.rows(row, total);
                    row(row, rows.getString(1), targets, visitor);
                }
            }
        } catch (SQLException e) {
            visitor.broken(
                    row == 0 ? 0 : row + 1,
                    "",
                    "%s cannot be read%s: %s; %s"
                            .formatted(name, row == 0 ? "" : " any further", EmbeddedSql.firstLine(e), advice),
                    "");
        }
    }

    /// A row comes as one text with a separator that no sound value holds: far fewer calls across the border
    /// than cell by cell.
    private void row(long row, String text, int[] targets, RowVisitor visitor) {
        String[] cells = text.split(SEPARATOR, -1);
        if (cells.length != targets.length) {
            visitor.broken(row, "", "a value holds the control character U+001F; remove it", text);
            return;
        }
        String[] values = new String[table.columns().size()];
        Arrays.fill(values, "");
        for (int i = 0; i < cells.length; i++) {
            values[targets[i]] = Cells.strip(cells[i]);
        }
        visitor.row(row, values, () -> String.join(",", values));
    }

    private List<String> columnNames(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT * FROM " + relation + " LIMIT 0")) {
            ResultSetMetaData columns = rows.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                names.add(columns.getColumnName(i));
            }
        }
        return names;
    }

    private long count(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + relation)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
