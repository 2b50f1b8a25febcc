package dev.attest.testng;

import dev.attest.spi.ReportingSession;
import dev.attest.testkit.HostileLogs;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testng.ISuite;

import static org.assertj.core.api.Assertions.assertThatCode;

/** Whatever fails behind a callback of TestNG, and whatever the logger does, the callback returns. */
class CallbacksTest {

    static Stream<Arguments> callbacksAndWhatIsThrown() {
        return Arrays.stream(AttestListener.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .flatMap(method -> HostileLogs.kinds().map(kind -> Arguments.of(method.getName(), method, kind)));
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("callbacksAndWhatIsThrown")
    void letsNothingOut(String name, Method callback, Throwable thrown) {
        AttestListener listener = new AttestListener(failing(ReportingSession.class, thrown));

        HostileLogs.during(
                thrown,
                () -> assertThatCode(() -> callback.invoke(listener, arguments(callback, thrown)))
                        .doesNotThrowAnyException());
    }

    private static @Nullable Object[] arguments(Method callback, Throwable thrown) {
        return Arrays.stream(callback.getParameterTypes())
                // A proxy of a suite would need Guice.
                .map(type -> type.isInterface() && type != ISuite.class ? failing(type, thrown) : null)
                .toArray();
    }

    private static <T> T failing(Class<T> type, Throwable thrown) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            throw thrown;
        }));
    }
}
