package aidg.ui.shell.opening;

import aidg.engine.domain.Progress;
import aidg.engine.whatif.Policy;
import aidg.engine.whatif.Scope;
import aidg.ui.portfolio.PortfolioDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/// A desk of its kind that opens on first use.
///
/// @param desk opens it, or gives what is open
record OpeningPortfolioDesk(Callable<PortfolioDesk> desk) implements PortfolioDesk {

    @Override
    public List<Group> open() throws Exception {
        return desk.call().open();
    }

    @Override
    public Result run(Policy policy, Scope scope, String where, Progress progress) throws Exception {
        return desk.call().run(policy, scope, where, progress);
    }

    @Override
    public void export(Result result, Path file) throws Exception {
        desk.call().export(result, file);
    }
}
