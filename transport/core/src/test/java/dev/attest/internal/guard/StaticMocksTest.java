package dev.attest.internal.guard;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StaticMocksTest {

    @TempDir
    Path folder;

    @Test
    void doNotExistWithoutALibraryThatMakesThem() throws Exception {
        try (URLClassLoader classPath = FakeMockito.in(folder, new String[0])) {
            assertThat(StaticMocks.on(classPath)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FakeMockito.STATIC, FakeMockito.CONSTRUCTION})
    @EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "later versions do not tell whether a class is initialized")
    void mayExistOnceMockitoHasMadeOne(String kind) throws Exception {
        try (URLClassLoader classPath = FakeMockito.in(folder)) {
            StaticMocks mocks = Objects.requireNonNull(StaticMocks.on(classPath));
            Class.forName(FakeMockito.MOCKITO, true, classPath);
            assertThat(existOnAThreadOf(classPath, mocks)).isFalse();

            FakeMockito.mock(kind, classPath);

            assertThat(existOnAThreadOf(classPath, mocks)).isTrue();
        }
    }

    @Test
    void mayExistOnAThreadWithAnotherClassLoader() throws Exception {
        try (URLClassLoader classPath = FakeMockito.in(folder);
                URLClassLoader another = FakeMockito.in(folder)) {
            StaticMocks mocks = Objects.requireNonNull(StaticMocks.on(classPath));

            assertThat(existOnAThreadOf(another, mocks)).isTrue();
            assertThat(existOnAThreadOf(null, mocks)).isTrue();
        }
    }

    /** A version whose classes have other names, and a library that is not asked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                FakeMockito.MOCKITO,
                FakeMockito.MOCKITO + " " + FakeMockito.STATIC,
                FakeMockito.MOCKITO + " " + FakeMockito.CONSTRUCTION,
                "org.powermock.core.MockRepository",
                "org.powermock.core.MockRepository org.mockito.Mockito " + FakeMockito.STATIC + " "
                        + FakeMockito.CONSTRUCTION
            })
    void mayAlwaysExistWhereTheFirstOneIsNotKnown(String classes) throws Exception {
        try (URLClassLoader classPath = FakeMockito.in(folder, classes.split(" "))) {
            StaticMocks mocks = Objects.requireNonNull(StaticMocks.on(classPath));

            assertThat(existOnAThreadOf(classPath, mocks)).isTrue();
        }
    }

    private static boolean existOnAThreadOf(@Nullable ClassLoader loader, StaticMocks mocks) throws Exception {
        FutureTask<Boolean> asked = new FutureTask<>(mocks::mayExist);
        Thread thread = new Thread(asked);
        thread.setContextClassLoader(loader);
        thread.start();
        return asked.get();
    }
}
