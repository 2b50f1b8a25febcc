package dev.attest.junit5;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import static dev.attest.junit5.Launch.ledgerOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** One result for each test, whatever becomes of it. */
class LifecycleTest {

    @Test
    void reportsATestOnceWithItsOutcome() {
        assertThat(ledgerOf(Plain.class)).isEqualTo("""
                started Plain › fails() <Plain fails()>
                finished Plain › fails(): FAILED, two is not three (with trace)
                started Plain › failsWithoutAMessage() <Plain failsWithoutAMessage()>
                finished Plain › failsWithoutAMessage(): FAILED, java.lang.IllegalStateException (with trace)
                started Plain › passes() <Plain passes()>
                finished Plain › passes(): PASSED
                """);
    }

    @Fixture
    static class Plain {
        @Test
        void passes() {}

        @Test
        void fails() {
            fail("two is not three");
        }

        @Test
        void failsWithoutAMessage() {
            throw new IllegalStateException();
        }
    }

    @Test
    void namesNestedClassesAfterTheirClassFilesAndTitlesThemAfterTheirDisplayNames() {
        assertThat(ledgerOf(Cart.class)).isEqualTo("""
                started A cart › holds an item <Cart holds()>
                finished A cart › holds an item: PASSED
                started A cart › when empty › and new › costs nothing <Cart$Empty$New costsNothing()>
                finished A cart › when empty › and new › costs nothing: PASSED
                """);
    }

    @DisplayName("A cart")
    @Fixture
    static class Cart {
        @DisplayName("holds an item")
        @Test
        void holds() {}

        @DisplayName("when empty")
        @Nested
        class Empty {
            @DisplayName("and new")
            @Nested
            class New {
                @DisplayName("costs nothing")
                @Test
                void costsNothing() {}
            }
        }
    }

    @Test
    void tellsInheritedNestedClassesApartByTheClassThatInheritsThem() {
        assertThat(ledgerOf(Apples.class, Pears.class)).isEqualTo("""
                started Apples › Peeled › tastes() <Fruit$Peeled tastes() Apples>
                finished Apples › Peeled › tastes(): PASSED
                started Pears › Peeled › tastes() <Fruit$Peeled tastes() Pears>
                finished Pears › Peeled › tastes(): PASSED
                """);
    }

    @Fixture
    static class Fruit {
        @Nested
        class Peeled {
            @Test
            void tastes() {}
        }
    }

    @Fixture
    static class Apples extends Fruit {}

    @Fixture
    static class Pears extends Fruit {}

    @Test
    void tellsOverloadsApartByTheirParameterTypes() {
        assertThat(ledgerOf(Overloaded.class)).isEqualTo("""
                started Overloaded › it() <Overloaded it() ()>
                finished Overloaded › it(): PASSED
                started Overloaded › it(TestInfo) <Overloaded it(org.junit.jupiter.api.TestInfo) (org.junit.jupiter.api.TestInfo)>
                finished Overloaded › it(TestInfo): PASSED
                """);
    }

    @Fixture
    static class Overloaded {
        @Test
        void it() {}

        @Test
        void it(TestInfo info) {
            info.getDisplayName();
        }
    }

    @Test
    void carriesTagsOfTheTestAndOfItsClasses() {
        assertThat(ledgerOf(Tagged.class)).isEqualTo("""
                started Tagged › Inner › tagged() [fast, inner, shop] <Tagged$Inner tagged()>
                finished Tagged › Inner › tagged(): PASSED
                """);
    }

    @Fixture
    @Tag("shop")
    static class Tagged {
        @Nested
        @Tag("inner")
        class Inner {
            @Tag("fast")
            @Test
            void tagged() {}
        }
    }

    @Test
    void keepsControlCharactersOutOfTitles() {
        assertThat(ledgerOf(ManyLines.class)).isEqualTo("""
                started ManyLines › first second <ManyLines named()>
                finished ManyLines › first second: PASSED
                """);
    }

    @Fixture
    static class ManyLines {
        @DisplayName("first\r\n\tsecond")
        @Test
        void named() {}
    }

    @Test
    void reportsDisabledMethodsWithTheirReason() {
        assertThat(ledgerOf(Off.class)).isEqualTo("""
                concluded Off › dark() <Off dark()>: SKIPPED, bulb is broken
                concluded Off › unexplained() <Off unexplained()>: SKIPPED, void Off.unexplained() is @Disabled
                """);
    }

    @Fixture
    static class Off {
        @Disabled("bulb is broken")
        @Test
        void dark() {}

        @Disabled
        @Test
        void unexplained() {}
    }

    @Test
    void reportsEveryTestOfADisabledClassWithTheReason() {
        assertThat(ledgerOf(AllOff.class)).isEqualTo("""
                concluded AllOff › one() <AllOff one()>: SKIPPED, closed for the winter
                concluded AllOff › two() <AllOff two()>: SKIPPED, closed for the winter
                concluded AllOff › Inner › three() <AllOff$Inner three()>: SKIPPED, closed for the winter
                """);
    }

