package aidg.app.cli;

import java.nio.file.Path;
import java.util.List;

/// A generated marketplace of 40 merchants with 30 deals each, and a workspace that holds it.
///
/// @param folder    its tables, with the truth beside them
/// @param workspace holds it, with the model that ships
record SmallMarketplace(Shell shell, Path folder, Path workspace) {

    static SmallMarketplace in(Path temporary) {
        Shell shell = new Shell(temporary.resolve("home"));
        Path folder = temporary.resolve("small");
        Path workspace = temporary.resolve("w");
        shell.run("generate", "--json", "--merchants", "40", "--deals-per-merchant", "30", "--out", folder.toString())
                .done();
        shell.in(workspace, "import", "--json", "--from", folder.toString()).done();
        return new SmallMarketplace(shell, folder, workspace);
    }

    Shell.Ran run(String... call) {
        return shell.in(workspace, call);
    }

    /// Id of the proposal at a rank of the queue, from 0.
    String proposal(int rank) {
        return run("queue", "--json", "--top", "100")
                .done()
                .get("proposals")
                .get(rank)
                .get("dealId")
                .asString();
    }

    /// Id of some merchant.
    String merchant() {
        return run("queue", "--json", "--top", "1")
                .done()
                .get("proposals")
                .get(0)
                .get("merchantId")
                .asString();
    }

    /// Ids of the proposals that await review, most worth a look first.
    List<String> queued() {
        return run("queue", "--json", "--top", "1000")
                .done()
                .get("proposals")
                .valueStream()
                .map(row -> row.get("dealId").asString())
                .toList();
    }
}
