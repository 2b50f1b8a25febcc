package shop;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestInstancePreDestroyCallback;
import org.junit.jupiter.api.extension.TestWatcher;
import org.opentest4j.TestAbortedException;

import java.lang.reflect.Method;
import java.util.Optional;

/** Does to a test what its name says, where its name says: {@code afterEach_aborts_passing}. */
public final class Meddling
        implements TestInstancePostProcessor,
                BeforeEachCallback,
                BeforeTestExecutionCallback,
                InvocationInterceptor,
                TestExecutionExceptionHandler,
                AfterTestExecutionCallback,
                AfterEachCallback,
                TestInstancePreDestroyCallback,
                TestWatcher {

    static void at(String place, String test) {
        String[] words = test.split("_");
        if (words.length == 3 && words[0].equals(place)) {
            if (words[1].equals("throws")) {
                throw new IllegalStateException("thrown at " + place);
            }
            if (words[1].equals("aborts")) {
                throw new TestAbortedException("aborted at " + place);
            }
        }
    }

    static void body(String does) {
        if (does.equals("failing")) {
            throw new AssertionError("failed by itself");
        }
        if (does.equals("aborting")) {
            throw new TestAbortedException("aborted by itself");
        }
    }

    private static void at(String place, ExtensionContext context) {
        at(place, context.getTestMethod().map(Method::getName).orElse(""));
    }

    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) {
        at("postProcess", context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        CloseableResource resource = () -> at("close", context);
        context.getStore(Namespace.create(Meddling.class)).put("resource", resource);
        at("beforeEach", context);
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        at("beforeExecution", context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        at("beforeBody", context);
        invocation.proceed();
        at("afterBody", context);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        at("handler", context);
        if (!context.getRequiredTestMethod().getName().startsWith("handler_swallows")) {
            throw thrown;
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        at("afterExecution", context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        at("afterEach", context);
    }

    @Override
    public void preDestroyTestInstance(ExtensionContext context) {
        at("preDestroy", context);
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        at("watcher", context);
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        at("watcher", context);
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        at("watcher", context);
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        at("watcher", context);
    }
}
