package aidg.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Rules of the house, with their reasons.
final class AppArchitectureTest {

    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("aidg.app", "aidg.ui", "aidg.engine");

    @Test
    void onlyTheEntriesPrintToTheProcess() {
        noClasses()
                .that()
                .resideInAPackage("aidg.app..")
                .and()
                .doNotHaveSimpleName("Main")
                .and()
                .haveSimpleNameNotEndingWith("Probe")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("results and errors go through the command's writers, which tests replace")
                .check(product);
    }

    @Test
    void onlyTheCommandLineKnowsItsParser() {
        noClasses()
                .that()
                .resideOutsideOfPackage("aidg.app.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .because("the parser can be changed in one package")
                .check(product);
    }

    @Test
    void theWindowNeverSeesTheEnginesInside() {
        noClasses()
                .that()
                .resideInAPackage("aidg.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "aidg.engine.torch..",
                        "aidg.engine.workspace..",
                        "aidg.engine.marketplace.intake..",
                        "ai.djl..")
                .because("views speak to ports, which the app fills")
                .check(product);
    }

    @Test
    void nothingBelowKnowsTheApp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("aidg.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("aidg.app..")
                .because("the arrows go from the app to the window to the engine")
                .check(product);
    }

    @Test
    void commandsAreHiddenBehindTheLine() {
        classes()
                .that()
                .resideInAPackage("aidg.app.cli..")
                .and()
                .haveSimpleNameEndingWith("Command")
                .and()
                .doNotHaveSimpleName("Command")
                .should()
                .bePackagePrivate()
                .because("`WorkbenchLine` is the only way in")
                .check(product);
    }
}
