package dev.attest.benchmarks.cold;

import java.util.Iterator;
import java.util.stream.IntStream;
import org.testng.Assert;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** 2,000 tests of TestNG: 20 classes of 100 invocations that print five lines each. */
final class TestNgSuite {

    private TestNgSuite() {}

    /** Returns the classes of the tests. */
    static Class<?>[] classes() {
        return new Class<?>[] {
            AccountTests.class, AddressTests.class, BasketTests.class, CatalogTests.class, CheckoutTests.class,
            CouponTests.class, CurrencyTests.class, CustomerTests.class, DeliveryTests.class, DiscountTests.class,
            InvoiceTests.class, LoginTests.class, OrderTests.class, PaymentTests.class, PriceTests.class,
            ProductTests.class, RefundTests.class, ReviewTests.class, SearchTests.class, StockTests.class
        };
    }

    /** What all classes inherit. Public, because TestNG calls public methods. */
    public abstract static class Printing {

        @DataProvider
        public Iterator<Object[]> numbers() {
            return IntStream.range(0, 100)
                    .mapToObj(number -> new Object[] {number})
                    .iterator();
        }

        @Test(dataProvider = "numbers")
        public void prints(int number) {
            for (int line = 1; line <= 5; line++) {
                System.out.println("2026-11-21 12:00:00.000 INFO  [main] shop.Cart - line " + line + " of " + number);
            }
            Assert.assertTrue(number >= 0);
        }
    }

    public static final class AccountTests extends Printing {}

    public static final class AddressTests extends Printing {}

    public static final class BasketTests extends Printing {}

    public static final class CatalogTests extends Printing {}

    public static final class CheckoutTests extends Printing {}

    public static final class CouponTests extends Printing {}

    public static final class CurrencyTests extends Printing {}

    public static final class CustomerTests extends Printing {}

    public static final class DeliveryTests extends Printing {}

    public static final class DiscountTests extends Printing {}

    public static final class InvoiceTests extends Printing {}

    public static final class LoginTests extends Printing {}

    public static final class OrderTests extends Printing {}

    public static final class PaymentTests extends Printing {}

    public static final class PriceTests extends Printing {}

    public static final class ProductTests extends Printing {}

    public static final class RefundTests extends Printing {}

    public static final class ReviewTests extends Printing {}

    public static final class SearchTests extends Printing {}

    public static final class StockTests extends Printing {}
}
