package dev.attest.junit5;

import dev.attest.spi.TestCode;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/** Finds the code of a test from its test source. Works for any engine. */
final class SourceCode {

    private SourceCode() {}

    /**
     * Returns the first method from the engine down, and the class in which it was found. A dynamic test may name any
     * other place as its source.
     */
    static TestCode of(List<TestIdentifier> fromEngineDown) {
        Class<?> testClass = null;
        for (TestIdentifier step : fromEngineDown) {
            TestSource source = Sources.of(step);
            if (TestNode.isEngine(step)) {
                testClass = null;
            } else if (source instanceof ClassSource named) {
                testClass = classOf(named);
            } else if (source instanceof MethodSource named) {
                Method method = methodOf(named);
                return new TestCode(testClass == null ? classOf(named) : testClass, method);
            }
        }
        return new TestCode(testClass, null);
    }

    /** Returns null if the code cannot be loaded in this JVM. */
    private static @Nullable Class<?> classOf(TestSource code) {
        try {
            return code instanceof ClassSource named ? named.getJavaClass() : ((MethodSource) code).getJavaClass();
        } catch (RuntimeException | LinkageError e) {
            return null;
        }
    }

    /** Returns null if the code cannot be loaded in this JVM. */
    private static @Nullable Method methodOf(MethodSource code) {
        try {
            return code.getJavaMethod();
        } catch (RuntimeException | LinkageError e) {
            return null;
        }
    }
}
