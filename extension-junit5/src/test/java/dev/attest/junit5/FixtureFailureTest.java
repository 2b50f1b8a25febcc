package dev.attest.junit5;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.attest.junit5.Launch.ledgerOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What fails around the tests of a class has a row of its own, and every test says what became of it. */
class FixtureFailureTest {

    @Test
    void reportsBeforeAllAsARowAndItsTestsAsNotStarted() {
        assertThat(ledgerOf(NoDatabase.class)).isEqualTo("""
                concluded NoDatabase › @BeforeAll <NoDatabase @BeforeAll>: FAILED, refused (with trace)
                concluded NoDatabase › one() <NoDatabase one()>: NOT_STARTED, \
                Not started: @BeforeAll of NoDatabase failed: refused
                concluded NoDatabase › template(int) <NoDatabase template(int)>: NOT_STARTED, \
                Not started: @BeforeAll of NoDatabase failed: refused
                concluded NoDatabase › Inner › two() <NoDatabase$Inner two()>: NOT_STARTED, \
                Not started: @BeforeAll of NoDatabase failed: refused
                """);
    }

    @Fixture
    static class NoDatabase {
        @BeforeAll
        static void connect() {
            throw new IllegalStateException("refused");
        }

        @Test
        void one() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void template(int number) {}

        @Nested
        class Inner {
            @Test
            void two() {}
        }
    }

    @Test
    void reportsBeforeAllOfANestedClassWithoutItsSiblings() {
        assertThat(ledgerOf(Outer.class)).isEqualTo("""
                started Outer › one() <Outer one()>
                finished Outer › one(): PASSED
                concluded Outer › Inner › @BeforeAll <Outer$Inner @BeforeAll>: FAILED, inner (with trace)
                concluded Outer › Inner › two() <Outer$Inner two()>: NOT_STARTED, \
                Not started: @BeforeAll of Outer › Inner failed: inner
                """);
    }

    @Fixture
    static class Outer {
        @Test
        void one() {}

        @Nested
        @TestInstance(TestInstance.Lifecycle.PER_CLASS)
        class Inner {
            @BeforeAll
            void prepare() {
                throw new IllegalStateException("inner");
            }

            @Test
            void two() {}
        }
    }

    @Test
    void reportsAConstructorOfASharedInstanceLikeBeforeAll() {
        assertThat(ledgerOf(SharedInstance.class)).isEqualTo("""
                concluded SharedInstance › set-up <SharedInstance set-up>: FAILED, no bricks (with trace)
                concluded SharedInstance › one() <SharedInstance one()>: NOT_STARTED, \
                Not started: set-up of SharedInstance failed: no bricks
                """);
    }

    @Fixture
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class SharedInstance {
        SharedInstance() {
            throw new IllegalStateException("no bricks");
        }

        @Test
        void one() {}
    }

    @Test
    void reportsAfterAllAsARowAndBlamesNoTest() {
        assertThat(ledgerOf(Leaking.class)).isEqualTo("""
                started Leaking › one() <Leaking one()>
                finished Leaking › one(): PASSED
                concluded Leaking › @AfterAll <Leaking @AfterAll>: FAILED, leak (with trace)
                """);
    }

    @Fixture
    static class Leaking {
        @AfterAll
        static void check() {
            throw new IllegalStateException("leak");
        }

        @Test
        void one() {}
    }

    @Test
    void reportsAfterAllOfAClassWhoseTestsAreAllDisabledAsAfterAll() {
        assertThat(ledgerOf(LeakingAlone.class)).isEqualTo("""
                concluded LeakingAlone › one() <LeakingAlone one()>: SKIPPED, off
                concluded LeakingAlone › @AfterAll <LeakingAlone @AfterAll>: FAILED, leak (with trace)
                """);
    }

    @Fixture
    static class LeakingAlone {
        @AfterAll
        static void check() {
            throw new IllegalStateException("leak");
        }

        @Disabled("off")
        @Test
        void one() {}
    }

    @Test
    void reportsBothFixturesOfAClassInOneRowWhenBothFail() {
        assertThat(ledgerOf(BothEnds.class)).isEqualTo("""
                concluded BothEnds › @BeforeAll <BothEnds @BeforeAll>: FAILED, first (with trace)
                concluded BothEnds › one() <BothEnds one()>: NOT_STARTED, \
                Not started: @BeforeAll of BothEnds failed: first
                """);
    }

    @Fixture
    static class BothEnds {
        @BeforeAll
        static void begin() {
            throw new IllegalStateException("first");
        }

        @AfterAll
        static void end() {
            throw new IllegalStateException("second");
        }

        @Test
        void one() {}
    }

    @Test
    void skipsTheTestsOfAClassWhoseAssumptionDidNotHold() {
        assertThat(ledgerOf(NotHere.class)).isEqualTo("""
                concluded NotHere › one() <NotHere one()>: SKIPPED, Assumption failed: only on Windows
                concluded NotHere › Inner › two() <NotHere$Inner two()>: SKIPPED, Assumption failed: only on Windows
                """);
    }

    @Fixture
    static class NotHere {
        @BeforeAll
        static void onWindows() {
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

    @Test
    void saysNothingOfAnAssumptionThatDidNotHoldAfterAllTests() {
        assertThat(ledgerOf(LateAssumption.class)).isEqualTo("""
                started LateAssumption › one() <LateAssumption one()>
                finished LateAssumption › one(): PASSED
                """);
    }

    @Fixture
    static class LateAssumption {
        @AfterAll
        static void late() {
            assumeTrue(false, "too late");
        }

        @Test
        void one() {}
    }

    @Test
    void reportsForeignExtensionsThatFailAroundAClass() {
        assertThat(ledgerOf(ForeignAfter.class, ForeignBefore.class)).isEqualTo("""
                started ForeignAfter › one() <ForeignAfter one()>
                finished ForeignAfter › one(): PASSED
                concluded ForeignAfter › tear-down <ForeignAfter tear-down>: FAILED, theirs (with trace)
                concluded ForeignBefore › set-up <ForeignBefore set-up>: FAILED, theirs (with trace)
                concluded ForeignBefore › one() <ForeignBefore one()>: NOT_STARTED, \
                Not started: set-up of ForeignBefore failed: theirs
                """);
    }

    @ExtendWith(ForeignAfter.Theirs.class)
    @Fixture
    static class ForeignAfter {
        @Test
        void one() {}

        static class Theirs implements AfterAllCallback {
            @Override
            public void afterAll(ExtensionContext context) {
                throw new IllegalStateException("theirs");
            }
        }
    }

    @ExtendWith(ForeignBefore.Theirs.class)
    @Fixture
    static class ForeignBefore {
        @Test
        void one() {}

        static class Theirs implements BeforeAllCallback {
            @Override
            public void beforeAll(ExtensionContext context) {
                throw new IllegalStateException("theirs");
            }
        }
    }
}
