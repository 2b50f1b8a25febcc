package dev.attest.junit5;

import dev.attest.spi.ReportName;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junitpioneer.jupiter.RetryingTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** What Surefire writes into its XML was seen with 3.5.6 and 3.6.1; {@code SurefireNamesIT} holds it to that. */
class SurefireNamesTest {

    private static final String OLDER = "3.5.6";
    private static final String NEWER = "3.6.1";

    @Test
    void namesAPlainMethodWithoutItsParentheses() {
        assertThat(names(NEWER, Methods.class)).isEqualTo("""
                displayed in Methods
                off in Methods
                plain in Methods
                takesInfo(TestInfo) in Methods
                """);
    }

    @Fixture
    static class Methods {
        @Test
        void plain() {}

        @DisplayName("in words")
        @Test
        void displayed() {}

        @Test
        void takesInfo(TestInfo info) {}

        @Disabled("off")
        @Test
        void off() {}
    }

    @Test
    void countsInvocationsWhateverTheyAreDisplayedAs() {
        assertThat(names(NEWER, Invocations.class)).isEqualTo("""
                dynamic()[1] in Invocations
                dynamic()[2][1] in Invocations
                of a resource in Invocations
                off(int) in Invocations
                repeated()[1] in Invocations
                repeated()[2] in Invocations
                rows(int)[1] in Invocations
                rows(int)[2] in Invocations
                """);
    }

    @Fixture
    static class Invocations {
        @ParameterizedTest(name = "{0}")
        @ValueSource(ints = {7, 8})
        void rows(int number) {}

        @RepeatedTest(2)
        void repeated() {}

        @Disabled("off")
        @ParameterizedTest
        @ValueSource(ints = {7, 8})
        void off(int number) {}

        @TestFactory
        Stream<DynamicNode> dynamic() {
            return Stream.of(
                    dynamicTest("one", () -> {}),
                    dynamicContainer("box", Stream.of(dynamicTest("two", () -> {}))),
                    dynamicTest("of a resource", URI.create("classpath:/cart.feature"), () -> {}));
        }
    }

    @Test
    void givesAttemptsTheNameOfTheFirst() {
        Launch launch = Launch.of(Retried.class).run();

        assertThat(launch.recorder().reportNames())
                .containsExactly(
                        new ReportName(Retried.class.getName(), "isFlaky()[1]"),
                        new ReportName(Retried.class.getName(), "isFlaky()[1]"));
    }

    @Fixture
    static class Retried {
        private static int tries;

        @RetryingTest(3)
        void isFlaky() {
            assertThat(++tries).isEqualTo(2);
        }
    }

    @Test
    void namesNestedClassesAndTheHeirOfAMethod() {
        assertThat(names(NEWER, Heir.class)).isEqualTo("""
                inherited in Heir
                plain in Heir$Inner
                """);
    }

    static class Ancestor {
        @Test
        void inherited() {}
    }

    @Fixture
    static class Heir extends Ancestor {
        @Nested
        class Inner {
            @Test
            void plain() {}
        }
    }

    @Test
    void showsTheDisplayNameOfAClassWhereSurefireDid() {
        assertThat(names("3.5.3", Displayed.class)).isEqualTo(names(NEWER, Displayed.class));
        assertThat(names(NEWER, Displayed.class)).isEqualTo("""
                off(int) in Displayed
                plain in Displayed
                plain in Displayed$Inner
                """);
        assertThat(names("3.5.4", Displayed.class)).isEqualTo(names(OLDER, Displayed.class));
        assertThat(names(OLDER, Displayed.class)).isEqualTo("""
                off(int) in A cart
                plain in A cart
                plain in Displayed$Inner
                """);
    }

    @DisplayName("A cart")
    @Fixture
    static class Displayed {
        @Test
        void plain() {}

        @Disabled("off")
        @ParameterizedTest
        @ValueSource(ints = 7)
        void off(int number) {}

        @Nested
        class Inner {
            @Test
            void plain() {}
        }
    }

    @Test
    void countsTheRowsOfAClass() {
        assertThat(names(OLDER, Rows.class)).isEqualTo("""
                dynamic()[1][1] in Rows[1]
                plain()[1] in Rows[1]
                rows(int)[1][1] in Rows[1]
                dynamic()[2][1] in Rows[2]
                plain()[2] in Rows[2]
                rows(int)[2][1] in Rows[2]
                """);
        assertThat(names(NEWER, Rows.class)).isEqualTo("""
                dynamic()[1][1] in Rows
                plain()[1] in Rows
                rows(int)[1][1] in Rows
                dynamic()[2][1][2] in Rows
                plain()[2] in Rows
                rows(int)[2][1] in Rows
                """);
    }

    @Fixture
    @ParameterizedClass
    @ValueSource(strings = {"a", "b"})
    static class Rows {
        @Parameter
        String row;

        @Test
        void plain() {}

        @ParameterizedTest
        @ValueSource(ints = 7)
        void rows(int number) {}

        @TestFactory
        DynamicNode dynamic() {
            return dynamicTest("one", () -> {});
        }
    }

    @Test
    void namesWhatFailedOutsideOfTests() {
        assertThat(names(NEWER, FailingBefore.class)).isEqualTo("initializationError in FailingBefore\n");
        assertThat(names(OLDER, FailingBefore.class)).isEqualTo("initializationError in Before\n");
        assertThat(names(NEWER, FailingAfter.class)).isEqualTo("""
                plain in FailingAfter
                executionError in FailingAfter
                """);
        assertThat(names(NEWER, FailingRows.class)).isEqualTo("rows(int) in FailingRows\n");
    }

    @DisplayName("Before")
    @Fixture
    static class FailingBefore {
        @BeforeAll
        static void begin() {
            fail("no database");
        }

        @Test
        void plain() {}
    }

    @Fixture
    static class FailingAfter {
        @AfterAll
        static void end() {
            fail("no database");
        }

        @Test
        void plain() {}
    }

    @Fixture
    static class FailingRows {
        @MethodSource("none")
        @ParameterizedTest
        void rows(int number) {}

        static Stream<Integer> none() {
            throw new IllegalStateException("no rows");
        }
    }

    private static String names(String version, Class<?>... fixtures) {
        Launch launch = Launch.of(fixtures);
        Names names = new Names(new SurefireNames(version));
        launch.launcher().execute(launch.request(), names);
        return String.join("", names.lines).replace(SurefireNamesTest.class.getName() + "$", "");
    }

    /** Lists what has a {@code testcase}, in the order of events. */
    private static final class Names implements TestExecutionListener {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final SurefireNames names;
        private TestPlan plan;

        Names(SurefireNames names) {
            this.names = names;
        }

        @Override
        public void testPlanExecutionStarted(TestPlan started) {
            plan = started;
        }

        @Override
        public void executionStarted(TestIdentifier step) {
            if (step.isTest()) {
                add(names.test(TestNodes.fromEngineDown(step, plan)));
            }
        }

        @Override
        public void executionSkipped(TestIdentifier step, String reason) {
            add(names.test(TestNodes.fromEngineDown(step, plan)));
        }

        @Override
        public void executionFinished(TestIdentifier step, TestExecutionResult result) {
            if (step.isContainer() && result.getStatus() == TestExecutionResult.Status.FAILED) {
                add(names.fixture(TestNodes.fromEngineDown(step, plan), !lines.isEmpty()));
            }
        }

        private void add(ReportName name) {
            lines.add(name.name() + " in " + name.className() + "\n");
        }
    }
}
