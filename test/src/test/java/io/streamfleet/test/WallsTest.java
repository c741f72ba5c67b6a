package io.streamfleet.test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the walls between packages on the bytecode: who may know whom, and what others may see. */
class WallsTest {
    private static final String CORE = "io.streamfleet.core";

    /** What is there in every package of core, and what else of core it may know. */
    private static final Map<String, List<String>> CORE_PACKAGES = corePackages();

    private static Map<String, List<String>> corePackages() {
        Map<String, List<String>> packages = new LinkedHashMap<>();
        packages.put("", List.of());
        packages.put("value", List.of(""));
        packages.put("shape", List.of("", "value"));
        packages.put("spec", List.of("", "value", "shape"));
        packages.put("paths", List.of("", "value", "shape", "spec"));
        packages.put("nodes", List.of("", "value", "spec"));
        packages.put("boot", List.of("", "value", "spec"));
        packages.put("plan", List.of("", "value", "spec", "paths", "boot"));
        packages.put("construct", List.of("", "value", "shape", "spec", "nodes", "plan"));
        packages.put("rules", List.of("", "value", "spec", "boot", "plan", "nodes"));
        packages.put("reader", List.of("", "value", "shape", "spec", "rules"));
        return packages;
    }

    /** What each module may know beside itself and the JDK: no cloud knows another, nor the command line. */
    private static final Map<String, List<String>> MODULES = modules();

    private static Map<String, List<String>> modules() {
        String core = CORE + "..";
        String terraform = "io.streamfleet.terraform..";
        String jackson = "com.fasterxml.jackson..";
        String records = "io.soabase.recordbuilder.core..";
        List<String> jsii = List.of("software.amazon.jsii..", "software.constructs..");
        List<String> construct = all(List.of(core, jackson, records), jsii);
        List<String> onTerraform = all(construct, List.of(terraform, "com.hashicorp.cdktf"));
        String providers = "com.hashicorp.cdktf.providers.";
        Map<String, List<String>> modules = new LinkedHashMap<>();
        modules.put(CORE, List.of(jackson, records, "org.snakeyaml.engine..", "org.tukaani.xz.."));
        modules.put("io.streamfleet.aws", all(construct, List.of("software.amazon.awscdk..")));
        modules.put("io.streamfleet.terraform", all(jsii, List.of(core, "com.hashicorp.cdktf")));
        modules.put("io.streamfleet.google", all(onTerraform, List.of(providers + "google..")));
        modules.put("io.streamfleet.azure", all(onTerraform, List.of(providers + "azurerm..", providers + "time..")));
        modules.put("io.streamfleet.streammanager", List.of(jackson, records, "javax.net.ssl.."));
        return modules;
    }

    private static List<String> all(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    @Test
    @DisplayName("core: every package has its place in the order")
    void core_itsPackages_areThoseOfTheOrder() {
        var found = Code.classes().stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.equals(CORE) || name.startsWith(CORE + "."))
                .map(name -> name.equals(CORE) ? "" : name.substring(CORE.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found)
                .as("packages of core; a new one needs a line in WallsTest that says what it may know")
                .isEqualTo(new TreeSet<>(CORE_PACKAGES.keySet()));
    }

    @TestFactory
    @DisplayName("core: a package knows only those below it")
    Stream<DynamicTest> corePackage_whatItKnows_isBelowIt() {
        return CORE_PACKAGES.keySet().stream()
                .map(name -> DynamicTest.dynamicTest(
                        corePackage(name), () -> checkKnowsOnly(name, CORE_PACKAGES.get(name))));
    }

    private static void checkKnowsOnly(String name, List<String> below) {
        List<String> allowed = Stream.concat(Stream.of(name), below.stream())
                .map(WallsTest::corePackage)
                .toList();
        classes()
                .that()
                .resideInAPackage(corePackage(name))
                .should()
                .onlyDependOnClassesThat(describe(
                        "are of " + allowed + " or of no package of the project",
                        known -> !known.getPackageName().startsWith("io.streamfleet")
                                || allowed.contains(known.getPackageName())))
                .check(Code.classes());
    }

    private static String corePackage(String name) {
        return name.isEmpty() ? CORE : CORE + "." + name;
    }

    @Test
    @DisplayName("core: only boot packs files, only shape reads YAML")
    void core_oneUseLibraries_stayInTheirPackage() {
        noClasses()
                .that()
                .resideInAPackage(CORE + "..")
                .and()
                .resideOutsideOfPackage(CORE + ".boot")
                .should()
                .dependOnClassesThat(resideInAPackage("org.tukaani.."))
                .check(Code.classes());
        noClasses()
                .that()
                .resideInAPackage("io.streamfleet..")
                .and()
                .resideOutsideOfPackage(CORE + ".shape")
                .should()
                .dependOnClassesThat(resideInAPackage("org.snakeyaml.."))
                .check(Code.classes());
    }

    @TestFactory
    @DisplayName("a module knows itself, the JDK and what is named here")
    Stream<DynamicTest> module_whatItKnows_isNamed() {
        return MODULES.entrySet().stream()
                .map(module -> DynamicTest.dynamicTest(module.getKey(), () -> classes()
                        .that()
                        .resideInAPackage(module.getKey() + "..")
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(
                                Stream.concat(Stream.of("java..", module.getKey() + ".."), module.getValue().stream())
                                        .toArray(String[]::new)))
                        .check(Code.classes())));
    }

