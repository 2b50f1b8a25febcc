package dev.attest.testng;

import java.util.Arrays;
import java.util.function.Predicate;
import org.testng.ITestNGMethod;

/** The kind of a configuration method. */
enum Fixture {
    BEFORE_SUITE("@BeforeSuite", ITestNGMethod::isBeforeSuiteConfiguration),
    BEFORE_TEST("@BeforeTest", ITestNGMethod::isBeforeTestConfiguration),
    BEFORE_GROUPS("@BeforeGroups", ITestNGMethod::isBeforeGroupsConfiguration),
    BEFORE_CLASS("@BeforeClass", ITestNGMethod::isBeforeClassConfiguration),
    BEFORE_METHOD("@BeforeMethod", ITestNGMethod::isBeforeMethodConfiguration),
    AFTER_METHOD("@AfterMethod", ITestNGMethod::isAfterMethodConfiguration),
    AFTER_CLASS("@AfterClass", ITestNGMethod::isAfterClassConfiguration),
    AFTER_GROUPS("@AfterGroups", ITestNGMethod::isAfterGroupsConfiguration),
    AFTER_TEST("@AfterTest", ITestNGMethod::isAfterTestConfiguration),
    AFTER_SUITE("@AfterSuite", ITestNGMethod::isAfterSuiteConfiguration),
    OTHER("@Configuration", method -> true);

    private final String annotation;

    @SuppressWarnings("ImmutableEnumChecker") // each is a reference to a method
    private final Predicate<ITestNGMethod> applies;

    Fixture(String annotation, Predicate<ITestNGMethod> applies) {
        this.annotation = annotation;
        this.applies = applies;
    }

    static Fixture of(ITestNGMethod method) {
        return Arrays.stream(values())
                .filter(kind -> kind.applies.test(method))
                .findFirst()
                .orElse(OTHER);
    }

    /** Returns whether it runs in each {@code <test>}, rather than once in a suite. */
    boolean isPerTest() {
        return this != BEFORE_SUITE && this != AFTER_SUITE;
    }

    @Override
    public String toString() {
        return annotation;
    }
}
