package aidg.engine.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aidg.engine.review.Decision;
import aidg.engine.review.Decision.Approved;
import aidg.engine.review.Decision.Withdrawn;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DecisionLogTest {

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void decideTwice() {
        workspace = Workspaces.open(folder);
        workspace.append("d1", new Approved(), 0.5, "hash");
        workspace.append("d2", new Approved(), 0.5, "hash");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE decision SET score = 1 WHERE sequence = 1",
                "UPDATE decision SET sequence = 7 WHERE sequence = 2",
                "DELETE FROM decision",
                "DELETE FROM decision WHERE sequence = 2",
                "TRUNCATE TABLE decision",
                "MERGE INTO decision (sequence, deal_id, made_at, score, model_hash, verdict) KEY (sequence)"
                        + " VALUES (1, 'd9', NOW(), 0.5, 'hash', 'APPROVED')",
                "INSERT INTO decision (sequence, deal_id, made_at, score, model_hash, verdict)"
                        + " VALUES (4, 'd9', NOW(), 0.5, 'hash', 'APPROVED')",
                "INSERT INTO decision (sequence, deal_id, made_at, score, model_hash, verdict)"
                        + " VALUES (2, 'd9', NOW(), 0.5, 'hash', 'APPROVED')",
                "INSERT INTO decision (sequence, deal_id, made_at, score, model_hash, verdict)"
                        + " VALUES (3, 'd9', NOW(), 1.5, 'hash', 'APPROVED')",
                "INSERT INTO decision (sequence, deal_id, made_at, score, model_hash, verdict)"
                        + " VALUES (3, 'd9', NOW(), 0.5, 'hash', 'WITHDRAWN')",
            })
    void theDatabaseItselfRefusesToChangeTheLog(String statement) throws SQLException {
        List<Decision> before = workspace.decisions();
        try (Connection connection = workspace.database().connect();
                Statement sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement)).isInstanceOf(SQLException.class);
        }
        assertThat(workspace.decisions()).isEqualTo(before).hasSize(2);
    }

    @Test
    void theDatabaseTakesTheNextLine() throws SQLException {
        try (Connection connection = workspace.database().connect();
                Statement sql = connection.createStatement()) {
            sql.execute("INSERT INTO decision (sequence, deal_id, made_at, score, model_hash, verdict)"
                    + " VALUES (3, 'd9', NOW(), 0.5, 'hash', 'APPROVED')");
        }
        assertThat(workspace.decisions()).extracting(Decision::dealId).containsExactly("d1", "d2", "d9");
    }

    @Test
    void aDecisionThatDoesNotExistCannotBeWithdrawn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workspace.append("d1", new Withdrawn(9), 0.5, "hash"))
                .withMessageContaining("no decision 9");
    }

    @Test
    void aDecisionIsWithdrawnOnlyOnce() {
        workspace.append("d1", new Withdrawn(1), 0.5, "hash");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workspace.append("d1", new Withdrawn(1), 0.5, "hash"))
                .withMessageContaining("decision 1 is already withdrawn");
    }

    @Test
    void aWithdrawalCannotBeWithdrawn() {
        workspace.append("d1", new Withdrawn(1), 0.5, "hash");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workspace.append("d1", new Withdrawn(3), 0.5, "hash"))
                .withMessageContaining("decision 3 is itself a withdrawal");
    }

    @Test
    void aDecisionOnAnotherDealCannotBeWithdrawn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workspace.append("d1", new Withdrawn(2), 0.5, "hash"))
                .withMessageContaining("decision 2 is about deal d2");
    }

    @Test
    void aRefusedDecisionLeavesNoGap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workspace.append("d1", new Approved(), Double.NaN, "hash"))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> workspace.append("d1", new Withdrawn(3), 0.5, "hash"));
        assertThat(workspace.append("d3", new Approved(), 0.5, "hash").sequence())
                .isEqualTo(3);
    }
}
