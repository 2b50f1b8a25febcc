package dev.attest.systemtests.junit5.conformance;

import dev.attest.junit5.Fixture;
import dev.attest.testkit.Ledger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What fails before and after the tests of a class, and keeps them from running or does not. */
final class AroundAClass {

    private AroundAClass() {}

    @Fixture
    static class BeforeAllFails {
        @BeforeAll
        static void connect() {
            String reason = "Not started: @BeforeAll of BeforeAllFails failed: refused";
            Ledger.of(BeforeAllFails.class, "one").neverRan(reason);
            Ledger.of(BeforeAllFails.class, "off").neverRan(reason);
            Ledger.of(BeforeAllFails.class, "template", "BeforeAllFails › template(int)")
                    .neverRan(reason);
            Ledger.of(BeforeAllFails.class, "repeated").neverRan(reason);
            Ledger.of(BeforeAllFails.class, "factory").neverRan(reason);
            Ledger.of(BeforeAllFails.Inner.class, "two").neverRan(reason);
            Ledger.of(BeforeAllFails.Inner.Innermost.class, "three").neverRan(reason);
            throw Ledger.around(BeforeAllFails.class, "@BeforeAll").broke("refused");
        }

        @Test
        void one() {}

        @Disabled("nobody came to ask")
        @Test
        void off() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void template(int number) {}

        @RepeatedTest(3)
        void repeated() {}

        @TestFactory
        Stream<DynamicTest> factory() {
            return Stream.empty();
        }

        @Nested
        class Inner {
            @Test
            void two() {}

            @Nested
            class Innermost {
                @Test
                void three() {}
            }
        }
    }

    @Fixture
    static class BeforeAllOfTheNestedClassFails {
        @Test
        void one() {
            Ledger.of(BeforeAllOfTheNestedClassFails.class, "one").passed();
        }

        @Nested
        @TestInstance(TestInstance.Lifecycle.PER_CLASS)
        class Inner {
            @BeforeAll
            void prepare() {
                Ledger.of(Inner.class, "two")
                        .neverRan("Not started: @BeforeAll of BeforeAllOfTheNestedClassFails › Inner failed: inside");
                throw Ledger.around(Inner.class, "@BeforeAll").broke("inside");
            }

            @Test
            void two() {}
        }

        @Nested
        class Sibling {
            @Test
            void three() {
                Ledger.of(Sibling.class, "three").passed();
            }
        }
    }

    @Fixture
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class SharedConstructorFails {
        SharedConstructorFails() {
            Ledger.of(SharedConstructorFails.class, "one")
                    .neverRan("Not started: set-up of SharedConstructorFails failed: no bricks");
            throw Ledger.around(SharedConstructorFails.class, "set-up").broke("no bricks");
        }

        @Test
        void one() {}
    }

    @Fixture
    static class AfterAllFails {
        @Test
        void one() {
            Ledger.of(AfterAllFails.class, "one").passed();
        }

        @Test
        void two() {
            throw Ledger.of(AfterAllFails.class, "two").failed("of itself");
        }

        @AfterAll
        static void check() {
            throw Ledger.around(AfterAllFails.class, "@AfterAll").broke("leak");
        }
    }

    @Fixture
    static class BothFail {
        @BeforeAll
        static void begin() {
            Ledger.of(BothFail.class, "one").neverRan("Not started: @BeforeAll of BothFail failed: first");
            throw Ledger.around(BothFail.class, "@BeforeAll").broke("first");
        }

        @Test
        void one() {}

        @AfterAll
        static void end() {
            throw new IllegalStateException("second");
        }
    }

    @Fixture
    static class BeforeAllAssumes {
        @BeforeAll
        static void check() {
            Ledger.of(BeforeAllAssumes.class, "one").neverRan("Assumption failed: only on Windows");
            Ledger.of(BeforeAllAssumes.Inner.class, "two").neverRan("Assumption failed: only on Windows");
            assumeTrue(false, "only on Windows");
        }

        @Test
        void one() {}

        @Nested
        class Inner {
            @Test
            void two() {}
        }
    }

    @Fixture
    static class AfterAllAssumes {
        @Test
        void one() {
            Ledger.of(AfterAllAssumes.class, "one").passed();
        }

        @AfterAll
        static void late() {
            assumeTrue(false, "too late for anybody");
        }
    }
}
