package dev.attest.junit5;

import dev.attest.spi.TestId;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junitpioneer.jupiter.RetryingTest;

import static dev.attest.junit5.Launch.ledgerOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Templates and factories are no tests; each invocation is. */
class InvocationsTest {

    @Test
    void reportsEachInvocationOfAParameterizedTest() {
        assertThat(ledgerOf(Parameterized.class)).isEqualTo("""
                started Parameterized › holds(String) › [1] null <Parameterized holds(java.lang.String) #1>
                finished Parameterized › holds(String) › [1] null: PASSED
                started Parameterized › holds(String) › [2] two lines <Parameterized holds(java.lang.String) #2>
                finished Parameterized › holds(String) › [2] two lines: FAILED, one line, please (with trace)
                """);
    }

    @Fixture
    static class Parameterized {
        @NullSource
        @ParameterizedTest(name = "[{index}] {0}")
        @ValueSource(strings = "two\nlines")
        void holds(String text) {
            if (text != null) {
                fail("one line, please");
            }
        }
    }

    @Test
    void keepsTheIdentityOfAnInvocationThatIsDisplayedDifferently() {
        List<TestId> before = idsOf(Plain.class);
        List<TestId> after = idsOf(Renamed.class);

        assertThat(before).hasSize(2).doesNotHaveDuplicates();
        assertThat(after)
                .map(id -> id.method() + " " + id.path())
                .isEqualTo(
                        before.stream().map(id -> id.method() + " " + id.path()).toList());
    }

    private static List<TestId> idsOf(Class<?> fixture) {
        return Launch.of(fixture).run().recorder().ids();
    }

    @Fixture
    static class Plain {
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void adds(int number) {}
    }

    @Fixture
    static class Renamed {
        @ParameterizedTest(name = "plus {0}")
        @ValueSource(ints = {1, 2})
        void adds(int number) {}
    }

    @Test
    void reportsEachRepetition() {
        assertThat(ledgerOf(Repeated.class)).isEqualTo("""
                started Repeated › again(RepetitionInfo) › repetition 1 of 2 \
                <Repeated again(org.junit.jupiter.api.RepetitionInfo) #1>
                finished Repeated › again(RepetitionInfo) › repetition 1 of 2: PASSED
                started Repeated › again(RepetitionInfo) › repetition 2 of 2 \
                <Repeated again(org.junit.jupiter.api.RepetitionInfo) #2>
                finished Repeated › again(RepetitionInfo) › repetition 2 of 2: FAILED, twice is too much (with trace)
                """);
    }

    @Fixture
    static class Repeated {
        @RepeatedTest(2)
        void again(RepetitionInfo repetition) {
            if (repetition.getCurrentRepetition() == 2) {
                fail("twice is too much");
            }
        }
    }

    @Test
    void reportsWhatIsTriedAgainAsAttemptsAtOneTest() {
        assertThat(ledgerOf(Retried.class)).isEqualTo("""
                started Retried › assumes() <Retried assumes()>
                finished Retried › assumes(): SKIPPED, \
                Test execution was skipped, possibly because of a failed assumption.
                started Retried › passesAtLast() <Retried passesAtLast()>
                retried Retried › passesAtLast(): not yet (with trace)
                started Retried › passesAtLast() <Retried passesAtLast()>
                retried Retried › passesAtLast(): not yet (with trace)
                started Retried › passesAtLast() <Retried passesAtLast()>
                finished Retried › passesAtLast(): PASSED
                """);
    }

    @Fixture
    static class Retried {
        static final AtomicInteger RUNS = new AtomicInteger();

        @RetryingTest(maxAttempts = 3)
        void assumes() {
            assumeTrue(false, "not today");
        }

        @RetryingTest(maxAttempts = 3)
        void passesAtLast() {
            if (RUNS.incrementAndGet() < 3) {
                fail("not yet");
            }
        }
    }

    @Test
    void reportsDynamicTestsInNestedContainers() {
        assertThat(ledgerOf(Dynamic.class)).isEqualTo("""
                started Dynamic › tree() › leaf <Dynamic tree() #1>
                finished Dynamic › tree() › leaf: PASSED
                started Dynamic › tree() › branch › twig › leaf <Dynamic tree() #2/#1/#1>
                finished Dynamic › tree() › branch › twig › leaf: FAILED, fell (with trace)
                started Dynamic › tree() › branch › twig › leaf <Dynamic tree() #2/#1/#2>
                finished Dynamic › tree() › branch › twig › leaf: SKIPPED, Assumption failed: evergreen
                """);
    }

