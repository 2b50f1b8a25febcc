package dev.attest.benchmarks.cold;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** 2,013 tests of Jupiter: 20 classes of 100 invocations that print five lines each, and 13 that are less alike. */
final class JupiterSuite {

    /** Number of tests. */
    static final int TESTS = 2013;

    private JupiterSuite() {}

    /** Returns the classes of the tests. */
    static Class<?>[] classes() {
        return JupiterSuite.class.getDeclaredClasses();
    }

    abstract static class Printing {

        static IntStream numbers() {
            return IntStream.range(0, 100);
        }

        @ParameterizedTest
        @MethodSource("numbers")
        void prints(int number) {
            for (int line = 1; line <= 5; line++) {
                System.out.println("2026-11-21 12:00:00.000 INFO  [main] shop.Cart - line " + line + " of " + number);
            }
            assertTrue(number >= 0);
        }
    }

    static final class AccountTests extends Printing {}

    static final class AddressTests extends Printing {}

    static final class BasketTests extends Printing {}

    static final class CatalogTests extends Printing {}

    static final class CheckoutTests extends Printing {}

    static final class CouponTests extends Printing {}

    static final class CurrencyTests extends Printing {}

    static final class CustomerTests extends Printing {}

    static final class DeliveryTests extends Printing {}

    static final class DiscountTests extends Printing {}

    static final class InvoiceTests extends Printing {}

    static final class LoginTests extends Printing {}

    static final class OrderTests extends Printing {}

    static final class PaymentTests extends Printing {}

    static final class PriceTests extends Printing {}

    static final class ProductTests extends Printing {}

    static final class RefundTests extends Printing {}

    static final class ReviewTests extends Printing {}

    static final class SearchTests extends Printing {}

    static final class StockTests extends Printing {}

    static final class OddTests {

        @Test
        void passes() {}

        @Test
        @Tag("slow")
        @DisplayName("has a name of its own")
        void isNamed() {}

        @Test
        void fails() {
            assertEquals(2, 1 + 2);
        }

        @Test
        void throwsWithCause() {
            throw new IllegalStateException("no connection", new IllegalArgumentException("port 0"));
        }

        @Test
        void isAborted() {
            assumeTrue(System.nanoTime() == 0, "there is no clock");
        }

        @Test
        @Disabled("until the service is there")
        void isDisabled() {}

        @Test
        void printsToTheOther() {
            System.err.println("a warning");
        }

        @TestFactory
        Stream<DynamicTest> areDynamic() {
            return Stream.of("first", "second", "third").map(name -> DynamicTest.dynamicTest(name, () -> {}));
        }

        @Nested
        final class WhenEmpty {

            @Test
            void isEmpty() {}

            @Test
            void canBeFilled() {}
        }

        @Nested
        final class WhenFull {

            @Test
            void isFull() {}
        }
    }
}
