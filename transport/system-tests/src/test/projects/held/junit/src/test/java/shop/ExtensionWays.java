package shop;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;

/** Browsers that extensions open and quit. */
final class ExtensionWays {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create("browsers");

    private ExtensionWays() {}

    static final class Watcher implements BeforeEachCallback, TestWatcher {
        @Override
        public void beforeEach(ExtensionContext context) {
            context.getStore(NAMESPACE).put("driver", Drivers.open());
        }

        @Override
        public void testFailed(ExtensionContext context, Throwable failure) {
            ((TakesScreenshot) Drivers.current()).getScreenshotAs(OutputType.BYTES);
            Drivers.quit();
        }

        @Override
        public void testSuccessful(ExtensionContext context) {
            Drivers.quit();
        }
    }

    @ExtendWith(Watcher.class)
    static class QuitByAWatcher {
        @Test
        void fails() {
            Page.failOn(Drivers.current(), "QuitByAWatcher.fails");
        }

        @Test
        void passes() {
            Page.show(Drivers.current(), "QuitByAWatcher.passes");
        }
    }

    static final class Store implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            Drivers.open();
            context.getStore(NAMESPACE).put("quits", (ExtensionContext.Store.CloseableResource) Drivers::quit);
        }
    }

    @ExtendWith(Store.class)
    static class QuitByTheStore {
        @Test
        void fails() {
            Page.failOn(Drivers.current(), "QuitByTheStore.fails");
        }
    }

    static final class After implements AfterEachCallback {
        @Override
        public void afterEach(ExtensionContext context) {
            Drivers.quit();
        }
    }

    @ExtendWith(After.class)
    static class QuitAfterEachByAnExtension {
        @Test
        void fails() {
            Page.failOn(Drivers.open(), "QuitAfterEachByAnExtension.fails");
        }
    }

    static final class AfterExecution implements AfterTestExecutionCallback {
        @Override
        public void afterTestExecution(ExtensionContext context) {
            Drivers.quit();
        }
    }

    @ExtendWith(AfterExecution.class)
    static class QuitAfterTheExecution {
        @Test
        void fails() {
            Page.failOn(Drivers.open(), "QuitAfterTheExecution.fails");
        }
    }

    static final class Handler implements TestExecutionExceptionHandler {
        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
            Drivers.quit();
            throw failure;
        }
    }

    @ExtendWith(Handler.class)
    static class QuitByAnExceptionHandler {
        @Test
        void fails() {
            Page.failOn(Drivers.open(), "QuitByAnExceptionHandler.fails");
        }
    }

    static final class Interceptor implements InvocationInterceptor {
        @Override
        public void interceptTestMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
                throws Throwable {
            WebDriver driver = Drivers.open();
            try {
                invocation.proceed();
            } finally {
                driver.quit();
            }
        }
    }

    @ExtendWith(Interceptor.class)
    static class QuitByAnInterceptor {
        @Test
        void fails() {
            Page.failOn(Drivers.current(), "QuitByAnInterceptor.fails");
        }
    }
}
