package dev.attest.junit5;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.attest.junit5");

    @Test
    void seesTheDoorAndTheSpiOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.attest.junit5",
                        "dev.attest",
                        "dev.attest.spi",
                        // the entry of the extensions, and nothing else of the internals
                        "dev.attest.internal.runtime",
                        "org.junit..",
                        "io.cucumber..",
                        "org.jspecify..",
                        "java..")
                .because("an extension maps events, and leaves the rest to the core")
                .check(CLASSES);
    }

    @Test
    void showsNoInternalTypeInASignature() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .arePublic()
                .should(notMentionInternals())
                .check(CLASSES);
        constructors()
                .that()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .arePublic()
                .should(notMentionInternals())
                .check(CLASSES);
    }

    private static ArchCondition<JavaCodeUnit> notMentionInternals() {
        return new ArchCondition<>("not mention dev.attest.internal") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                        .filter(type -> type.getPackageName().startsWith("dev.attest.internal"))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(unit, unit.getFullName())));
            }
        };
    }
}
