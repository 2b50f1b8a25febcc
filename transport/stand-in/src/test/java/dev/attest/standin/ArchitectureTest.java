package dev.attest.standin;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTest {

    private static final String ROOT = "dev.attest.standin";

    private static final JavaClasses STAND_IN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void pointsItsArrowsOneWay() {
        assertThat(STAND_IN).hasSizeGreaterThan(150);

        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("cli")
                .definedBy(ROOT + ".cli")
                .layer("junit")
                .definedBy(ROOT + ".junit")
                .layer("start")
                .definedBy(ROOT)
                .layer("server")
                .definedBy(ROOT + ".server")
                .layer("pages")
                .definedBy(ROOT + ".pages")
                .layer("files")
                .definedBy(ROOT + ".files")
                .layer("timeline")
                .definedBy(ROOT + ".timeline")
                .layer("azure")
                .definedBy(ROOT + ".azure")
                .layer("testruns")
                .definedBy(ROOT + ".azure.testruns")
                .layer("plans")
                .definedBy(ROOT + ".azure.plans")
                .layer("workitems")
                .definedBy(ROOT + ".azure.workitems")
                .layer("wiql")
                .definedBy(ROOT + ".azure.wiql")
                .layer("azure.rest")
                .definedBy(ROOT + ".azure.rest")
                .layer("qacomplete")
                .definedBy(ROOT + ".qacomplete")
                .layer("faults")
                .definedBy(ROOT + ".faults")
                .layer("traffic")
                .definedBy(ROOT + ".traffic")
                .layer("reports")
                .definedBy(ROOT + ".reports")
                .layer("media")
                .definedBy(ROOT + ".media")
                .layer("store")
                .definedBy(ROOT + ".store")
                .layer("rules")
                .definedBy(ROOT + ".rules")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("junit")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("start")
                .mayOnlyBeAccessedByLayers("cli", "junit")
                .whereLayer("server")
                .mayOnlyBeAccessedByLayers("start")
                .whereLayer("pages")
                .mayOnlyBeAccessedByLayers("cli", "server")
                .whereLayer("files")
                .mayNotAccessAnyLayer()
                .whereLayer("timeline")
                .mayNotAccessAnyLayer()
                .whereLayer("azure")
                .mayOnlyBeAccessedByLayers("server")
                .whereLayer("testruns")
                .mayOnlyBeAccessedByLayers("azure")
                .whereLayer("plans")
                .mayOnlyBeAccessedByLayers("azure", "start")
                .whereLayer("workitems")
                .mayOnlyBeAccessedByLayers("azure", "testruns", "plans")
                .whereLayer("wiql")
                .mayOnlyBeAccessedByLayers("workitems")
                .whereLayer("azure.rest")
                .mayOnlyBeAccessedByLayers("azure", "testruns", "plans", "workitems")
                .whereLayer("qacomplete")
                .mayOnlyBeAccessedByLayers("start", "server", "pages")
                .whereLayer("faults")
                .mayNotAccessAnyLayer()
                .whereLayer("traffic")
                .mayNotAccessAnyLayer()
                .whereLayer("reports")
                .mayOnlyBeAccessedByLayers("pages")
                .whereLayer("reports")
                .mayOnlyAccessLayers("store")
                .whereLayer("store")
                .mayOnlyAccessLayers("media")
                .whereLayer("media")
                .mayNotAccessAnyLayer()
                .whereLayer("rules")
                .mayNotAccessAnyLayer()
                .ensureAllClassesAreContainedInArchitecture()
                .check(STAND_IN);
    }

    @Test
    void hasNoCycles() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .check(STAND_IN);
    }

    @Test
    void seesTheClientNowhere() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.attest", "dev.attest.spi..", "dev.attest.internal..")
                .because("the wire format is written down twice, so that one mistake cannot hide in both")
                .check(STAND_IN);
    }

    @Test
    void marksEveryPackageForNullness() {
        assertThat(STAND_IN.stream().map(JavaClass::getPackage).distinct())
                .allMatch(each -> each.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void givesEachClassANameOfItsOwn() {
        var names = STAND_IN.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.isEmpty() && !name.equals("package-info"))
                .toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void keepsPackagesSmall() {
        var files = STAND_IN.stream()
                .filter(each -> each.getEnclosingClass().isEmpty()
                        && !each.getSimpleName().startsWith("Jte"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(files).allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(40));
    }
}
