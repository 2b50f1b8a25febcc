package dev.attest.standin;

import static dev.attest.standin.SampleHistory.test;

/** Two runs between which much has changed. */
final class SampleChanges {

    private static final String LONG = "X".repeat(180);

    private final StandIn server;

    SampleChanges(StandIn server) {
        this.server = server;
    }

    /** Publishes both runs, and returns the second one. */
    int publish() {
        var history = new SampleHistory(server);
        history.run(
                71,
                "main",
                String.join(
                        ",",
                        test("shop.CheckoutTest.paysByCard", "Passed", 400, ""),
                        test("shop.CheckoutTest.paysByInvoice", "Failed", 400, ",'errorMessage':'no invoice'"),
                        test("shop.CheckoutTest.paysLater", "Failed", 900, ",'errorMessage':'no invoice'"),
                        test("shop.CartTest.sumsUp", "Passed", 300, ""),
                        test("shop.CartTest.keepsItsLines", "Passed", 300, ""),
                        test("shop." + LONG + "Test.isGone", "Passed", 300, "")));
        return history.run(
                72,
                "main",
                String.join(
                                ",",
                                test(
                                        "shop.CheckoutTest.paysByCard",
                                        "Failed",
                                        400,
                                        ",'errorMessage':'expected 200 but was 502" + " m".repeat(200)
                                                + "','comment':'new'"),
                                test("shop.CheckoutTest.paysByInvoice", "Passed", 400, ""),
                                test(
                                        "shop.CheckoutTest.paysLater",
                                        "Timeout",
                                        9000,
                                        ",'errorMessage':'timed out after 9 s'"),
                                test("shop.CartTest.sumsUp", "Passed", 4300, ""),
                                test("shop.CartTest.keepsItsLines", "NotExecuted", 0, ""))
                        + "," + SampleHistory.tests(14, index -> test("shop.NewTest.works" + index, "Passed", 20, "")));
    }
}
