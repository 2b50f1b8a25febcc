package dev.attest.spi;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test has at hand, as its framework knows it.
 *
 * @param testClass the class of the test
 * @param method the method of the test, null where it has none
 * @param instances what the method is called on, innermost first
 * @param arguments what the method is given
 * @param failure what was thrown, null where nothing was
 */
public record TestContext(
        Class<?> testClass,
        @Nullable Method method,
        List<? extends @Nullable Object> instances,
        List<? extends @Nullable Object> arguments,
        @Nullable Throwable failure) {

    /** Copies the lists. */
    public TestContext {
        instances = Collections.unmodifiableList(new ArrayList<>(instances));
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }
}
