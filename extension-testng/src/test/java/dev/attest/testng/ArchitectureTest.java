package dev.attest.testng;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

class ArchitectureTest {

    @Test
    void seesTheDoorAndTheModelOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.attest.testng",
                        "dev.attest",
                        "dev.attest.model",
                        "org.testng..",
                        "org.jspecify..",
                        "java..")
                .because("an extension maps events, and leaves the rest to the core")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.attest.testng"));
    }
}
