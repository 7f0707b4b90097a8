package aidg.engine.marketplace.intake;

/// Ends an import early: nothing can be made of the source. Becomes an `ImportResult.Unusable`.
final class Unfit extends Exception {

    private static final long serialVersionUID = 1;

    private final String where;
    private final String fix;

    /// @param reason what is wrong
    /// @param where  the file or folder, with the line where there is one
    /// @param fix    what to do next
    Unfit(String reason, String where, String fix) {
        super(reason, null, false, false);
        this.where = where;
        this.fix = fix;
    }

    ImportResult.Unusable result(RejectLog log) {
        return new ImportResult.Unusable(String.valueOf(getMessage()), where, fix, log.rejects());
    }
}
