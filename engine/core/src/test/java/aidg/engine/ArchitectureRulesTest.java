package aidg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each rule of `ArchitectureTest` reports the violation that is planted for it in `aidg.planted`.
class ArchitectureRulesTest {

    private static final String PLANTED = "aidg.planted";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(PLANTED);

    @TempDir
    Path folder;

    private static void assertReports(ArchRule rule, JavaClasses classes, String... offenders) {
        EvaluationResult result = rule.evaluate(classes);
        assertThat(result.hasViolation()).isTrue();
        assertThat(String.join("\n", result.getFailureReport().getDetails())).contains(offenders);
    }

    /// A class that no source here may hold: one with a field of `fieldType`.
    private JavaClasses classWithField(String name, String fieldType) throws IOException {
        byte[] bytes = ClassFile.of()
                .build(ClassDesc.of(name), builder -> builder.withField("held", ClassDesc.of(fieldType), 0));
        Path file = folder.resolve(name.replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return new ClassFileImporter().importPath(folder);
    }

    @Test
    void anArrowThatTheTableLacksIsReported() {
        Map<String, Set<String>> table = Map.of("domain", Set.of(), "features", Set.of("domain"));
        JavaClasses two = new ClassFileImporter().importPackages(PLANTED + ".domain", PLANTED + ".features");

        assertReports(ArchitectureRules.arrows(PLANTED, table), two, "planted.domain.Noun", "planted.features.Fact");
        assertThat(ArchitectureRules.arrows(PLANTED, Map.of("domain", Set.of("features"), "features", Set.of("domain")))
                        .evaluate(two)
                        .hasViolation())
                .isFalse();
    }

    @Test
    void aPackageThatTheTableLacksIsReported() {
        assertReports(
                ArchitectureRules.arrows(PLANTED, Map.of("domain", Set.of("features"))),
                CLASSES,
                "package 'torch' is not in the table");
    }

    @Test
    void aCycleIsReported() {
        assertReports(ArchitectureRules.noCycles(PLANTED), CLASSES, "ring.left", "ring.right");
    }

    @Test
    void tensorsSqlAndBoostedTreesInTheWrongPackageAreReported() {
        assertReports(
                ArchitectureRules.onlyIn(PLANTED, List.of("ai.djl.."), List.of("torch"), "planted"),
                CLASSES,
                "planted.features.Fact");
        assertReports(
                ArchitectureRules.onlyIn(PLANTED, List.of("java.sql.."), List.of("marketplace.."), "planted"),
                CLASSES,
                "planted.features.Fact");
        assertReports(
                ArchitectureRules.onlyIn(
                        PLANTED, List.of("io.github.metarank.."), List.of("scorer.evaluation"), "planted"),
                CLASSES,
                "planted.features.Fact");
    }

    @Test
    void aDesktopClassIsReported() throws IOException {
        JavaClasses window = classWithField(PLANTED + ".Window", "javafx.scene.Node");

        assertReports(
                ArchitectureRules.onlyIn(PLANTED, List.of("javafx.."), List.of(), "planted"), window, "planted.Window");
    }

    @Test
    void aTensorInAPublicSignatureIsReportedAndAHiddenOneIsNot() {
        ArchRule rule = ArchitectureRules.noTensorInPublicSignatures(PLANTED);

        assertReports(rule, CLASSES, "planted.torch.Leak.open");
        assertThat(rule.evaluate(CLASSES).getFailureReport().getDetails()).noneMatch(line -> line.contains("hidden"));
    }

    @Test
    void aPassingFactorIsReportedAndAKeptOneIsNot() {
        ArchRule rule = ArchitectureRules.noPassingFactors(PLANTED);

        assertReports(rule, CLASSES, "planted.torch.Leak.passing");
        assertThat(rule.evaluate(CLASSES).getFailureReport().getDetails()).noneMatch(line -> line.contains("kept"));
    }

    @Test
    void staticStateIsReportedAndConstantsAreNot() {
        ArchRule rule = ArchitectureRules.noStaticState(PLANTED);

        assertReports(
                rule,
                CLASSES,
                "State.counter is static and not final",
                "State.SEEN is a collection that can change",
                "State.DRAWS is a generator or a clock",
                "State.NOW is a generator or a clock",
                "State.NEXT changes");
        assertThat(rule.evaluate(CLASSES).getFailureReport().getDetails()).noneMatch(line -> line.contains("WORDS"));
    }

    @Test
    void emptyNamesAreReportedUnlessTheyAreBusinessWords() {
        ArchRule rule = ArchitectureRules.namesSayWhatIsInside(PLANTED, Set.of("ManagerHoliday"));

        assertReports(rule, CLASSES, "util.Tools", "DealManager", "FactHelper");
        assertThat(rule.evaluate(CLASSES).getFailureReport().getDetails()).noneMatch(line -> line.contains("Holiday"));
    }

    @Test
    void aPackageWithoutNullMarkingIsReported() throws IOException {
        JavaClasses bare = classWithField("aidg.bare.Thing", "java.lang.String");

        assertReports(ArchitectureRules.packagesAreNullMarked("aidg.bare"), bare, "aidg.bare.Thing");
    }

    @Test
    void openTypesAreCounted() {
        JavaClasses torch = new ClassFileImporter().importPackages(PLANTED + ".torch");

        assertThat(ArchitectureRules.publicShare(torch, PLANTED)).isEqualTo(0.5);
    }
}
