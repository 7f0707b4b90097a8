package aidg.app.cli;

import aidg.app.Failure;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.marketplace.generator.Generated;
import aidg.engine.marketplace.generator.MarketplaceFiles;
import aidg.engine.marketplace.generator.MarketplaceGenerator;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `workbench generate`.
@CommandLine.Command(
        name = "generate",
        description = {
            "Make a marketplace of any size from a seed.",
            "Merchants, deals with outcomes, overrides, notes and proposals. One seed and size always give the same",
            "files, byte for byte. The true probability of every deal goes to truth/truth.csv.gz, which no command",
            "but `evaluate` reads.",
            ""
        })
final class GenerateCommand extends Command {

    @Option(
            names = "--merchants",
            paramLabel = "N",
            defaultValue = "600",
            description = "How many merchants, 1 to 99,999. Default: ${DEFAULT-VALUE}.")
    private int merchants;

    @Option(
            names = "--deals-per-merchant",
            paramLabel = "N",
            defaultValue = "" + MarketplaceGenerator.DEALS_PER_MERCHANT,
            description = "Past deals per merchant on average, 1 to 1,000. Default: ${DEFAULT-VALUE}.")
    private int dealsPerMerchant;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "7",
            description = "Seed of everything random. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "New or empty folder for the files; a generated marketplace there is replaced.")
    private Path out = Path.of("");

    GenerateCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) {
        Generated generated = new MarketplaceGenerator().generate(merchants, dealsPerMerchant, seed, progress);
        return switch (MarketplaceFiles.write(generated, out, progress)) {
            case MarketplaceFiles.Written.Complete written -> {
                Marketplace marketplace = generated.marketplace();
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("folder", written.folder().toString());
                json.put("seed", seed);
                json.put("merchants", marketplace.merchants().size());
                json.put("deals", marketplace.deals().size());
                json.put("proposals", marketplace.proposals().size());
                json.put("overrides", marketplace.overrides().size());
                json.put("notes", marketplace.notes().size());
                yield Result.of(
                        json,
                        "%,d merchants, %,d past deals and %,d proposals are in %s."
                                .formatted(
                                        marketplace.merchants().size(),
                                        marketplace.deals().size(),
                                        marketplace.proposals().size(),
                                        written.folder()));
            }
            case MarketplaceFiles.Written.Refused refused ->
                throw Failure.badInput(refused.reason() + ".", out.toString(), "Name a new folder with --out.");
        };
    }
}