    @Test
    @DisplayName("cdktf: known where Terraform is written alone, so that the move to its continuation is a rename")
    void cdktf_whoKnowsIt_isTerraformAndItsClouds() {
        noClasses()
                .that()
                .resideInAPackage("io.streamfleet..")
                .and()
                .resideOutsideOfPackages(
                        "io.streamfleet.terraform..", "io.streamfleet.google..", "io.streamfleet.azure..")
                .should()
                // The libraries themselves are loaded ahead of who uses them.
                .dependOnClassesThat(describe(
                        "are cdktf's or a provider's, but for their $Module",
                        type -> type.getPackageName().startsWith("com.hashicorp")
                                && !type.getName().endsWith(".$Module")))
                .check(Code.classes());
    }

    @Test
    @DisplayName("clouds: know of descriptions what they say, not how they are read")
    void clouds_core_isUsedWithoutReaderAndRules() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.streamfleet.aws..",
                        "io.streamfleet.terraform..",
                        "io.streamfleet.google..",
                        "io.streamfleet.azure..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(CORE + ".reader..", CORE + ".rules.."))
                .check(Code.classes());
    }

    @Test
    @DisplayName("stacks: what speaks with Stream Managers starts without the CDK")
    void stacks_nodes_knowNoCdk() {
        noClasses()
                .that()
                .resideInAPackage("io.streamfleet.stacks.nodes..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.streamfleet.aws..", "io.streamfleet.stacks.synth..", "software.amazon.."))
                .check(Code.classes());
    }

    @Test
    @DisplayName("stacks: nobody knows it, and it shows Main alone")
    void stacks_whatOthersSee_isMainAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.streamfleet.stacks..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.streamfleet.stacks.."))
                .check(Code.classes());
        assertThat(publicTypes("io.streamfleet.stacks")).containsExactly("Main");
    }

    @Test
    @DisplayName("no cycle between packages")
    void packages_together_haveNoCycle() {
        slices().matching("io.streamfleet.(**)").should().beFreeOfCycles().check(Code.classes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.streamfleet.aws", "io.streamfleet.google", "io.streamfleet.azure"})
    @DisplayName("clouds: a construct is public and final, and takes (scope, id, props)")
    void clouds_constructs_takeScopeIdAndProps(String cloud) {
        List<JavaClass> constructs = Code.classes().stream()
                .filter(type -> type.getPackageName().equals(cloud))
                .filter(type -> type.isAssignableTo("software.constructs.Construct"))
                .filter(type -> !type.isInterface() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .toList();

        assertThat(constructs).isNotEmpty().allSatisfy(type -> {
            assertThat(type.getModifiers()).as(type.getSimpleName()).contains(JavaModifier.FINAL);
            assertThat(type.getConstructors()).as(type.getSimpleName()).allSatisfy(constructor -> {
                if (constructor.getModifiers().contains(JavaModifier.PUBLIC)) {
                    List<JavaClass> parameters = constructor.getRawParameterTypes();
                    assertThat(parameters).hasSizeBetween(2, 3);
                    assertThat(parameters.get(0).getName()).isEqualTo("software.constructs.Construct");
                    assertThat(parameters.get(1).getName()).isEqualTo("java.lang.String");
                }
            });
        });
    }

    @Test
    @DisplayName("rules: nobody outside knows a single rule")
    void rules_whatOthersKnow_areTheRulesTogether() {
        noClasses()
                .that()
                .resideOutsideOfPackage(CORE + ".rules")
                .should()
                .dependOnClassesThat(describe(
                        "are single rules",
                        type -> type.isAssignableTo(CORE + ".rules.Rule")
                                || type.isAssignableTo(CORE + ".rules.RuleTogether")))
                .check(Code.classes());
    }

    @Test
    @DisplayName("the walls can fail: aws as a part of core would be refused")
    void fails_packageAboveItself_isNamed() {
        assertThatThrownBy(() -> checkKnowsOnly("reader", List.of("")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("SpecReader");
    }

    private static List<String> publicTypes(String name) {
        return Code.classes().stream()
                .filter(type -> type.getPackageName().equals(name))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.getEnclosingClass().isEmpty())
                .map(JavaClass::getSimpleName)
                .filter(type -> !type.equals("package-info"))
                .sorted()
                .toList();
    }
}
