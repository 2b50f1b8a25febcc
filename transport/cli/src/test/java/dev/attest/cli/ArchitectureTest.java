package dev.attest.cli;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTest {

    private static final JavaClasses CLI = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.attest.cli");

    @Test
    void looksAtTheWholeCommandLine() {
        assertThat(CLI).hasSizeGreaterThan(20);
    }

    @Test
    void seesTheCoreAndItsLibrariesOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.attest..",
                        "picocli..",
                        "gg.jte..",
                        "org.jspecify..",
                        "java..",
                        "javax.net.ssl..",
                        "javax.security.auth.x500..")
                .check(CLI);
    }

    @Test
    void printsInOnePlaceOnly() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Terminal")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("a command is tested with other streams")
                .check(CLI);
    }

    @Test
    void endsTheProcessInOnePlaceOnly() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(CLI);
    }

    @Test
    void throwsNoGenericExceptions() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(CLI);
    }
}
