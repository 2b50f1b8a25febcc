package dev.attest.systemtests.junit5.conformance;

import dev.attest.junit5.Fixture;
import dev.attest.testkit.Ledger;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** How the body of a test ends. */
final class Outcomes {

    private Outcomes() {}

    @Fixture
    static class Plain {
        @Test
        void passes() {
            Ledger.of(Plain.class, "passes").passed();
        }

        @Test
        void passesForWhatItCatches() {
            Ledger.of(Plain.class, "passesForWhatItCatches").passed();
            assertThrows(IllegalStateException.class, () -> {
                throw new IllegalStateException("expected");
            });
        }

        @Test
        void fails() {
            throw Ledger.of(Plain.class, "fails").failed("two is not three");
        }

        @Test
        void failsAnAssertion() {
            Ledger.of(Plain.class, "failsAnAssertion").failed("price ==> expected: <2> but was: <3>");
            assertEquals(2, 3, "price");
        }

        @Test
        void failsSeveralAssertions() {
            Ledger.of(Plain.class, "failsSeveralAssertions")
                    .failed(String.join(
                            System.lineSeparator(),
                            "cart (2 failures)",
                            "\torg.opentest4j.AssertionFailedError: no milk",
                            "\torg.opentest4j.AssertionFailedError: no eggs"));
            assertAll("cart", Stream.of(() -> fail("no milk"), () -> fail("no eggs")));
        }

        @Test
        void throwsACheckedException() throws IOException {
            throw Ledger.of(Plain.class, "throwsACheckedException")
                    .failed(new IOException("no route to host"), "no route to host");
        }

        @Test
        void throwsWithACauseAndASuppressed() {
            var thrown = new IllegalStateException("outer", new IOException("inner"));
            thrown.addSuppressed(new IOException("beside"));
            throw Ledger.of(Plain.class, "throwsWithACauseAndASuppressed").failed(thrown, "outer");
        }

        @Test
        void throwsAnErrorOfTheLinker() {
            throw Ledger.of(Plain.class, "throwsAnErrorOfTheLinker")
                    .failed(new NoClassDefFoundError("shop/Lost"), "shop/Lost");
        }

        @Test
        void usesAClassThatCannotBeInitialized() {
            Ledger.of(Plain.class, "usesAClassThatCannotBeInitialized").failed("java.lang.ExceptionInInitializerError");
            Port.open();
        }

        static final class Port {
            static final int NUMBER = Integer.parseInt("none");

            static void open() {
                assertEquals(1, NUMBER);
            }
        }
    }

    @Fixture
    static class Assuming {
        @Test
        void withAReason() {
            Ledger.of(Assuming.class, "withAReason").assumed("Assumption failed: not on a Tuesday");
            assumeTrue(false, "not on a Tuesday");
        }

        @Test
        void withoutAReason() {
            Ledger.of(Assuming.class, "withoutAReason").assumed("Assumption failed: assumption is not true");
            assumeTrue(false);
        }

        @Test
        void ofWhatHolds() {
            Ledger.of(Assuming.class, "ofWhatHolds").passed();
            assumeTrue(true, "always");
        }
    }
}
