package dev.attest.internal.guard;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StaticMocksTest {

    private static final String STATIC = "org.mockito.internal.MockedStaticImpl";
    private static final String CONSTRUCTION = "org.mockito.internal.MockedConstructionImpl";

    @TempDir
    Path folder;

    @Test
    void doNotExistWithoutALibraryThatMakesThem() throws Exception {
        try (URLClassLoader classPath = classPath()) {
            assertThat(StaticMocks.on(classPath)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {STATIC, CONSTRUCTION})
    @EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "later versions do not tell whether a class is initialized")
    void mayExistOnceMockitoHasMadeOne(String kind) throws Exception {
        compile("org.mockito.Mockito", STATIC, CONSTRUCTION);
        try (URLClassLoader classPath = classPath()) {
            StaticMocks mocks = Objects.requireNonNull(StaticMocks.on(classPath));
            Class.forName("org.mockito.Mockito", true, classPath);
            Class<?> made = Class.forName(kind, false, classPath);
            assertThat(existOnAThreadOf(classPath, mocks)).isFalse();

            made.getConstructor().newInstance();

            assertThat(existOnAThreadOf(classPath, mocks)).isTrue();
        }
    }

    @Test
    void mayExistOnAThreadWithAnotherClassLoader() throws Exception {
        compile("org.mockito.Mockito", STATIC, CONSTRUCTION);
        try (URLClassLoader classPath = classPath();
                URLClassLoader another = classPath()) {
            StaticMocks mocks = Objects.requireNonNull(StaticMocks.on(classPath));

            assertThat(existOnAThreadOf(another, mocks)).isTrue();
            assertThat(existOnAThreadOf(null, mocks)).isTrue();
        }
    }

    /** A version whose classes have other names, and a library that is not asked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.mockito.Mockito",
                "org.mockito.Mockito " + STATIC,
                "org.mockito.Mockito " + CONSTRUCTION,
                "org.powermock.core.MockRepository",
                "org.powermock.core.MockRepository org.mockito.Mockito " + STATIC + " " + CONSTRUCTION
            })
    void mayAlwaysExistWhereTheFirstOneIsNotKnown(String classes) throws Exception {
        compile(classes.split(" "));
        try (URLClassLoader classPath = classPath()) {
            StaticMocks mocks = Objects.requireNonNull(StaticMocks.on(classPath));

            assertThat(existOnAThreadOf(classPath, mocks)).isTrue();
        }
    }

    private URLClassLoader classPath() throws IOException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
    }

    private void compile(String... names) throws IOException {
        for (String name : names) {
            int dot = name.lastIndexOf('.');
            Path file = folder.resolve(name.replace('.', '/') + ".java");
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(
                    file, "package " + name.substring(0, dot) + "; public class " + name.substring(dot + 1) + " {}");
            assertThat(ToolProvider.getSystemJavaCompiler()
                            .run(null, null, null, "-proc:none", "-d", folder.toString(), file.toString()))
                    .isZero();
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
