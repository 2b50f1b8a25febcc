package dev.attest.systemtests.junit5.conformance;

import dev.attest.junit5.Fixture;
import dev.attest.testkit.Ledger;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What fails before and after the body of a test. */
final class AroundATest {

    private AroundATest() {}

    private static String methodOf(TestInfo info) {
        return info.getTestMethod().orElseThrow().getName();
    }

    @Fixture
    static class ConstructorFails {
        private static final Iterator<String> METHODS = List.of("one", "two").iterator();

        ConstructorFails() {
            throw Ledger.of(ConstructorFails.class, METHODS.next()).failed("no bricks");
        }

        @Test
        void one() {}

        @Test
        void two() {}
    }

    @Fixture
    static class BeforeEachFails {
        @BeforeEach
        void prepare(TestInfo info) {
            throw Ledger.of(BeforeEachFails.class, methodOf(info)).failed("no water");
        }

        @Test
        void one() {}

        @Test
        void two() {}
    }

    @Fixture
    static class BeforeEachAssumes {
        @BeforeEach
        void tuesday() {
            Ledger.of(BeforeEachAssumes.class, "one").assumed("Assumption failed: not on a Tuesday");
            assumeTrue(false, "not on a Tuesday");
        }

        @Test
        void one() {}
    }

    @Fixture
    static class AfterEachFails {
        @Test
        void one() {}

        @AfterEach
        void tidy() {
            throw Ledger.of(AfterEachFails.class, "one").failed("no drain");
        }
    }

    @Fixture
    static class BodyAndAfterEachFail {
        @Test
        void one() {
            throw Ledger.of(BodyAndAfterEachFail.class, "one").failed("the body's");
        }

        @AfterEach
        void tidy() {
            throw new IllegalStateException("the tear-down's, which is the lesser trouble");
        }
    }

    @Fixture
    static class BeforeEachAndAfterEachFail {
        @BeforeEach
        void prepare() {
            throw Ledger.of(BeforeEachAndAfterEachFail.class, "one").failed("the set-up's");
        }

        @Test
        void one() {}

        @AfterEach
        void tidy() {
            throw new IllegalStateException("the tear-down's");
        }
    }

    @Fixture
    static class BodyAssumesAndAfterEachFails {
        @Test
        void one() {
            assumeTrue(false, "not on a Tuesday");
        }

        @AfterEach
        void tidy() {
            throw Ledger.of(BodyAssumesAndAfterEachFails.class, "one").failed("no drain");
        }
    }

    @Fixture
    static class BeforeEachOfTheOuterClassFails {
        @BeforeEach
        void prepare(TestInfo info) {
            if (methodOf(info).equals("inside")) {
                throw Ledger.of(Inner.class, "inside").failed("no ground");
            }
        }

        @Test
        void outside() {
            Ledger.of(BeforeEachOfTheOuterClassFails.class, "outside").passed();
        }

        @Nested
        class Inner {
            @Test
            void inside() {}
        }
    }
}
