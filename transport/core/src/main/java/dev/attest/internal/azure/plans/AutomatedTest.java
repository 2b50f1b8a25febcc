package dev.attest.internal.azure.plans;

import dev.attest.internal.config.setting.TestNames;
import dev.attest.internal.text.Texts;
import dev.attest.spi.ReportName;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a test at the service, which keeps the history of results by name and storage.
 *
 * @param name such as {@code shop.CartTest.adds}; never empty
 * @param storage such as {@code shop.CartTest}; null if the test has no class
 * @param id a UUID
 */
public record AutomatedTest(String name, @Nullable String storage, String id) {

    public static final String TYPE = "JUnit";

    private static final int LONGEST = 256;

    /** Returns the test under the names that the settings choose. */
    public static AutomatedTest of(TestDescription test, TestNames names) {
        TestId id = test.id();
        ReportName report = test.reportName();
        boolean asReported = names == TestNames.SUREFIRE;
        String name =
                Texts.clean(asReported ? report.name() : id.qualifiedName()).strip();
        String uuid = id.uuid().toString();
        String storage = Texts.cutWithHash(Texts.clean(asReported ? report.className() : id.className()), LONGEST);
        return new AutomatedTest(
                name.isEmpty() ? uuid : Texts.cutWithHash(name, LONGEST), storage.isBlank() ? null : storage, uuid);
    }
}
