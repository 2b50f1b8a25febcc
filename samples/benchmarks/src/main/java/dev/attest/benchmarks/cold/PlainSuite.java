package dev.attest.benchmarks.cold;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * 2,000 methods that do nothing, in 40 classes: unlike invocations, JUnit knows them all before the first one starts.
 */
final class PlainSuite {

    private PlainSuite() {}

    /** Returns the classes of the tests. */
    static Class<?>[] classes() {
        return Arrays.stream(PlainSuite.class.getDeclaredClasses())
                .filter(each -> each != Rules.class)
                .toArray(Class<?>[]::new);
    }

    abstract static class Rules {

        @Test
        void keepsRule01() {}

        @Test
        void keepsRule02() {}

        @Test
        void keepsRule03() {}

        @Test
        void keepsRule04() {}

        @Test
        void keepsRule05() {}

        @Test
        void keepsRule06() {}

        @Test
        void keepsRule07() {}

        @Test
        void keepsRule08() {}

        @Test
        void keepsRule09() {}

        @Test
        void keepsRule10() {}

        @Test
        void keepsRule11() {}

        @Test
        void keepsRule12() {}

        @Test
        void keepsRule13() {}

        @Test
        void keepsRule14() {}

        @Test
        void keepsRule15() {}

        @Test
        void keepsRule16() {}

        @Test
        void keepsRule17() {}

        @Test
        void keepsRule18() {}

        @Test
        void keepsRule19() {}

        @Test
        void keepsRule20() {}

        @Test
        void keepsRule21() {}

        @Test
        void keepsRule22() {}

        @Test
        void keepsRule23() {}

        @Test
        void keepsRule24() {}

        @Test
        void keepsRule25() {}

        @Test
        void keepsRule26() {}

        @Test
        void keepsRule27() {}

        @Test
        void keepsRule28() {}

        @Test
        void keepsRule29() {}

        @Test
        void keepsRule30() {}

        @Test
        void keepsRule31() {}

        @Test
        void keepsRule32() {}

        @Test
        void keepsRule33() {}

        @Test
        void keepsRule34() {}

        @Test
        void keepsRule35() {}

        @Test
        void keepsRule36() {}

        @Test
        void keepsRule37() {}

        @Test
        void keepsRule38() {}

        @Test
        void keepsRule39() {}

        @Test
        void keepsRule40() {}

        @Test
        void keepsRule41() {}

        @Test
        void keepsRule42() {}

        @Test
        void keepsRule43() {}

        @Test
        void keepsRule44() {}

        @Test
        void keepsRule45() {}

        @Test
        void keepsRule46() {}

        @Test
        void keepsRule47() {}

        @Test
        void keepsRule48() {}

        @Test
        void keepsRule49() {}

        @Test
        void keepsRule50() {}
    }

    static final class AccountTests extends Rules {}

    static final class AddressTests extends Rules {}

    static final class BannerTests extends Rules {}

    static final class BasketTests extends Rules {}

    static final class BrandTests extends Rules {}

    static final class CatalogTests extends Rules {}

    static final class CheckoutTests extends Rules {}

    static final class ColorTests extends Rules {}

    static final class CouponTests extends Rules {}

    static final class CurrencyTests extends Rules {}

    static final class CustomerTests extends Rules {}

    static final class DeliveryTests extends Rules {}

    static final class DiscountTests extends Rules {}

    static final class ExportTests extends Rules {}

    static final class FraudTests extends Rules {}

    static final class GiftTests extends Rules {}

    static final class ImageTests extends Rules {}

    static final class ImportTests extends Rules {}

    static final class InvoiceTests extends Rules {}

    static final class LabelTests extends Rules {}

    static final class LoginTests extends Rules {}

    static final class MailTests extends Rules {}

    static final class MenuTests extends Rules {}

    static final class OrderTests extends Rules {}

    static final class ParcelTests extends Rules {}

    static final class PaymentTests extends Rules {}

    static final class PriceTests extends Rules {}

    static final class ProductTests extends Rules {}

    static final class ProfileTests extends Rules {}

    static final class RatingTests extends Rules {}

    static final class RefundTests extends Rules {}

    static final class ReportTests extends Rules {}

    static final class ReviewTests extends Rules {}

    static final class SearchTests extends Rules {}

    static final class SessionTests extends Rules {}

    static final class StockTests extends Rules {}

    static final class StoreTests extends Rules {}

    static final class TaxTests extends Rules {}

    static final class UserTests extends Rules {}

    static final class VoucherTests extends Rules {}
}
