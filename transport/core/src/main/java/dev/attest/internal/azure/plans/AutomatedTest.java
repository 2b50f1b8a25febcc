package dev.attest.internal.azure.plans;

import dev.attest.internal.config.setting.TestNames;
import dev.attest.internal.text.Texts;
import dev.attest.spi.ReportName;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;

/**
 * The identity of a test at the service, which keeps the history of results by name and storage.
 *
 * @param name such as {@code shop.CartTest.adds}; never empty
 * @param storage such as {@code shop.CartTest}; of a test without a class or a file its engine; never empty
 * @param id a UUID
 */
public record AutomatedTest(String name, String storage, String id) {

    public static final String TYPE = "JUnit";

    private static final int LONGEST = 256;

    /** Returns the test under the names that the settings choose. */
    public static AutomatedTest of(TestDescription test, TestNames names) {
        return names == TestNames.SUREFIRE
                ? reported(test)
                : of(test.id().invocationName(), test.id().className(), test.id());
    }

    /** Returns the method of a test: a test case is automated by a method, whichever of its invocations comes last. */
    static AutomatedTest ofMethod(TestDescription test, TestNames names) {
        TestId id = test.id();
        TestId method = id.method().isEmpty() ? id : new TestId(id.engine(), id.className(), id.method(), "");
        return names == TestNames.SUREFIRE ? reported(test) : of(method.qualifiedName(), id.className(), method);
    }

    private static AutomatedTest reported(TestDescription test) {
        ReportName report = test.reportName();
        return of(report.name(), report.className(), test.id());
    }

    private static AutomatedTest of(String name, String storage, TestId id) {
        String clean = Texts.clean(name).strip();
        String place = Texts.cutWithHash(Texts.clean(storage), LONGEST);
        String uuid = id.uuid().toString();
        return new AutomatedTest(
                clean.isEmpty() ? uuid : Texts.cutWithHash(clean, LONGEST),
                place.isBlank() ? id.engine() : place,
                uuid);
    }
}
