package aidg.ui;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

class UiArchitectureTest {

    private static final JavaClasses UI = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("aidg.ui");

    @Test
    void viewModelsDoNotKnowNodes() {
        assertThat(UI.stream().filter(type -> type.getSimpleName().endsWith("ViewModel")))
                .as("view models there are")
                .hasSizeGreaterThanOrEqualTo(5);
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.animation..")
                .because("view models are tested without a toolkit")
                .check(UI);
    }

    @Test
    void onlyTheTaskPackageHandsWorkToThreads() {
        noClasses()
                .that()
                .resideOutsideOfPackage("aidg.ui.task")
                .should()
                .callMethod(Platform.class, "runLater", Runnable.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(CompletableFuture.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .because("tests run all work on the calling thread, through one abstraction")
                .check(UI);
    }

    @Test
    void onlyNounsAndOutcomesOfTheEngineAreSeen() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("aidg.engine..")
                                .and(
                                        describe(
                                                "are not the front door, domain or outcome records",
                                                type -> !(type.getPackageName().equals("aidg.engine")
                                                        || type.getPackageName().equals("aidg.engine.domain")
                                                        || type.getPackageName().equals("aidg.engine.whatif")
                                                        || type.getName().matches("aidg\\.engine\\.review\\..*")
                                                        || type.getName().equals("aidg.engine.audit.AuditKind")
                                                        || type.getName()
                                                                .matches(
                                                                        "aidg\\.engine\\.(explain\\.Honesty|rules\\.(Rule(Set|Conflict)?|Readable))(\\$.*)?")
                                                        || type.getName()
                                                                .matches("aidg\\.engine\\.bandit\\.GuardVerdict.*")
                                                        || type.getName()
                                                                .matches(
                                                                        "aidg\\.engine\\.marketplace\\.(ImportReport|Reject)(\\$.*)?")))))
                .because("how the engine works inside is none of the views' business")
                .check(UI);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("aidg.ui.(*)..").should().beFreeOfCycles().check(UI);
    }

    @Test
    void viewsDoNotKnowOneAnother() {
        List<String> views = List.of(
                "review",
                "session",
                "second",
                "mirror",
                "whatif",
                "scenario",
                "portfolio",
                "why",
                "similar",
                "rules",
                "data");
        for (String view : views) {
            noClasses()
                    .that()
                    .resideInAPackage("aidg.ui." + view)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(views.stream()
                            .filter(other -> !other.equals(view))
                            .map(other -> "aidg.ui." + other)
                            .toArray(String[]::new))
                    .check(UI);
        }
    }

    @Test
    void coloursAndSizesComeFromTheStyleSheet() {
        noClasses()
                .should()
                .callMethod(Node.class, "setStyle", String.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.scene.paint.Color")
                .because("a literal in a view does not follow the theme")
                .check(UI);
    }

    @Test
    void mostTypesArePackagePrivate() {
        long all = UI.stream()
                .filter(type -> !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
                .count();
        long open = UI.stream()
                .filter(type -> !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();

        assertThat((double) open / all).isLessThan(0.6);
        classes()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .notBePublic()
                .check(UI);
    }
}
