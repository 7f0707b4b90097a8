package aidg.engine.marketplace.intake;

import aidg.engine.marketplace.Reject;
import java.util.function.Supplier;

/// Passes the rows of one table to the rules and logs how each fared.
final class TableIntake implements RowVisitor {

    private final Table table;
    private final String file;
    private final RowRules rules;
    private final RejectLog log;

    /// @param file name of the file or view the rows come from
    TableIntake(Table table, String file, RowRules rules, RejectLog log) {
        this.table = table;
        this.file = file;
        this.rules = rules;
        this.log = log;
    }

    @Override
    public void row(long line, String[] values, Supplier<String> raw) {
        try {
            rules.take(new Row(table, line, values));
            log.accept(table.fileStem());
        } catch (Refusal refusal) {
            broken(line, refusal.column(), refusal.reason(), raw.get());
        }
    }

    @Override
    public void broken(long line, String column, String reason, String raw) {
        log.reject(new Reject(table.fileStem(), file, line, column, reason, raw));
    }
}
