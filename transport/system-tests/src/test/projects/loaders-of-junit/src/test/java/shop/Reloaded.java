package shop;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Runs the body of each test in a class loader of its own. */
public final class Reloaded implements InvocationInterceptor {

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        invocation.skip();
        Object copy = OwnLoader.copyOf(call.getTargetClass());
        Thread.currentThread().setContextClassLoader(copy.getClass().getClassLoader());
        try {
            Method method = copy.getClass().getDeclaredMethod(call.getExecutable().getName());
            method.setAccessible(true);
            method.invoke(copy);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
        }
    }
}