    @Disabled("closed for the winter")
    @Fixture
    static class AllOff {
        @Test
        void one() {}

        @Test
        void two() {}

        @Nested
        class Inner {
            @Test
            void three() {}
        }
    }

    @Test
    void reportsADisabledNestedClassBesideTestsThatRun() {
        assertThat(ledgerOf(PartlyOff.class)).isEqualTo("""
                started PartlyOff › on() <PartlyOff on()>
                finished PartlyOff › on(): PASSED
                concluded PartlyOff › Inner › off() <PartlyOff$Inner off()>: SKIPPED, later
                """);
    }

    @Fixture
    static class PartlyOff {
        @Test
        void on() {}

        @Disabled("later")
        @Nested
        class Inner {
            @Test
            void off() {}
        }
    }

    @Test
    void reportsAnAssumptionThatDidNotHoldAsSkippedWithItsMessage() {
        assertThat(ledgerOf(Assuming.class)).isEqualTo("""
                started Assuming › inSetUp() <Assuming inSetUp()>
                finished Assuming › inSetUp(): SKIPPED, Assumption failed: not on a Tuesday
                """);
    }

    @Fixture
    static class Assuming {
        @BeforeEach
        void tuesday() {
            assumeTrue(false, "not on a Tuesday");
        }

        @Test
        void inSetUp() {}
    }

    @Test
    void reportsATimeoutAsAFailure() {
        assertThat(ledgerOf(Slow.class)).isEqualTo("""
                started Slow › sleeps() <Slow sleeps()>
                finished Slow › sleeps(): FAILED, sleeps() timed out after 10 milliseconds (with trace)
                """);
    }

    @Fixture
    static class Slow {
        @Test
        @Timeout(value = 10, unit = TimeUnit.MILLISECONDS)
        void sleeps() throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    @Test
    void reportsATimeoutOfASeparateThreadAsAFailure() {
        assertThat(ledgerOf(SlowElsewhere.class)).isEqualTo("""
                started SlowElsewhere › sleeps() <SlowElsewhere sleeps()>
                finished SlowElsewhere › sleeps(): FAILED, sleeps() timed out after 10 milliseconds (with trace)
                """);
    }

    @Fixture
    static class SlowElsewhere {
        @Test
        @Timeout(value = 10, unit = TimeUnit.MILLISECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void sleeps() throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    @Test
    void reportsAFailingConstructorAsTheFailureOfEachTest() {
        assertThat(ledgerOf(Unbuildable.class)).isEqualTo("""
                started Unbuildable › one() <Unbuildable one()>
                finished Unbuildable › one(): FAILED, no bricks (with trace)
                started Unbuildable › two() <Unbuildable two()>
                finished Unbuildable › two(): FAILED, no bricks (with trace)
                """);
    }

    @Fixture
    static class Unbuildable {
        Unbuildable() {
            throw new IllegalStateException("no bricks");
        }

        @Test
        void one() {}

        @Test
        void two() {}
    }

    @Test
    void reportsAFailingBeforeEachAsTheFailureOfItsTest() {
        assertThat(ledgerOf(BadSetUp.class)).isEqualTo("""
                started BadSetUp › one() <BadSetUp one()>
                finished BadSetUp › one(): FAILED, no water (with trace)
                """);
    }

    @Fixture
    static class BadSetUp {
        @BeforeEach
        void fill() {
            throw new IllegalStateException("no water");
        }

        @Test
        void one() {}
    }

    @Test
    void reportsAFailingAfterEachAsTheFailureOfItsTest() {
        assertThat(ledgerOf(BadTearDown.class)).isEqualTo("""
                started BadTearDown › one() <BadTearDown one()>
                finished BadTearDown › one(): FAILED, no drain (with trace)
                """);
    }

    @Fixture
    static class BadTearDown {
        @AfterEach
        void empty() {
            throw new IllegalStateException("no drain");
        }

        @Test
        void one() {}
    }

    @Test
    void reportsAFailureInAForeignExtensionAsTheFailureOfItsTest() {
        assertThat(ledgerOf(Extended.class, ExtendedAfter.class)).isEqualTo("""
                started Extended › one() <Extended one()>
                finished Extended › one(): FAILED, somebody else's before (with trace)
                started ExtendedAfter › one() <ExtendedAfter one()>
                finished ExtendedAfter › one(): FAILED, somebody else's after (with trace)
                """);
    }

    @ExtendWith(Extended.Foreign.class)
    @Fixture
    static class Extended {
        @Test
        void one() {}

        static class Foreign implements BeforeEachCallback {
            @Override
            public void beforeEach(ExtensionContext context) {
                throw new IllegalStateException("somebody else's before");
            }
        }
    }

    @ExtendWith(ExtendedAfter.Foreign.class)
    @Fixture
    static class ExtendedAfter {
        @Test
        void one() {}

        static class Foreign implements AfterEachCallback {
            @Override
            public void afterEach(ExtensionContext context) {
                throw new IllegalStateException("somebody else's after");
            }
        }
    }
}
