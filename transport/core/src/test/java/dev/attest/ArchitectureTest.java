package dev.attest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTest {

    private final JavaClasses core = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.attest");

    @Test
    void looksAtTheWholeCore() {
        assertThat(core).hasSizeGreaterThan(60);
    }

    @Test
    void pointsItsArrowsOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.attest..")
                .layer("door")
                .definedBy("dev.attest")
                .layer("selenide")
                .definedBy("dev.attest.selenide")
                .layer("selenium")
                .definedBy("dev.attest.selenium")
                .layer("azure")
                .definedBy("dev.attest.azure..")
                .layer("qacomplete")
                .definedBy("dev.attest.qacomplete")
                .layer("rest")
                .definedBy("dev.attest.rest")
                .layer("publish")
                .definedBy("dev.attest.publish")
                .layer("journal")
                .definedBy("dev.attest.journal")
                .layer("events")
                .definedBy("dev.attest.journal.event")
                .layer("model")
                .definedBy("dev.attest.model")
                .layer("config")
                .definedBy("dev.attest.config")
                .layer("http")
                .definedBy("dev.attest.http")
                .layer("json")
                .definedBy("dev.attest.json")
                .layer("mime")
                .definedBy("dev.attest.mime")
                .layer("text")
                .definedBy("dev.attest.text")
                .whereLayer("door")
                .mayOnlyBeAccessedByLayers("selenide", "selenium")
                .whereLayer("selenide")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("selenium")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("azure")
                .mayOnlyAccessLayers("rest", "publish", "events", "model", "config", "http", "json", "text")
                .whereLayer("qacomplete")
                .mayOnlyAccessLayers("rest", "publish", "events", "model", "config", "http", "json", "mime", "text")
                .whereLayer("rest")
                .mayOnlyAccessLayers("publish", "config", "http", "json", "text")
                .whereLayer("publish")
                .mayOnlyAccessLayers("journal", "events", "model")
                .whereLayer("journal")
                .mayOnlyAccessLayers("events", "model", "json")
                .whereLayer("events")
                .mayOnlyAccessLayers("model")
                .whereLayer("model")
                .mayNotAccessAnyLayer()
                .whereLayer("config")
                .mayNotAccessAnyLayer()
                .whereLayer("http")
                .mayNotAccessAnyLayer()
                .whereLayer("json")
                .mayNotAccessAnyLayer()
                .whereLayer("mime")
                .mayNotAccessAnyLayer()
                .whereLayer("text")
                .mayNotAccessAnyLayer()
                .check(core);
    }

    @Test
    void hasNoPackageCycles() {
        slices().matching("dev.attest.(*)..").should().beFreeOfCycles().check(core);
    }

    @Test
    void hasNoCyclesAmongTheRoomsOfAzure() {
        slices().matching("dev.attest.azure.(*)..").should().beFreeOfCycles().check(core);
        noClasses()
                .that()
                .resideInAPackage("dev.attest.azure.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.attest.azure")
                .because("the destination is put together on top of its rooms")
                .check(core);
    }

    @Test
    void showsHttpClientToOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.attest.http")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.hc..")
                .because("HttpClient is relocated, and could be replaced")
                .check(core);
    }

    @Test
    void showsSelenideToOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.attest.selenide")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.codeborne..")
                .because("nobody needs Selenide for Attest")
                .check(core);
    }

    @Test
    void showsSeleniumToOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.attest.selenium")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.openqa..")
                .because("nobody needs Selenium for Attest")
                .check(core);
    }

    @Test
    void showsGsonToOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.attest.json")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.gson..")
                .because("Gson is relocated, and could be replaced")
                .check(core);
    }

    @Test
    void showsMime4jToOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.attest.mime")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.james..")
                .because("Mime4j is relocated, and could be replaced")
                .check(core);
    }

    @Test
    void printsInOnePlaceOnly() {
        noClasses()
                .that()
                .doNotHaveSimpleName("JvmReporting")
                .and()
                .doNotHaveFullyQualifiedName("dev.attest.capture.StandardStreams$OfJvm")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("a reporter is a guest in the output of a build")
                .check(core);
    }

    @Test
    void neverEndsTheJvm() {
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(core);
    }

    @Test
    void throwsNoGenericExceptions() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(core);
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(core);
    }

    @Test
    void marksEachPackageForNull() {
        assertThat(core.getPackage("dev.attest").getSubpackagesInTree())
                .filteredOn(candidate -> !candidate.getClasses().isEmpty())
                .allSatisfy(candidate -> assertThat(isNullMarked(candidate))
                        .as(candidate.getName())
                        .isTrue());
    }

    @Test
    void makesItsClassesFinalUnlessTheyAreExtended() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotRecords()
                .should()
                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
                .allowEmptyShould(true)
                .because("what is not designed for extension is final")
                .check(core.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "concrete classes of Attest",
                        type -> !type.getSimpleName().equals("package-info")
                                && !type.getModifiers()
                                        .contains(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT))));
    }

    private static boolean isNullMarked(JavaPackage candidate) {
        return candidate.isAnnotatedWith(NullMarked.class);
    }
}
