package dev.attest.internal.browser;

import dev.attest.spi.TestContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places where the browsers of a test may be.
 *
 * @param watched drivers that the thread of the test passed to {@code Attest.watch}
 * @param sessions open sessions of the test
 * @param saved file name of the screenshot that Selenide saved of the failure; null if there is none
 * @param serial whether tests run one at a time, so that no other thread uses a browser in a shared field
 */
record BrowserCandidates(
        TestContext test,
        List<?> watched,
        List<SessionBrowser> sessions,
        @Nullable String saved,
        boolean serial) {}
