package dev.attest.internal.guard;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.tools.ToolProvider;

import static org.assertj.core.api.Assertions.assertThat;

/** A class path with empty classes that are named as those of libraries that mock. */
public final class FakeMockito {

    static final String MOCKITO = "org.mockito.Mockito";
    static final String STATIC = "org.mockito.internal.MockedStaticImpl";
    static final String CONSTRUCTION = "org.mockito.internal.MockedConstructionImpl";

    private FakeMockito() {}

    /** Returns a class path with all that the recognition of static mocks asks for. */
    public static URLClassLoader in(Path folder) throws IOException {
        return in(folder, MOCKITO, STATIC, CONSTRUCTION);
    }

    /** Does what {@code mockStatic} does to the classes of the library. */
    public static void mockStatic(ClassLoader classPath) throws ReflectiveOperationException {
        mock(STATIC, classPath);
    }

    static void mock(String kind, ClassLoader classPath) throws ReflectiveOperationException {
        Class.forName(kind, false, classPath).getConstructor().newInstance();
    }

    static URLClassLoader in(Path folder, String... names) throws IOException {
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
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
    }
}
