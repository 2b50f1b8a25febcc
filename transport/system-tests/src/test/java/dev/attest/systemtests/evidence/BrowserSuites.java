package dev.attest.systemtests.evidence;

import dev.attest.Attest;
import dev.attest.Screenshot;
import dev.attest.When;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.function.Executable;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Suites that child JVMs run: each keeps its browser elsewhere, or closes it in another way. */
@SuppressWarnings("unused")
final class BrowserSuites {

    private BrowserSuites() {}

    @Disabled("run by a child JVM")
    static final class QuitsAfterEach {
        private WebDriver driver;

        @BeforeEach
        void open() {
            driver = LiveBrowser.showing("QuitsAfterEach");
        }

        @AfterEach
        void quit() {
            driver.quit();
        }

        @Test
        void fails() {
            fail("on purpose");
        }

        @Test
        void passes() {}

        @Test
        @Screenshot(When.ALWAYS)
        void passesAndIsSeen() {}

        @Test
        @Screenshot(When.NEVER)
        void failsUnseen() {
            fail("on purpose");
        }

        @Test
        void isAborted() {
            assumeTrue(false, "on purpose");
        }

        @Test
        void hasAnAlert() {
            ((ChromeDriver) driver).executeScript("setTimeout(() => alert('Sure?'), 0)");
            driver.getWindowHandle();
            fail("on purpose");
        }

        @Test
        void closesItselfFirst() {
            driver.quit();
            fail("on purpose");
        }
    }

    /** Gives tests a driver, and quits it when Jupiter closes the test's store. */
    static final class Drivers implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == WebDriver.class;
        }

        @Override
        @SuppressWarnings("deprecation") // by 5.13, for AutoCloseable, which older ones do not close
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            WebDriver driver = LiveBrowser.showing("ClosedByStore");
            ExtensionContext.Store.CloseableResource closing = driver::quit;
            context.getStore(ExtensionContext.Namespace.create(Drivers.class)).put(driver, closing);
            return driver;
        }
    }

    @Disabled("run by a child JVM")
    @ExtendWith(Drivers.class)
    static final class ClosedByStore {
        @Test
        void fails(WebDriver driver) {
            fail("on purpose");
        }
    }

    @Disabled("run by a child JVM")
    static final class FailsBeforeEach {
        private WebDriver driver;

        @BeforeEach
        void open() {
            driver = LiveBrowser.showing("FailsBeforeEach");
            fail("on purpose");
        }

        @AfterEach
        void quit() {
            driver.quit();
        }

        @Test
        void neverRuns() {}
    }

    @Disabled("run by a child JVM")
    static final class FailsBeforeAll {
        private static WebDriver driver;

        @BeforeAll
        static void open() {
            driver = LiveBrowser.showing("FailsBeforeAll");
            fail("on purpose");
        }

        @AfterAll
        static void quit() {
            driver.quit();
        }

        @Test
        void neverRuns() {}
    }

    @Disabled("run by a child JVM")
    static final class FailsBeforeAllWithin {
        private static final WebDriver DRIVER = LiveBrowser.showing("FailsBeforeAllWithin");

        @AfterAll
        static void quit() {
            DRIVER.quit();
        }

        @Test
        void passes() {}

        @Nested
        @TestInstance(TestInstance.Lifecycle.PER_CLASS)
        class Inside {
            @BeforeAll
            void open() {
                fail("on purpose");
            }

            @Test
            void neverRuns() {}
        }
    }

    @Disabled("run by a child JVM")
    static final class FailsAfterAll {
        private static WebDriver driver;

        @Test
        void opens() {
            driver = LiveBrowser.showing("FailsAfterAll");
        }

        @AfterAll
        static void quit() {
            try {
                fail("on purpose");
            } finally {
                Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
            }
        }
    }

    /** Puts up with a class that cannot be set up. */
    static final class Patient implements LifecycleMethodExecutionExceptionHandler {

        @Override
        public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable thrown) {
            assertThat(thrown).hasMessage("on purpose");
        }
    }

    @Disabled("run by a child JVM")
    @ExtendWith(Patient.class)
    static final class IsMendedBeforeAll {
        private static WebDriver driver;

        @BeforeAll
        static void open() {
            driver = LiveBrowser.showing("IsMendedBeforeAll");
            fail("on purpose");
        }

        @AfterAll
        static void quit() {
            driver.quit();
        }

        @Test
        void passes() {}
    }

    @Disabled("run by a child JVM")
    static final class KeptOutside {
        private final WebDriver driver = LiveBrowser.showing("KeptOutside");

        @AfterEach
        void quit() {
            driver.quit();
        }

        @Nested
        class Inside {
            @Test
            void fails() {
                fail("on purpose");
            }
        }
    }

    static final class Page {
        private final WebDriver driver = LiveBrowser.showing("KeptInAPage");
    }

    @Disabled("run by a child JVM")
    static final class KeptInAPage {
        private final Page page = new Page();

        @AfterEach
        void quit() {
            page.driver.quit();
        }

        @TestFactory
        List<DynamicTest> dynamic() {
            return List.of(DynamicTest.dynamicTest("fails", () -> fail("on purpose")));
        }
    }

    @Disabled("run by a child JVM")
    static final class KeptForTheClass {
        private static WebDriver driver;
        private static final ThreadLocal<WebDriver> OTHER = new ThreadLocal<>();

        @BeforeAll
        static void open() {
            driver = LiveBrowser.showing("KeptForTheClass");
            OTHER.set(LiveBrowser.showing("KeptForTheThread"));
        }

        @AfterAll
        static void quit() {
            driver.quit();
            OTHER.get().quit();
        }

        @Test
        void fails() {
            fail("on purpose");
        }
    }

    /** Where nobody looks. */
    static final class Holder {
        private static final ThreadLocal<WebDriver> DRIVER = new ThreadLocal<>();
    }

    @Disabled("run by a child JVM")
    static final class KeptElsewhere {
        @BeforeEach
        void open() {
            Holder.DRIVER.set(Attest.watch(LiveBrowser.showing("KeptElsewhere")));
        }

        @AfterEach
        void quit() {
            Holder.DRIVER.get().quit();
        }

        @Test
        void fails() {
            fail("on purpose");
        }
    }

    /** Runs tests on virtual threads, which the JDK that compiles this does not know. */
    static final class VirtualThreads implements InvocationInterceptor {

        @Override
        public void interceptTestMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
                throws Throwable {
            run(invocation::proceed);
        }

        static void run(Executable body) throws Throwable {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Runnable task = () -> {
                try {
                    assertThat(Thread.currentThread().toString()).startsWith("VirtualThread");
                    body.execute();
                } catch (Throwable e) {
                    thrown.set(e);
                }
            };
            ((Thread) Thread.class
                            .getMethod("startVirtualThread", Runnable.class)
                            .invoke(null, task))
                    .join();
            if (thrown.get() != null) {
                throw thrown.get();
            }
        }
    }

    @Disabled("run by a child JVM")
    static final class OnVirtualThreads {
        private WebDriver driver;

        @AfterEach
        void quit() {
            driver.quit();
        }

        @Test
        @ExtendWith(VirtualThreads.class)
        void failsThere() {
            driver = LiveBrowser.showing("OnVirtualThreads");
            fail("on purpose");
        }

        @Test
        void failsAfterOne() throws Throwable {
            VirtualThreads.run(() -> driver = LiveBrowser.showing("OnVirtualThreads"));
            fail("on purpose");
        }
    }
}
