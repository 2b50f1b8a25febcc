package dev.attest.junit5;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

import static org.assertj.core.api.Assertions.assertThat;

/** The code that tests are made of is told by the Platform alone, whatever the engine. */
class SourceCodeTest {

    @Test
    void isTheMethodAndTheClassThatTheTestRunsIn() {
        assertThat(codesOf(Heir.class)).containsExactly("Heir Parent.inherited", "Heir Heir.own");
        assertThat(codesOf(Around.class)).containsExactly("Around$Inside Around$Inside.nested");
    }

    @Test
    void isTheTemplateOrFactoryForEachThatComesOfIt() {
        assertThat(codesOf(Many.class))
                .containsExactly("Many Many.dynamic", "Many Many.dynamic", "Many Many.repeated", "Many Many.repeated");
    }

    @Test
    void isToldByOtherEngines() {
        assertThat(codesOf(FourthMember.class)).containsExactly("FourthMember FourthMember.old");
        assertThat(codesOf(OfMany.class))
                .containsExactly("Many Many.dynamic", "Many Many.dynamic", "Many Many.repeated", "Many Many.repeated");
    }

    private static List<String> codesOf(Class<?> fixture) {
        String prefix = SourceCodeTest.class.getName() + "$";
        return Launch.of(fixture).run().recorder().codes().stream()
                .map(code -> code.testClass().getName() + " "
                        + code.method().getDeclaringClass().getName() + "."
                        + code.method().getName())
                .map(line -> line.replace(prefix, ""))
                .toList();
    }

    @Fixture
    static class Parent {
        @Test
        void inherited() {}
    }

    @Fixture
    static class Heir extends Parent {
        @Test
        void own() {}
    }

    @Fixture
    static class Around {
        @Nested
        class Inside {
            @Test
            void nested() {}
        }
    }

    @Fixture
    static class Many {
        @RepeatedTest(2)
        void repeated() {}

        @TestFactory
        List<DynamicTest> dynamic() {
            return List.of(
                    DynamicTest.dynamicTest("one", () -> {}),
                    DynamicTest.dynamicTest("two", java.net.URI.create("classpath:/elsewhere"), () -> {}));
        }
    }

    @SelectClasses(Many.class)
    @Suite
    static class OfMany {}

    public static class FourthMember {
        @org.junit.Test
        public void old() {}
    }
}
