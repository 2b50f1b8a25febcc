package dev.attest.junit5;

import dev.attest.QaCompleteTest;
import dev.attest.TestCase;
import dev.attest.WorkItem;
import dev.attest.spi.Links;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What tests belong to, as the recorder is told. */
class LinksTest {

    @Test
    void areThoseOfTheAnnotationsOfMethodAndClass() {
        assertThat(linksOf(Story.class))
                .containsOnly(
                        Map.entry("own()", new Links(List.of(4711, 12), List.of(1, 2), List.of(77))),
                        Map.entry("disabled()", new Links(List.of(100), List.of(), List.of(7))),
                        Map.entry("inner()", new Links(List.of(100), List.of(3), List.of(7))),
                        Map.entry("inherited()", new Links(List.of(100), List.of(55), List.of(7))));
    }

    @Test
    void areThoseOfTheMethodForAllThatComesOfIt() {
        assertThat(linksOf(Many.class).values()).hasSize(4).containsOnly(new Links(List.of(9), List.of(), List.of()));
    }

    @Test
    void areThoseOfTheClassForTestsThatNeverStartAndAsFarAsWorkItemsGoForWhatFailedAroundThem() {
        assertThat(linksOf(Unready.class))
                .containsOnly(
                        Map.entry("@BeforeAll", new Links(List.of(8), List.of(), List.of())),
                        Map.entry("never()", new Links(List.of(8), List.of(80), List.of())));
    }

    @Test
    void areTestCasesOfTagsAndNames() {
        assertThat(testCasesOf(Named.class))
                .containsOnly(
                        Map.entry("logs in [123]", List.of(123)),
                        Map.entry("plain()", List.of(5)),
                        Map.entry("tagged()", List.of(124)),
                        Map.entry("[11] annotated", List.of(125)));
    }

    @Test
    void areNoTestCasesOfNumbersAndDataOfInvocations() {
        assertThat(testCasesOf(Rows.class))
                .containsOnly(
                        Map.entry("[1] [1, 2, 3]", List.of()),
                        Map.entry("[2] [4]", List.of()),
                        Map.entry("[77] by name", List.of(77)),
                        Map.entry("sorts [3]", List.of()),
                        Map.entry("[78] dynamic", List.of(78)));
    }

    @Test
    void areNoTestCasesOfTheNumbersOfJUnit4() {
        assertThat(testCasesOf(Fourth.class).values()).hasSize(2).containsOnly(List.of());
    }

    private static Map<String, Links> linksOf(Class<?> fixture) {
        return Launch.of(fixture).run().recorder().linksByTitle().entrySet().stream()
                .collect(Collectors.toMap(each -> lastName(each.getKey()), Map.Entry::getValue));
    }

    private static Map<String, List<Integer>> testCasesOf(Class<?> fixture) {
        return linksOf(fixture).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().testCases()));
    }

    private static String lastName(String title) {
        return title.substring(title.lastIndexOf(" › ") + 3);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @TestCase(55)
    @interface Covered {}

    @WorkItem(100)
    @QaCompleteTest(7)
    static class Parent {
        @Covered
        @Test
        void inherited() {}
    }

    @Fixture
    static class Story extends Parent {
        @Test
        @WorkItem({4711, 12, 0})
        @TestCase(1)
        @TestCase(2)
        @QaCompleteTest(77)
        void own() {}

        @Disabled("by a fixture")
        @Test
        void disabled() {}

        @Nested
        class Inner {
            @Test
            @TestCase(3)
            void inner() {}
        }
    }

    @Fixture
    static class Many {
        @ParameterizedTest(name = "row {0}")
        @ValueSource(ints = {1, 2})
        @WorkItem(9)
        void rows(int row) {}

        @TestFactory
        @WorkItem(9)
        List<DynamicTest> dynamic() {
            return List.of(
                    DynamicTest.dynamicTest("one", () -> {}),
                    DynamicTest.dynamicTest("two", java.net.URI.create("classpath:/elsewhere"), () -> {}));
        }
    }

    @Fixture
    @WorkItem(8)
    @TestCase(80)
    static class Unready {
        @BeforeAll
        static void fail() {
            throw new IllegalStateException("not ready");
        }

        @Test
        void never() {}
    }

    @DisplayName("Cart [5]")
    @Fixture
    static class Named {
        @DisplayName("logs in [123]")
        @Test
        void loggingIn() {}

        @Test
        void plain() {}

        @Tag("TestCase=124")
        @Test
        void tagged() {}

        @DisplayName("[11] annotated")
        @Tag("TestCase=12")
        @Test
        @TestCase(125)
        void annotated() {}
    }

    @Fixture
    static class Rows {
        @ParameterizedTest(name = "[{index}] {0}")
        @ValueSource(strings = {"[1, 2, 3]", "[4]"})
        void numbered(String row) {}

        @ParameterizedTest(name = "[{0}] by name")
        @ValueSource(ints = 77)
        void named(int id) {}

        @TestFactory
        List<DynamicTest> dynamic() {
            return List.of(
                    DynamicTest.dynamicTest("sorts [3]", () -> {}), DynamicTest.dynamicTest("[78] dynamic", () -> {}));
        }
    }

    @org.junit.runner.RunWith(org.junit.runners.Parameterized.class)
    public static class Fourth {
        @org.junit.runners.Parameterized.Parameters
        public static List<Object> rows() {
            return List.of("a", "b");
        }

        public Fourth(Object row) {}

        @org.junit.Test
        public void adds() {}
    }
}