    @Fixture
    static class Dynamic {
        @TestFactory
        Stream<DynamicNode> tree() {
            return Stream.of(
                    dynamicTest("leaf", () -> {}),
                    dynamicContainer(
                            "branch",
                            Stream.of(dynamicContainer(
                                    "twig",
                                    Stream.of(
                                            dynamicTest("leaf", () -> fail("fell")),
                                            dynamicTest("leaf", () -> assumeTrue(false, "evergreen")))))));
        }
    }

    @Test
    void knowsADynamicTestByItsFactoryWhateverSourceItClaims() {
        assertThat(ledgerOf(Elsewhere.class)).isEqualTo("""
                started Elsewhere › from() › there <Elsewhere from() #1>
                finished Elsewhere › from() › there: PASSED
                """);
    }

    @Fixture
    static class Elsewhere {
        @TestFactory
        DynamicTest from() {
            return dynamicTest("there", URI.create("method:java.lang.Object#hashCode()"), () -> {});
        }
    }

    @Test
    void reportsASourceOfArgumentsThatFails() {
        assertThat(ledgerOf(NoArguments.class)).isEqualTo("""
                started NoArguments › fine() <NoArguments fine()>
                finished NoArguments › fine(): PASSED
                concluded NoArguments › throwing(int) › @TestTemplate <NoArguments throwing(int) @TestTemplate>: \
                FAILED, no numbers today (with trace)
                """);
    }

    @Fixture
    static class NoArguments {
        @MethodSource("numbers")
        @ParameterizedTest
        void throwing(int number) {}

        static Stream<Integer> numbers() {
            throw new IllegalStateException("no numbers today");
        }

        @Test
        void fine() {}
    }

    @Test
    void reportsASourceOfArgumentsThatFailsHalfway() {
        assertThat(ledgerOf(FewArguments.class)).isEqualTo("""
                started FewArguments › some(int) › [1] <FewArguments some(int) #1>
                finished FewArguments › some(int) › [1]: PASSED
                concluded FewArguments › some(int) › @TestTemplate <FewArguments some(int) @TestTemplate>: \
                FAILED, out of numbers (with trace)
                """);
    }

    @Fixture
    static class FewArguments {
        @MethodSource("numbers")
        @ParameterizedTest(name = "[{index}]")
        void some(int number) {}

        static Stream<Integer> numbers() {
            return Stream.iterate(1, n -> {
                throw new IllegalStateException("out of numbers");
            });
        }
    }

    @Test
    void skipsATemplateWhoseSourceOfArgumentsAssumesInVain() {
        assertThat(ledgerOf(AssumedArguments.class)).isEqualTo("""
                concluded AssumedArguments › some(int) <AssumedArguments some(int)>: \
                SKIPPED, Assumption failed: no data here
                """);
    }

    @Fixture
    static class AssumedArguments {
        @MethodSource("numbers")
        @ParameterizedTest
        void some(int number) {}

        static Stream<Integer> numbers() {
            assumeTrue(false, "no data here");
            return Stream.of();
        }
    }

    @Test
    void reportsAFactoryThatFails() {
        assertThat(ledgerOf(BrokenFactory.class)).isEqualTo("""
                concluded BrokenFactory › none() › @TestFactory <BrokenFactory none() @TestFactory>: \
                FAILED, strike (with trace)
                """);
    }

    @Fixture
    static class BrokenFactory {
        @TestFactory
        Stream<DynamicTest> none() {
            throw new IllegalStateException("strike");
        }
    }

    @Test
    void reportsADynamicContainerThatFailsHalfway() {
        assertThat(ledgerOf(BrokenContainer.class)).isEqualTo("""
                started BrokenContainer › all() › branch › leaf <BrokenContainer all() #1/#1>
                finished BrokenContainer › all() › branch › leaf: PASSED
                concluded BrokenContainer › all() › branch › @TestFactory <BrokenContainer all() #1/@TestFactory>: \
                FAILED, saw (with trace)
                """);
    }

    @Fixture
    static class BrokenContainer {
        @TestFactory
        DynamicNode all() {
            return dynamicContainer("branch", Stream.iterate(dynamicTest("leaf", () -> {}), n -> {
                throw new IllegalStateException("saw");
            }));
        }
    }

    @Test
    void saysNothingOfAFactoryThatMakesNothing() {
        assertThat(ledgerOf(EmptyFactory.class)).isEmpty();
    }

    @Fixture
    static class EmptyFactory {
        @TestFactory
        Stream<DynamicTest> none() {
            return Stream.of();
        }
    }

