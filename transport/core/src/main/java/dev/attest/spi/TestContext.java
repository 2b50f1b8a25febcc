package dev.attest.spi;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a test in which Attest looks for browsers.
 *
 * @param testClass class of the test
 * @param method method of the test, or null if it has none
 * @param instances instances that the method is called on, innermost first
 * @param arguments arguments of the method
 * @param failure the exception, or null if none was thrown
 */
public record TestContext(
        Class<?> testClass,
        @Nullable Method method,
        List<? extends @Nullable Object> instances,
        List<? extends @Nullable Object> arguments,
        @Nullable Throwable failure) {

    public TestContext {
        instances = Collections.unmodifiableList(new ArrayList<>(instances));
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }
}
