package aidg.app.cli;

import aidg.app.Failure;
import aidg.app.Portfolios;
import aidg.app.Session;
import aidg.app.export.OutFile;
import aidg.app.export.PortfolioExport;
import aidg.engine.DealEngine;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.whatif.Policy;
import aidg.engine.whatif.PolicyText;
import aidg.engine.whatif.Portfolio;
import aidg.engine.whatif.Term;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `workbench portfolio`.
@CommandLine.Command(
        name = "portfolio",
        description = {
            "Put one policy on many proposals and see the totals, winners and losers.",
            "Also what the safety guard newly refuses, and what neighbours take from one another: rivals of the same",
            "category within 2 km on overlapping days. A discount policy keeps the list price, so the customer pays",
            "another price; a price policy keeps the discount, so the list price follows. Discounts stay within",
            "2 and 80 %%. Nothing is decided or changed.",
            ""
        },
        footer = {
            "",
            "Examples:  workbench portfolio --discount +5pt --city Chicago",
            "           workbench portfolio --discount max:40%% --category beauty --top 20",
            "           workbench portfolio --price -10%% --json"
        })
final class PortfolioCommand extends Command.InWorkspace {

    @Option(
            names = "--discount",
            paramLabel = "RULE",
            description = "+5pt or -5pt moves it by points, =30%% sets it, max:40%% and min:10%% limit it.")
    private @Nullable String discount;

    @Option(
            names = "--price",
            paramLabel = "RULE",
            description = "-10%% or +10%% scales it, +$5 or -$5 moves it, =$30 sets it, max:$40 and min:$10 limit it.")
    private @Nullable String price;

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many winners, losers and guard changes to list. Default: ${DEFAULT-VALUE}.")
    private int top;

    @Option(names = "--out", paramLabel = "FILE", description = "Write every deal to this file as well: .csv or .json.")
    private @Nullable Path out;

    @Mixin
    private DeviceOption device = new DeviceOption();

    PortfolioCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) throws IOException {
        Policy policy = policy();
        OutFile file = out == null ? null : new OutFile(out, PortfolioExport.ENDINGS);
        if (top < 1) {
            throw Failure.badInput("--top is %d, which shows nothing.".formatted(top), "--top", "Ask for at least 1.");
        }
        try (Session session = open(progress)) {
            Marketplace marketplace = session.marketplace(progress);
            Portfolios portfolios = new Portfolios(session, marketplace);
            List<Proposal> chosen = chosen(marketplace, portfolios);
            try (DealEngine engine = engine(session, marketplace, device.chosen(), progress)) {
                Portfolio portfolio = portfolios.run(engine, policy, chosen, progress);
                PortfolioReport report = new PortfolioReport(marketplace, portfolio, scope.words(), top);
                if (file != null) {
                    new PortfolioExport(portfolio, scope.city(), scope.category(), report::merchant, engine.modelHash())
                            .write(file);
                }
                String where = file == null ? "" : "%n%nEvery deal is in %s.".formatted(file);
                return Result.of(report.json(scope, engine.modelHash()), report.text() + where);
            }
        }
    }

    private Policy policy() {
        if ((discount == null) == (price == null)) {
            throw Failure.badInput(
                    discount == null ? "Nothing tells the policy." : "--price cannot be given beside --discount.",
                    discount == null ? "--discount" : "--price",
                    "Give one of --discount and --price, such as --discount +5pt.");
        }
        try {
            return discount == null
                    ? PolicyText.read(Term.PRICE, String.valueOf(price))
                    : PolicyText.read(Term.DISCOUNT, discount);
        } catch (IllegalArgumentException e) {
            throw Failure.badInput(
                    Sentences.of(e),
                    discount == null ? "--price" : "--discount",
                    discount == null
                            ? "Write -10%, +$5, =$30, max:$40 or min:$10."
                            : "Write +5pt, -5pt, =30%, max:40% or min:10%.");
        }
    }

    private List<Proposal> chosen(Marketplace marketplace, Portfolios portfolios) {
        List<Proposal> held = portfolios.in(scope.over(marketplace, portfolios.awaiting()));
        if (held.isEmpty()) {
            throw Failure.badInput(
                    "No proposal that awaits review is %s."
                            .formatted(scope.words().isEmpty() ? "there" : scope.words()),
                    "",
                    "Leave out one of --city, --category and --deals; `workbench queue` lists what awaits.");
        }
        return held;
    }
}
