package aidg.app.cli;

import aidg.app.Failure;
import aidg.app.Session;
import aidg.engine.DealEngine;
import aidg.engine.SimilarMerchant;
import aidg.engine.SimilarMerchants;
import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.similar.PrototypicalMemory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `workbench similar`.
@CommandLine.Command(
        name = "similar",
        description = {
            "List the merchants most like one: what they offered, what came of it, and what differs.",
            "They are the nearest of up to 100 prototypes of the category, by the cosine of the model's profiles;",
            "these are kept for 24 hours.",
            ""
        },
        footer = {"", "Example:  workbench similar --deal D030067"})
final class SimilarCommand extends Command.InWorkspace {

    @Option(names = "--merchant", paramLabel = "ID", description = "Whom to compare.")
    private @Nullable String merchant;

    @Option(
            names = "--deal",
            paramLabel = "ID",
            description = "A proposal: its merchant is compared, and what differs is told against its terms.")
    private @Nullable String deal;

    @Option(
            names = "--category",
            paramLabel = "C",
            description = "Look among the merchants of this category. Default: the merchant's own.")
    private @Nullable String category;

    @Option(
            names = "--refresh",
            description = "Choose the prototypes anew, even if they are younger than 24 hours; may be given alone.")
    private boolean refresh;

    SimilarCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) {
        boolean onlyRefresh = refresh && merchant == null && deal == null && category == null;
        if (!onlyRefresh && (merchant == null) == (deal == null)) {
            throw Failure.badInput(
                    merchant == null ? "Nothing tells whom to compare." : "--deal tells the merchant already.",
                    "--merchant",
                    "Give either --merchant ID or --deal ID.");
        }
        try (Session session = open(progress)) {
            Marketplace marketplace = session.marketplace(progress);
            if (onlyRefresh) {
                try (DealEngine engine = engine(session, marketplace, Device.CPU, progress)) {
                    return refreshed(engine.refreshPrototypes(now(), progress));
                }
            }
            Proposal proposal = deal == null ? null : ScoreCommand.proposal(marketplace, deal);
            String id = proposal == null
                    ? ScoreCommand.merchant(marketplace, String.valueOf(merchant))
                            .id()
                    : proposal.merchantId();
            DealTerms terms = proposal == null ? null : proposal.terms();
            try (DealEngine engine = engine(session, marketplace, Device.CPU, progress)) {
                if (refresh) {
                    engine.refreshPrototypes(now(), progress);
                }
                SimilarMerchants found =
                        engine.similar(id, category == null ? null : new Category(category), terms, now(), progress);
                return Result.of(json(found, marketplace), text(found, marketplace));
            }
        }
    }

    private Instant now() {
        return surroundings().clock().instant();
    }

    private static Result refreshed(PrototypicalMemory.Choice choice) {
        Map<String, Integer> prototypes = new LinkedHashMap<>();
        choice.byCategory().forEach((category, ids) -> prototypes.put(category.name(), ids.size()));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("prototypesOf", choice.madeAt().toString());
        json.put("prototypes", prototypes);
        int sum = prototypes.values().stream().mapToInt(Integer::intValue).sum();
        return Result.of(json, "%,d prototypes of %,d categories were chosen anew.".formatted(sum, prototypes.size()));
    }

    static Map<String, @Nullable Object> json(SimilarMerchants found, Marketplace marketplace) {
        List<Map<String, @Nullable Object>> neighbours = new ArrayList<>();
        for (SimilarMerchant one : found.neighbours()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("merchantId", one.merchant().id());
            row.put("merchant", one.merchant().name());
            row.put("city", one.city().name());
            row.put("cosine", one.cosine());
            row.put("maturedDeals", one.matured());
            row.put("reachedBaseline", one.reached());
            Deal latest = one.latest();
            row.put("offered", latest == null ? null : latest.terms());
            row.put("gp30", gp30(latest, marketplace));
            row.put("baselineGp30", latest == null ? null : latest.baselineGp30());
            row.put("differs", one.differs());
            neighbours.add(row);
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("merchantId", found.merchant().id());
        json.put("category", found.category().name());
        json.put("neighbours", neighbours);
        json.put("notice", found.notice());
        json.put("prototypesOf", found.builtAt().toString());
        return json;
    }

    private static @Nullable Object gp30(@Nullable Deal deal, Marketplace marketplace) {
        DealOutcome outcome = deal == null ? null : deal.outcomeOn(marketplace.asOf());
        return outcome == null ? null : outcome.gp30();
    }

    static String text(SimilarMerchants found, Marketplace marketplace) {
        StringBuilder text = new StringBuilder("Merchants like %s%n%-26s %7s %-22s %10s %-14s %9s  %s%n"
                .formatted(
                        found.merchant().name(),
                        "",
                        "cosine",
                        "last offered",
                        "GP30",
                        "baseline",
                        "reached",
                        "what differs"));
        for (SimilarMerchant one : found.neighbours()) {
            text.append(line(one, marketplace));
        }
        if (!found.notice().isEmpty()) {
            text.append(found.notice());
        }
        return text.toString().stripTrailing();
    }

    private static String line(SimilarMerchant one, Marketplace marketplace) {
        Deal latest = one.latest();
        DealOutcome outcome = latest == null ? null : latest.outcomeOn(marketplace.asOf());
        String name = one.merchant().name();
        return String.format(
                Locale.ROOT,
                "%-26s %7.2f %-22s %10s %-14s %4d of %2d  %s%n",
                name.length() <= 26 ? name : name.substring(0, 25) + "…",
                one.cosine(),
                latest == null ? "nothing yet" : terms(latest.terms()),
                outcome == null ? "" : Sentences.dollars(outcome.gp30()),
                outcome == null || latest == null ? "" : against(latest, outcome),
                one.reached(),
                one.matured(),
                String.join("; ", one.differs()));
    }

    private static String terms(DealTerms terms) {
        return String.format(
                Locale.ROOT,
                "%.0f%%, $%,.0f, %d days",
                terms.discount().percent(),
                terms.price().amount(),
                terms.durationDays());
    }

    private static String against(Deal deal, DealOutcome outcome) {
        double baseline = deal.baselineGp30().amount();
        if (baseline <= 0) {
            return "none";
        }
        double over = 100 * (outcome.gp30().amount() / baseline - 1);
        return String.format(Locale.ROOT, "%.0f%% %s", Math.abs(over), over >= 0 ? "over" : "under");
    }
}
