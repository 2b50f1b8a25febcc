package dev.attest.internal.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Drivers in static fields of classes that the test only uses. */
class StaticHoldersTest {

    private static final String TEST = "class CartTest { void fails() { new CartPage().open(); } }";
    private static final String PAGE = "class CartPage { void open() { Driver.get(); } }";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Driver { static WebDriver driver; static void get() { driver = new FakeDriver(\"x\"); } }",
                "class Driver { static final ThreadLocal<WebDriver> driver = new ThreadLocal<>();"
                        + " static void get() { driver.set(new FakeDriver(\"x\")); } }",
                "class Driver { static final Map<String, WebDriver> driver = new HashMap<>();"
                        + " static void get() { driver.put(\"main\", new FakeDriver(\"x\")); } }",
                "class Driver { static final Driver instance = new Driver(); WebDriver driver;"
                        + " static void get() { instance.driver = new FakeDriver(\"x\"); } }",
                "enum Driver { INSTANCE; WebDriver driver;"
                        + " static void get() { INSTANCE.driver = new FakeDriver(\"x\"); } }",
                "interface Driver { ThreadLocal<WebDriver> driver = new ThreadLocal<>();"
                        + " static void get() { driver.set(new FakeDriver(\"x\")); } }",
            })
    void findsTheBrowserThatAnUnrelatedClassHolds(String driver) throws Exception {
        Object test = opened(new CompiledProject(folder).with(TEST, PAGE, driver));

        assertThat(new TestSearch(test.getClass()).with(test).found()).containsExactly("Driver.driver");
    }

    @Test
    void readsNoSuchFieldOfATestWhoseOwnBrowserIsFound() throws Exception {
        Object test = opened(
                new CompiledProject(folder)
                        .with(
                                "class CartTest { WebDriver own = new FakeDriver(\"own\");"
                                        + " void fails() { new CartPage().open(); } }",
                                PAGE,
                                "class Driver { static WebDriver driver; static void get() { driver = new FakeDriver(\"x\"); } }"));

        assertThat(new TestSearch(test.getClass()).with(test).found()).containsExactly("CartTest.own");
    }

    @Test
    void startsAtTheClassesInTheStackTraceOfTheFailure() throws Exception {
        CompiledProject project = new CompiledProject(folder)
                .with(
                        "class CartTest { void fails() {} }",
                        "class Steps { static void fail() { Driver.get(); throw new AssertionError(); } }",
                        "class Driver { static WebDriver driver; static void get() { driver = new FakeDriver(\"x\"); } }");
        Object test = project.create("CartTest");
        Throwable failure = null;
        try {
            var fail = project.type("Steps").getDeclaredMethod("fail");
            fail.setAccessible(true);
            fail.invoke(null);
        } catch (ReflectiveOperationException e) {
            failure = e;
        }

        assertThat(new TestSearch(test.getClass()).with(test).found()).isEmpty();
        assertThat(new TestSearch(test.getClass())
                        .with(test)
                        .withFailure(failure)
                        .found())
                .containsExactly("Driver.driver");
    }

    @Test
    void goesThreeClassesDeep() throws Exception {
        Object test = opened(new CompiledProject(folder)
                .with(
                        "class CartTest { void fails() { One.go(); } }",
                        "class One { static void go() { Two.go(); } }",
                        "class Two { static void go() { Three.go(); } }",
                        "class Three { static WebDriver third;"
                                + " static void go() { third = new FakeDriver(\"x\"); Four.go(); } }",
                        "class Four { static WebDriver fourth;"
                                + " static void go() { fourth = new FakeDriver(\"x\"); } }"));

        assertThat(new TestSearch(test.getClass()).with(test).found()).containsExactly("Three.third");
    }

    @Test
    void initializesNoClass() throws Exception {
        Object test = opened(new CompiledProject(folder)
                .with(
                        "class CartTest { Class<?> named = Sleeping.class;"
                                + " void fails() { if (named == null) Sleeping.wake(); } }",
                        "class Sleeping { static {"
                                + " System.setProperty(\"initialized.Sleeping\", \"yes\"); }"
                                + " static WebDriver driver = new FakeDriver(\"x\");"
                                + " static void wake() {} }"));

        assertThat(new TestSearch(test.getClass()).with(test).found()).isEmpty();
        assertThat(System.getProperty("initialized.Sleeping")).isNull();
    }

    @Test
    void initializesNoClassAroundAStaticNestedTest() throws Exception {
        CompiledProject project = new CompiledProject(folder)
                .with("class Around { static {"
                        + " System.setProperty(\"initialized.Around\", \"yes\"); }"
                        + " static WebDriver driver = new FakeDriver(\"x\");"
                        + " static class CartTest {} }");

        assertThat(new TestSearch(project.type("Around$CartTest")).found()).isEmpty();
        assertThat(System.getProperty("initialized.Around")).isNull();
    }

    @Test
    void neitherReadsNorFollowsLibraries() throws Exception {
        String driver = "public class Driver { static WebDriver driver;"
                + " public static void get() { driver = new FakeDriver(\"x\"); } }";
        CompiledProject library =
                new CompiledProject(folder).withJar("lib/driver.jar", driver).with(TEST, PAGE);
        CompiledProject module = new CompiledProject(folder.resolve("built"))
                .withJar("target/driver.jar", driver)
                .with(TEST, PAGE);
        CompiledProject oneJar = new CompiledProject(folder.resolve("one")).withJar("lib/all.jar", TEST, PAGE, driver);

        assertThat(found(library)).isEmpty();
        assertThat(found(module)).containsExactly("Driver.driver");
        assertThat(found(oneJar)).containsExactly("Driver.driver");
    }

    @Test
    void leavesOutWhatIsClosed() throws Exception {
        Object test = opened(new CompiledProject(folder)
                .with(
                        TEST,
                        PAGE,
                        "class Driver { static FakeDriver driver; static void get() {"
                                + " driver = new FakeDriver(\"x\"); driver.quit(); } }"));
        TestSearch search = new TestSearch(test.getClass()).with(test);

        assertThat(search.found()).isEmpty();
        assertThat(search.skipped()).containsExactly("Driver.driver was closed by then");
    }

    @Test
    void usesWhatIsSharedOnlyWhileNoOtherTestRuns() throws Exception {
        Object test = opened(new CompiledProject(folder).with(TEST, PAGE, """
                        class Driver {
                            static WebDriver shared;
                            static final ThreadLocal<WebDriver> own = new ThreadLocal<>();
                            static final ThreadLocal<WebDriver> inherited = new InheritableThreadLocal<>();
                            static final Map<Long, WebDriver> byThread = new HashMap<>();
                            static final Map<Thread, WebDriver> ofAnother = new HashMap<>();

                            static void get() {
                                shared = new FakeDriver("shared");
                                own.set(new FakeDriver("own"));
                                inherited.set(new FakeDriver("inherited"));
                                byThread.put(Thread.currentThread().getId(), new FakeDriver("own, by its id"));
                                byThread.put(-1L, new FakeDriver("of another"));
                                ofAnother.put(new Thread(), new FakeDriver("of another"));
                            }
                        }
                        """));
        TestSearch search = new TestSearch(test.getClass()).with(test).inParallel();

        assertThat(search.found()).containsExactly("Driver.own", "Driver.byThread");
        assertThat(search.skipped())
                .containsExactly("Driver.shared, Driver.inherited, Driver.ofAnother was not asked,"
                        + " for another thread may use it");
        assertThat(new TestSearch(test.getClass()).with(test).found())
                .contains("Driver.shared", "Driver.own", "Driver.inherited");
    }

    private static Iterable<String> found(CompiledProject project) throws Exception {
        Object test = opened(project);
        return new TestSearch(test.getClass()).with(test).found();
    }

    /** Runs the test, so that its classes are initialized. */
    private static Object opened(CompiledProject project) throws Exception {
        Object test = project.create("CartTest");
        var method = test.getClass().getDeclaredMethod("fails");
        method.setAccessible(true);
        method.invoke(test);
        return test;
    }
}
