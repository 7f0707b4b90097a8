package aidg.engine.workspace;

import aidg.engine.audit.AuditKind;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Interval;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import aidg.engine.whatif.Scenario;
import aidg.engine.whatif.Scenario.Said;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Terms that were tried on proposals and named, with what the model said of them, to the bit. [WB-10]
public final class ScenarioBook {

    private static final String COLUMNS =
            "number, deal_id, name, discount, price, duration, category, starts_on, score,"
                    + " score_low, score_high, approval, gp30, gp30_low, gp30_high, refusal, model_hash, data_hash, saved_at";

    private final Journal journal;

    ScenarioBook(Journal journal) {
        this.journal = journal;
    }

    /// Keeps a scenario; one of the same proposal and name is replaced.
    ///
    /// @throws IllegalArgumentException if the name is blank
    public Scenario save(
            String dealId,
            String name,
            DealTerms terms,
            LocalDate startsOn,
            Said said,
            String modelHash,
            String dataHash) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a scenario needs a name");
        }
        return journal.write((connection, now) -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM public.scenario WHERE deal_id = ? AND name = ?")) {
                delete.setString(1, dealId);
                delete.setString(2, name.strip());
                delete.executeUpdate();
            }
            Scenario scenario = new Scenario(
                    unused(connection), dealId, name.strip(), terms, startsOn, said, modelHash, dataHash, now);
            insert(connection, scenario);
            journal.line(
                    connection,
                    now,
                    AuditKind.SCENARIO_SAVED,
                    dealId,
                    Map.of("scenario", scenario.name(), "score", Double.toString(said.score())));
            return scenario;
        });
    }

    /// Forgets a scenario; nothing happens if there is none.
    public void delete(long number) {
        journal.write((connection, now) -> {
            for (Scenario scenario : select(connection, "WHERE number = " + number)) {
                try (Statement delete = connection.createStatement()) {
                    delete.executeUpdate("DELETE FROM public.scenario WHERE number = " + number);
                }
                journal.line(
                        connection,
                        now,
                        AuditKind.SCENARIO_DELETED,
                        scenario.dealId(),
                        Map.of("scenario", scenario.name()));
            }
            return true;
        });
    }

    /// Gives a scenario another name; all else stays.
    ///
    /// @throws IllegalArgumentException if the name is blank or taken, or the scenario is gone
    public Scenario rename(long number, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a scenario needs a name");
        }
        return journal.write((connection, now) -> {
            Scenario before = select(connection, "WHERE number = " + number).stream()
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no such scenario any more"));
            Scenario renamed = before.named(name.strip());
            if (renamed.equals(before)) {
                return before;
            }
            requireFree(renamed, select(connection, ""));
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE public.scenario SET name = ? WHERE number = ?")) {
                update.setString(1, renamed.name());
                update.setLong(2, number);
                update.executeUpdate();
            }
            journal.line(
                    connection,
                    now,
                    AuditKind.SCENARIO_RENAMED,
                    renamed.dealId(),
                    Map.of("scenario", renamed.name(), "before", before.name()));
            return renamed;
        });
    }

    private static void requireFree(Scenario wanted, List<Scenario> present) {
        if (present.stream()
                .anyMatch(one ->
                        one.dealId().equals(wanted.dealId()) && one.name().equals(wanted.name()))) {
            throw new IllegalArgumentException(
                    "%s has another scenario '%s' by now".formatted(wanted.dealId(), wanted.name()));
        }
    }

    /// Brings back a scenario that was deleted, figures and moment of saving included.
    ///
    /// @throws IllegalArgumentException if the proposal has another scenario of that name by now
    public Scenario restore(Scenario deleted) {
        return journal.write((connection, now) -> {
            List<Scenario> present = select(connection, "");
            requireFree(deleted, present);
            insert(connection, deleted);
            journal.line(
                    connection,
                    now,
                    AuditKind.SCENARIO_SAVED,
                    deleted.dealId(),
                    Map.of(
                            "scenario",
                            deleted.name(),
                            "score",
                            Double.toString(deleted.said().score()),
                            "restored",
                            "true"));
            return deleted;
        });
    }

    /// Every scenario, in the order of saving.
    public List<Scenario> all() {
        return journal.read(connection -> select(connection, ""));
    }

    /// A number that no scenario has or had: each was given one with a line of the audit log.
    private static long unused(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT 1 + GREATEST((SELECT COALESCE(MAX(number), 0) FROM public.scenario),"
                        + " (SELECT COUNT(*) FROM public.audit WHERE kind = ?))")) {
            select.setString(1, AuditKind.SCENARIO_SAVED.code());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void insert(Connection connection, Scenario scenario) throws SQLException {
        Said said = scenario.said();
        List<Object> values = List.of(
                scenario.number(),
                scenario.dealId(),
                scenario.name(),
                scenario.terms().discount().fraction(),
                scenario.terms().price().cents(),
                scenario.terms().durationDays(),
                scenario.terms().category().name(),
                scenario.startsOn(),
                said.score(),
                said.interval().low(),
                said.interval().high(),
                said.approval(),
                said.gp30().cents(),
                said.gp30Range().low().cents(),
                said.gp30Range().high().cents(),
                said.refusal(),
                scenario.modelHash(),
                scenario.dataHash(),
                scenario.savedAt());
        String places = String.join(", ", Collections.nCopies(values.size(), "?"));
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO public.scenario (%s) VALUES (%s)".formatted(COLUMNS, places))) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.executeUpdate();
        }
    }

    private static List<Scenario> select(Connection connection, String where) throws SQLException {
        List<Scenario> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT %s FROM public.scenario %s ORDER BY number".formatted(COLUMNS, where))) {
            while (row.next()) {
                all.add(read(row));
            }
        }
        return List.copyOf(all);
    }

    private static Scenario read(ResultSet row) throws SQLException {
        return new Scenario(
                row.getLong("number"),
                row.getString("deal_id"),
                row.getString("name"),
                new DealTerms(
                        new Discount(row.getDouble("discount")),
                        new Money(row.getLong("price")),
                        row.getInt("duration"),
                        new Category(row.getString("category"))),
                row.getObject("starts_on", LocalDate.class),
                new Said(
                        row.getDouble("score"),
                        new Interval(row.getDouble("score_low"), row.getDouble("score_high")),
                        row.getDouble("approval"),
                        new Money(row.getLong("gp30")),
                        new MoneyRange(new Money(row.getLong("gp30_low")), new Money(row.getLong("gp30_high"))),
                        row.getString("refusal")),
                row.getString("model_hash"),
                row.getString("data_hash"),
                row.getObject("saved_at", Instant.class));
    }
}
