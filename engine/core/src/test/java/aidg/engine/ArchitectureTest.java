package aidg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The rules of the house hold in the engine. That each can fail is shown in `ArchitectureRulesTest`.
class ArchitectureTest {

    static final String ENGINE = "aidg.engine";

    /// Who may use whom; the empty name is the root, the engine's front door.
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("domain", Set.of()),
            Map.entry("marketplace", Set.of("domain")),
            Map.entry("marketplace.generator", Set.of("domain", "marketplace")),
            Map.entry("marketplace.intake", Set.of("domain", "marketplace")),
            Map.entry("forecast", Set.of("domain", "marketplace")),
            Map.entry("features", Set.of("domain", "marketplace", "forecast")),
            Map.entry("scorer", Set.of("domain", "features", "encoder")),
            Map.entry("scorer.evaluation", Set.of("domain", "features", "scorer")),
            Map.entry("encoder", Set.of("domain", "marketplace", "features", "encoder.geo")),
            Map.entry("encoder.geo", Set.of("domain", "marketplace", "features")),
            Map.entry("encoder.graph", Set.of("domain", "marketplace", "encoder.geo")),
            Map.entry("encoder.text", Set.of("domain", "marketplace")),
            Map.entry("torch", Set.of("domain", "encoder", "encoder.text", "scorer", "torch.packed")),
            Map.entry("torch.packed", Set.of()),
            Map.entry("torch.encoder", Set.of("domain", "encoder", "scorer", "torch")),
            Map.entry("torch.graph", Set.of("domain", "marketplace", "encoder.graph", "torch")),
            Map.entry(
                    "models",
                    Set.of("domain", "features", "scorer", "encoder", "encoder.geo", "encoder.graph", "encoder.text")),
            Map.entry("explain", Set.of()),
            Map.entry("rules", Set.of("domain")),
            Map.entry("similar", Set.of("domain", "encoder", "torch.packed")),
            Map.entry("bandit", Set.of("domain")),
            Map.entry("whatif", Set.of("domain")),
            Map.entry(
                    "",
                    Set.of(
                            "domain",
                            "marketplace",
                            "forecast",
                            "features",
                            "scorer",
                            "scorer.evaluation",
                            "encoder",
                            "encoder.geo",
                            "encoder.graph",
                            "encoder.text",
                            "torch",
                            "torch.encoder",
                            "torch.graph",
                            "models",
                            "explain",
                            "similar",
                            "rules",
                            "bandit",
                            "whatif")),
            Map.entry("review", Set.of("", "audit", "bandit", "domain", "explain", "marketplace", "whatif")),
            Map.entry("audit", Set.of()),
            Map.entry("packet", Set.of("", "audit", "bandit", "domain", "explain", "marketplace", "models", "review")),
            Map.entry("workspace", Set.of("audit", "domain", "marketplace", "review", "whatif")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ENGINE);

    @Test
    void packagesUseOnlyWhatTheTableAllows() {
        ArchitectureRules.arrows(ENGINE, ARROWS).check(CLASSES);
    }

    @Test
    void theTableNamesExactlyThePackagesThatExist() {
        Set<String> existing = CLASSES.stream()
                .map((JavaClass type) -> ArchitectureRules.below(ENGINE, type))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(existing).containsExactlyInAnyOrderElementsOf(ARROWS.keySet());
    }

    @Test
    void packagesFormNoCycle() {
        ArchitectureRules.noCycles(ENGINE).check(CLASSES);
    }

    @Test
    void onlyTorchKnowsDjl() {
        ArchitectureRules.onlyIn(
                        ENGINE, List.of("ai.djl.."), List.of("torch.."), "one package can be swapped, eleven cannot")
                .check(CLASSES);
    }

    @Test
    void onlyTheEvaluationKnowsBoostedTrees() {
        ArchitectureRules.onlyIn(
                        ENGINE,
                        List.of("io.github.metarank..", "com.microsoft.ml.."),
                        List.of("scorer.evaluation"),
                        "LightGBM is a rival to measure against, never a part of a score")
                .check(CLASSES);
    }

    @Test
    void onlyMarketplaceAndWorkspaceSpeakSql() {
        ArchitectureRules.onlyIn(
                        ENGINE,
                        List.of("java.sql..", "javax.sql..", "org.duckdb..", "org.h2..", "org.flywaydb.."),
                        List.of("marketplace..", "workspace"),
                        "SQL is how data comes in and is kept, not how it is thought about")
                .check(CLASSES);
    }

    @Test
    void nothingKnowsTheDesktop() {
        ArchitectureRules.onlyIn(ENGINE, List.of("javafx.."), List.of(), "the engine runs without a display")
                .check(CLASSES);
    }

    @Test
    void factorsLiveAsLongAsTheirGradients() {
        ArchitectureRules.noPassingFactors(ENGINE, "AdamW").check(CLASSES);
    }

    @Test
    void noTensorLeavesItsPackage() {
        ArchitectureRules.noTensorInPublicSignatures(
                        ENGINE,
                        "AdamW",
                        "Attended",
                        "EncoderLayer",
                        "Factor",
                        "Forward",
                        "Layers",
                        "Lstm",
                        "Memory",
                        "MerchantEncoder",
                        "Projected",
                        "Safetensors",
                        "ScorerLoss",
                        "ScorerNetwork",
                        "ScoringTask",
                        "SelfAttention",
                        "Stage",
                        "Task",
                        "TorchDevice",
                        "Weights")
                .check(CLASSES);
    }

    @Test
    void nothingStaticCanChange() {
        ArchitectureRules.noStaticState(ENGINE).check(CLASSES);
    }

    @Test
    void namesSayWhatIsInside() {
        Set<String> merchantManagers = Set.of("ManagerTaste", "ManagerFeatures");

        ArchitectureRules.namesSayWhatIsInside(ENGINE, merchantManagers).check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        ArchitectureRules.packagesAreNullMarked(ENGINE).check(CLASSES);
    }

    @Test
    void mostTypesAreHidden() {
        assertThat(ArchitectureRules.publicShare(CLASSES, ENGINE))
                .as("public share of the top-level types; the aim is 0.4")
                .isLessThanOrEqualTo(0.6);
    }
}
