package dev.attest.junit5;

import dev.attest.spi.Screenshots;
import dev.attest.spi.TestRecorder;
import dev.attest.testkit.RecordingRecorder;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * What is run on every version of JUnit: one of each kind, and none with a display name that versions write otherwise.
 */
public final class MatrixFixtures {

    private MatrixFixtures() {}

    @Fixture
    static class A1Outcomes {
        @Test
        void passes() {}

        @Test
        void fails() {
            fail("two is not three");
        }

        @Test
        void assumes() {
            assumeTrue(false, "not on a Tuesday");
        }

        @Disabled("bulb is broken")
        @Test
        void disabled() {}

        @Test
        @Timeout(value = 10, unit = TimeUnit.MILLISECONDS)
        void sleeps() throws InterruptedException {
            new CountDownLatch(1).await();
        }

        @DisplayName("a name")
        @Tag("tag")
        @Test
        void tagged(TestReporter reporter) {
            reporter.publishEntry("browser", "chromium");
        }
    }

    @Fixture
    static class A2Nested {
        @DisplayName("inside")
        @Nested
        class Inner {
            @Test
            void one() {}

            @Disabled("later")
            @Nested
            class Innermost {
                @Test
                void two() {}
            }
        }
    }

    @Fixture
    static class A3Inherits extends A2Nested {}

    @Disabled("closed")
    @Fixture
    static class A4Disabled {
        @Test
        void one() {}

        @ParameterizedTest
        @ValueSource(ints = 1)
        void template(int number) {}
    }

    @Fixture
    static class B1Constructor {
        B1Constructor() {
            throw new IllegalStateException("no bricks");
        }

        @Test
        void one() {}
    }

    @Fixture
    static class B2BeforeEach {
        @BeforeEach
        void prepare() {
            throw new IllegalStateException("no water");
        }

        @Test
        void one() {}
    }

    @Fixture
    static class B3AfterEach {
        @AfterEach
        void tidy() {
            throw new IllegalStateException("no drain");
        }

        @Test
        void one() {}
    }

    @Fixture
    static class B4BeforeAll {
        @BeforeAll
        static void connect() {
            throw new IllegalStateException("refused");
        }

        @Test
        void one() {}

        @TestFactory
        Stream<DynamicNode> factory() {
            return Stream.of();
        }

        @Nested
        class Inner {
            @Test
            void two() {}
        }
    }

    @Fixture
    static class B5AfterAll {
        @AfterAll
        static void check() {
            throw new IllegalStateException("leak");
        }

        @Test
        void one() {}
    }

    @Fixture
    static class B6Assumption {
        @BeforeAll
        static void check() {
            assumeTrue(false, "only on Windows");
        }

        @Test
        void one() {}
    }

    @Fixture
    static class C1Parameterized {
        @RegisterExtension
        static final AttestExtension EXTENSION = new AttestExtension(RecordingRecorder::ofTheJvm, Screenshots::none);

        @NullSource
        @ParameterizedTest(name = "no. {index}")
        @ValueSource(strings = "two\nlines")
        void shown(String text) {}

        @MethodSource("none")
        @ParameterizedTest
        void sourceless(String text) {}

        static Stream<String> none() {
            throw new IllegalStateException("no text today");
        }

        @Disabled("slow")
        @ParameterizedTest
        @ValueSource(ints = 1)
        void disabled(int number) {}

        @RepeatedTest(2)
        void repeated() {}
    }

    @Fixture
    static class C2Dynamic {
        @TestFactory
        Stream<DynamicNode> tree() {
            return Stream.of(
                    dynamicTest("leaf", () -> {}),
                    dynamicContainer("branch", Stream.of(dynamicTest("leaf", () -> fail("fell")))));
        }

        @TestFactory
        Stream<DynamicNode> broken() {
            throw new IllegalStateException("strike");
        }
    }

    @Fixture
    static class C3Pictures {
        @RegisterExtension
        static final AttestExtension EXTENSION = new AttestExtension(
                TestRecorder::disabled, () -> new CommentingScreenshots(RecordingRecorder.ofTheJvm()));

        private boolean open;

        @BeforeEach
        void open(TestInfo info) {
            if (info.getTags().contains("shut")) {
                fail("shut");
            }
            open = true;
        }

        @Test
        void aborts() {
            assumeTrue(!open, "too bright");
        }

        @TestFactory
        Stream<DynamicNode> dynamic() {
            return Stream.of(dynamicTest("dark", () -> fail("dark")));
        }

        @Test
        void fails() {
            fail("dark");
        }

        @Test
        @Tag("shut")
        void neverRuns() {}

        @ParameterizedTest(name = "no. {index}")
        @ValueSource(ints = {1, 2})
        void takes(int number) {
            if (number == 2) {
                fail("dark");
            }
        }
    }

    /** Since JUnit 5.12. */
    @Fixture
    static class FilesSince512 {
        @BeforeAll
        static void ofTheClass(TestReporter reporter) {
            reporter.publishDirectory("versions", folder -> Files.writeString(folder.resolve("1.txt"), "one"));
        }

        @Test
        void publishes(TestReporter reporter) {
            reporter.publishDirectory("traces", folder -> Files.writeString(folder.resolve("1.txt"), "one"));
        }
    }

    /** Since JUnit 5.13. */
    @Fixture
    @ParameterizedClass(name = "no. {index}")
    @ValueSource(strings = {"red", "blue"})
    static class TemplateSince513 {
        @Parameter
        String colour;

        @Test
        void plain() {}

        @Nested
        class Inner {
            @RepeatedTest(1)
            void nested() {}
        }
    }
}