    @Test
    void reportsADisabledTemplateAndFactoryAsOneSkippedTestEach() {
        assertThat(ledgerOf(TemplatesOff.class)).isEqualTo("""
                concluded TemplatesOff › factory() <TemplatesOff factory()>: SKIPPED, broken
                concluded TemplatesOff › template(int) <TemplatesOff template(int)>: SKIPPED, slow
                """);
    }

    @Fixture
    static class TemplatesOff {
        @Disabled("slow")
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void template(int number) {}

        @Disabled("broken")
        @TestFactory
        Stream<DynamicTest> factory() {
            return Stream.of();
        }
    }

    @Test
    void reportsEachTestOfEachInvocationOfAClassTemplate() {
        assertThat(ledgerOf(ForEachColour.class)).isEqualTo("""
                started ForEachColour › [1] red › plain() <ForEachColour plain() #1>
                finished ForEachColour › [1] red › plain(): PASSED
                started ForEachColour › [1] red › times(int) › [1] <ForEachColour times(int) #1/#1>
                finished ForEachColour › [1] red › times(int) › [1]: PASSED
                started ForEachColour › [1] red › Inner › nested() <ForEachColour$Inner nested() #1>
                finished ForEachColour › [1] red › Inner › nested(): PASSED
                started ForEachColour › [2] blue › plain() <ForEachColour plain() #2>
                finished ForEachColour › [2] blue › plain(): FAILED, blue (with trace)
                started ForEachColour › [2] blue › times(int) › [1] <ForEachColour times(int) #2/#1>
                finished ForEachColour › [2] blue › times(int) › [1]: PASSED
                started ForEachColour › [2] blue › Inner › nested() <ForEachColour$Inner nested() #2>
                finished ForEachColour › [2] blue › Inner › nested(): PASSED
                """);
    }

    @Fixture
    @ParameterizedClass(name = "[{index}] {0}")
    @ValueSource(strings = {"red", "blue"})
    static class ForEachColour {
        @Parameter
        String colour;

        @Test
        void plain() {
            if (colour.equals("blue")) {
                fail("blue");
            }
        }

        @ParameterizedTest(name = "[{index}]")
        @ValueSource(ints = 7)
        void times(int number) {}

        @Nested
        class Inner {
            @Test
            void nested() {}
        }
    }

    @Test
    void reportsAClassTemplateThatGetsNoInvocationsInOneRowForThePlatformKnowsNoTestsOfIt() {
        assertThat(ledgerOf(NoColours.class)).isEqualTo("""
                concluded NoColours › @ClassTemplate <NoColours @ClassTemplate>: FAILED, colour-blind (with trace)
                """);
    }

    @Fixture
    @MethodSource("colours")
    @ParameterizedClass
    static class NoColours {
        @Parameter
        String colour;

        static Stream<String> colours() {
            throw new IllegalStateException("colour-blind");
        }

        @Test
        void plain() {}
    }

    @Test
    void reportsAFixtureOfOneInvocationOfAClassTemplate() {
        assertThat(ledgerOf(BadColour.class)).isEqualTo("""
                concluded BadColour › [1] red › @BeforeInvocation <BadColour #1/@BeforeInvocation>: \
                FAILED, out of red (with trace)
                started BadColour › [2] blue › plain() <BadColour plain() #2>
                finished BadColour › [2] blue › plain(): PASSED
                """);
    }

    @Fixture
    @ParameterizedClass(name = "[{index}] {0}")
    @ValueSource(strings = {"red", "blue"})
    static class BadColour {
        @Parameter
        String colour;

        @BeforeParameterizedClassInvocation
        static void mix(String colour) {
            if (colour.equals("red")) {
                fail("out of red");
            }
        }

        @Test
        void plain() {}
    }

    @Test
    void reportsBeforeAllOfAClassTemplateOnce() {
        assertThat(ledgerOf(NoPaint.class)).isEqualTo("""
                concluded NoPaint › @ClassTemplate <NoPaint @ClassTemplate>: FAILED, no paint (with trace)
                """);
    }

    @Fixture
    @ParameterizedClass
    @ValueSource(strings = {"red", "blue"})
    static class NoPaint {
        @Parameter
        String colour;

        @BeforeAll
        static void open() {
            throw new IllegalStateException("no paint");
        }

        @Test
        void plain() {}
    }

    @Test
    void reportsADisabledClassTemplateAsSkipped() {
        assertThat(ledgerOf(ColoursOff.class)).isEqualTo("""
                concluded ColoursOff <ColoursOff>: SKIPPED, sold out
                """);
    }

    @Disabled("sold out")
    @Fixture
    @ParameterizedClass
    @ValueSource(strings = {"red", "blue"})
    static class ColoursOff {
        @Parameter
        String colour;

        @Test
        void plain() {}
    }
}
