package shop;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packagesOf = ArchTest_Test.class)
class ArchTest_Test {
    // ----
    @ArchTest
    static final ArchRule noFrames = noClasses().should().dependOnClassesThat().resideInAPackage("java.awt").as("@shown@");
    // ----
    @ArchTest
    static void method(JavaClasses classes) {}
    // ----
    @ArchTest
    static final ArchTests first = ArchTests.in(Rules.class);
    // ----
    @ArchTest
    static final ArchTests second = ArchTests.in(Rules.class);
    // ----
    static class Rules {
        @ArchTest
        static final ArchRule noSwing = noClasses().should().dependOnClassesThat().resideInAPackage("javax.swing");

        @ArchTest
        static void method(JavaClasses classes) {}
    }
    // ----
}
