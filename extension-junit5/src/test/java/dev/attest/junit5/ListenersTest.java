package dev.attest.junit5;

import dev.attest.spi.ReportingSession;
import dev.attest.testkit.HostileLogs;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThatCode;

/** Whatever fails behind a callback of JUnit, and whatever the logger does, the callback returns. */
class ListenersTest {

    private static final List<Class<?>> TYPES =
            List.of(PublishingListener.class, SessionListener.class, AttestExtension.class);

    static Stream<Arguments> callbacksAndWhatIsThrown() {
        return TYPES.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .flatMap(method -> HostileLogs.kinds()
                        .map(kind -> Arguments.of(
                                method.getDeclaringClass().getSimpleName() + "." + method.getName(), method, kind)));
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("callbacksAndWhatIsThrown")
    void letsNothingOut(String name, Method callback, Throwable thrown) {
        Object listener = listener(callback.getDeclaringClass(), thrown);

        HostileLogs.during(
                thrown,
                () -> assertThatCode(() -> callback.invoke(listener, arguments(callback, thrown)))
                        .doesNotThrowAnyException());
    }

    private static Object listener(Class<?> type, Throwable thrown) {
        ReportingSession session = proxy(ReportingSession.class, (self, method, given) -> {
            throw thrown;
        });
        if (type == PublishingListener.class) {
            return new PublishingListener(session);
        }
        return type == SessionListener.class
                ? new SessionListener(session)
                : new AttestExtension(session::recorder, session::screenshots);
    }

    private static @Nullable Object[] arguments(Method callback, Throwable thrown) {
        return Arrays.stream(callback.getParameterTypes())
                .map(type -> type == Invocation.class ? passing() : type.isInterface() ? failing(type, thrown) : null)
                .toArray();
    }

    /** What a test does is the only thing that may get out. */
    private static Object passing() {
        return proxy(Invocation.class, (self, method, given) -> null);
    }

    private static Object failing(Class<?> type, Throwable thrown) {
        return proxy(type, (self, method, given) -> {
            if (method.getName().equals("getArguments")) {
                return List.of();
            }
            throw thrown;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
