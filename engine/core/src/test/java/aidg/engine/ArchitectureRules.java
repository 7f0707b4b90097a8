package aidg.engine;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.lang.reflect.Field;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullMarked;

/// The house rules as ArchUnit rules. `root` is the package under which a rule holds, so that a test can point
/// the same
/// rule at planted violations.
final class ArchitectureRules {

    private static final Set<String> EMPTY_WORDS =
            Set.of("util", "utils", "common", "impl", "manager", "helper", "service");

    private ArchitectureRules() {}

    /// The package name below `root`: empty for the root itself.
    static String below(String root, JavaClass type) {
        String name = type.getPackageName();
        return name.equals(root) ? "" : name.substring(root.length() + 1);
    }

    private static boolean isInside(String root, JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    /// Every arrow between packages stands in `table`: package to the packages that it may use.
    static ArchRule arrows(String root, Map<String, Set<String>> table) {
        ArchCondition<JavaClass> onlyUse = new ArchCondition<>("only use the packages that the table allows") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String from = below(root, type);
                if (!table.containsKey(from)) {
                    events.add(SimpleConditionEvent.violated(type, "package '%s' is not in the table".formatted(from)));
                    return;
                }
                type.getDirectDependenciesFromSelf().stream()
                        .filter(d -> isInside(root, d.getTargetClass()))
                        .forEach(dependency -> {
                            String to = below(root, dependency.getTargetClass());
                            boolean allowed = to.equals(from) || table.get(from).contains(to);
                            events.add(new SimpleConditionEvent(type, allowed, dependency.getDescription()));
                        });
            }
        };
        return ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(root + "..")
                .should(onlyUse)
                .because("a new arrow between packages is a decision: make it in the table, not by an import");
    }

    static ArchRule noCycles(String root) {
        SliceAssignment packages = new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return isInside(root, type) ? SliceIdentifier.of("." + below(root, type)) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
        return SlicesRuleDefinition.slices()
                .assignedFrom(packages)
                .should()
                .beFreeOfCycles()
                .because("a package that depends on itself around a corner cannot be read or changed alone");
    }

    /// Libraries of one kind are known to some packages only.
    static ArchRule onlyIn(String root, List<String> libraries, List<String> packages, String reason) {
        String[] allowed = packages.stream().map(name -> root + "." + name).toArray(String[]::new);
        return ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries.toArray(String[]::new))
                .because(reason);
    }

    /// Where gradients are taken, factors live as long as they do.
    static ArchRule noPassingFactors(String root, String... without) {
        DescribedPredicate<JavaCall<?>> passing = new DescribedPredicate<>("multiply or divide a tensor by a number") {
            @Override
            public boolean test(JavaCall<?> call) {
                List<JavaClass> parameters = call.getTarget().getRawParameterTypes();
                return call.getTargetOwner().isAssignableTo("ai.djl.ndarray.NDArray")
                        && Set.of("mul", "div", "pow").contains(call.getName())
                        && parameters.size() == 1
                        && parameters.getFirst().isEquivalentTo(Number.class);
            }
        };
        return ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and(DescribedPredicate.not(new DescribedPredicate<>("take no gradient") {
                    @Override
                    public boolean test(JavaClass type) {
                        return Set.of(without).contains(type.getSimpleName());
                    }
                }))
                .should()
                .callCodeUnitWhere(passing)
                .because("DJL frees such a factor before the gradient has used it");
    }

    /// Nothing that other packages can call takes or gives a tensor.
    ///
    /// @param shared simple names of what the packages that know tensors share among themselves
    static ArchRule noTensorInPublicSignatures(String root, String... shared) {
        ArchCondition<JavaCodeUnit> condition = new ArchCondition<>("name no tensor in the signature") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                List<JavaClass> types = new ArrayList<>(unit.getRawParameterTypes());
                types.add(unit.getRawReturnType());
                boolean clean =
                        types.stream().noneMatch(type -> type.getPackageName().startsWith("ai.djl.ndarray"));
                events.add(new SimpleConditionEvent(unit, clean, unit.getFullName()));
            }
        };
        return ArchRuleDefinition.codeUnits()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(new DescribedPredicate<>("are public in " + root) {
                    @Override
                    public boolean test(JavaClass type) {
                        return isInside(root, type)
                                && type.getModifiers().contains(JavaModifier.PUBLIC)
                                && !Set.of(shared).contains(type.getSimpleName());
                    }
                })
                .should(condition)
                .because("tensors have owners and native memory: records in, records out");
    }

    static ArchRule noStaticState(String root) {
        ArchCondition<JavaField> condition = new ArchCondition<>("not hold state that can change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                String why = whyMutable(field);
                events.add(new SimpleConditionEvent(field, why.isEmpty(), field.getFullName() + " " + why));
            }
        };
        return ArchRuleDefinition.fields()
                .that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should(condition)
                .because(
                        "clocks, random generators and ids are passed in, so that two runs give the same and tests need"
                                + " no order")
                .allowEmptyShould(true);
    }

    private static String whyMutable(JavaField field) {
        if (field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
            return "";
        }
        if (!field.getModifiers().contains(JavaModifier.FINAL)) {
            return "is static and not final";
        }
        JavaClass type = field.getRawType();
        if (type.isAssignableTo(RandomGenerator.class) || type.isAssignableTo(Clock.class)) {
            return "is a generator or a clock";
        }
        if (type.getPackageName().equals("java.util.concurrent.atomic") || type.isAssignableTo(ThreadLocal.class)) {
            return "changes";
        }
        boolean collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
        return collection && !isUnmodifiable(field.reflect()) ? "is a collection that can change" : "";
    }

    /// Whether the collection in a static field is one of the JDK's unmodifiable ones.
    private static boolean isUnmodifiable(Field field) {
        try {
            field.setAccessible(true);
            Object value = field.get(null);
            String form = value == null ? "" : value.getClass().getName();
            return form.startsWith("java.util.ImmutableCollections$")
                    || form.startsWith("java.util.Collections$Unmodifiable");
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot look into " + field, e);
        }
    }

    /// @param businessWords simple names in which such a word means a person or thing of the business
    static ArchRule namesSayWhatIsInside(String root, Set<String> businessWords) {
        ArchCondition<JavaClass> condition = new ArchCondition<>("have a name that says what is inside") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String[] segments = below(root, type).split("\\.");
                boolean room = Arrays.stream(segments).noneMatch(EMPTY_WORDS::contains);
                String[] words = type.getSimpleName().split("(?<=[a-z0-9])(?=[A-Z])");
                boolean name = businessWords.contains(type.getSimpleName())
                        || Arrays.stream(words)
                                .map(w -> w.toLowerCase(Locale.ROOT))
                                .noneMatch(EMPTY_WORDS::contains);
                events.add(new SimpleConditionEvent(type, room && name, type.getName() + " says nothing"));
            }
        };
        return ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(root + "..")
                .should(condition)
                .because("a newcomer looks for what a thing does; Util and Manager do everything and nothing");
    }

    static ArchRule packagesAreNullMarked(String root) {
        ArchCondition<JavaClass> condition = new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(
                        new SimpleConditionEvent(type, marked, "package of " + type.getName() + " has no @NullMarked"));
            }
        };
        return ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(root + "..")
                .should(condition)
                .because("what may be null is part of every signature");
    }

    /// Share of top-level types that are public, 0..1.
    static double publicShare(JavaClasses classes, String root) {
        List<JavaClass> types = classes.stream()
                .filter(type -> isInside(root, type) && type.isTopLevelClass())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();
        long open = types.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        return (double) open / types.size();
    }
}
