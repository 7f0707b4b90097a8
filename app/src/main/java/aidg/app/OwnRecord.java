package aidg.app;

import aidg.engine.marketplace.Marketplace;
import aidg.engine.review.CalibrationMirror;
import java.util.List;
import java.util.Optional;

/// A manager's own record, and who of the marketplace's managers sits here. It stays in the workspace: neither the
/// session report nor a packet has it.
public final class OwnRecord {

    private static final String MANAGER = "record.manager";
    private static final int NAMED = 12;

    private final Session session;

    public OwnRecord(Session session) {
        this.session = session;
    }

    /// Who was chosen, if the marketplace still knows them.
    public Optional<String> manager(Marketplace marketplace) {
        return session.workspace().setting(MANAGER).filter(CalibrationMirror.managers(marketplace)::contains);
    }

    /// Remembers who sits here.
    ///
    /// @throws Failure if the marketplace has no such manager
    public void choose(Marketplace marketplace, String manager) {
        check(marketplace, manager);
        session.workspace().setting(MANAGER, manager);
    }

    /// What became of a manager's decisions.
    ///
    /// @throws Failure if the marketplace has no such manager
    public CalibrationMirror of(Marketplace marketplace, String manager) {
        check(marketplace, manager);
        return CalibrationMirror.of(marketplace, manager);
    }

    private static void check(Marketplace marketplace, String manager) {
        List<String> managers = CalibrationMirror.managers(marketplace);
        if (!managers.contains(manager)) {
            throw Failure.badInput(
                    "The data has no override by a manager '%s'.".formatted(manager), "--manager", known(managers));
        }
    }

    /// Who there is, for people.
    public static String known(List<String> managers) {
        if (managers.isEmpty()) {
            return "No override in the data names its manager; import some that do.";
        }
        String names = String.join(", ", managers.stream().limit(NAMED).toList());
        return managers.size() <= NAMED
                ? "One of: %s.".formatted(names)
                : "One of: %s and %,d more.".formatted(names, managers.size() - NAMED);
    }
}
