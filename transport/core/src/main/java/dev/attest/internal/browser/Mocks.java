package dev.attest.internal.browser;

import dev.attest.internal.browser.classes.ClassInitialization;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Recognizes mocks of Mockito, which must not be called: a test may verify their interactions. */
final class Mocks {

    private final @Nullable Method details;

    /** @param loader of the test, which may have Mockito */
    Mocks(@Nullable ClassLoader loader) {
        details = detailsMethod(loader);
    }

    boolean isMock(Object candidate) {
        if (candidate.getClass().getName().contains("$MockitoMock$")) {
            return true;
        }
        try {
            Object found = details == null ? null : details.invoke(null, candidate);
            return found != null && Boolean.TRUE.equals(Reflection.call(found, "isMock"));
        } catch (Exception | LinkageError e) {
            // A version of Mockito that does not tell makes mocks with a name of their own.
            return false;
        }
    }

    private static @Nullable Method detailsMethod(@Nullable ClassLoader loader) {
        try {
            Class<?> mockito = Class.forName("org.mockito.Mockito", false, loader);
            return ClassInitialization.of(mockito) == ClassInitialization.UNINITIALIZED
                    ? null
                    : mockito.getMethod("mockingDetails", Object.class);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            // Without Mockito there are no mocks, nor before its first use.
            return null;
        }
    }
}
