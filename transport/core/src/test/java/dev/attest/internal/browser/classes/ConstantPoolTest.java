package dev.attest.internal.browser.classes;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConstantPoolTest {

    @Retention(RetentionPolicy.RUNTIME)
    private @interface Extended {
        Class<?> by();
    }

    private static final class Called {
        static void call() {}
    }

    private static final class InArray {}

    private static final class Declared {}

    private static final class Annotated {}

    @Extended(by = Annotated.class)
    private static final class Example {

        private static final long LARGE = 1L << 40;
        private Declared declared;
        private InArray[] array = new InArray[(int) (LARGE >> 40)];
        private final InArray[][] arrays = new InArray[1][];

        Runnable lambda() {
            return Called::call;
        }
    }

    @Test
    void namesTheClassesOfCodeFieldsArraysAndAnnotations() throws IOException {
        assertThat(namesIn(Example.class))
                .contains(
                        Called.class.getName(),
                        InArray.class.getName(),
                        Declared.class.getName(),
                        Annotated.class.getName(),
                        "java.lang.Object");
    }

    @Test
    void namesNothingThatIsNoClass() throws IOException {
        assertThat(namesIn(Example.class)).allSatisfy(name -> assertThat(name).matches("[\\w.$]+"));
    }

    @Test
    void readsTheClassFilesOfTheJdk() throws IOException {
        Path classes = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base/java/lang");
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    (Iterable<Path>) files.filter(each -> each.toString().endsWith(".class"))::iterator) {
                try (InputStream classFile = Files.newInputStream(file)) {
                    assertThat(ConstantPool.classNames(classFile))
                            .as(file.toString())
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void refusesWhatIsNoClassFile() {
        assertThatThrownBy(() -> namesIn("This is a text.".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessage("This is no class file.");
        assertThatThrownBy(() -> namesIn(new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0}))
                .isInstanceOf(EOFException.class);
    }

    private static Set<String> namesIn(Class<?> type) throws IOException {
        try (InputStream file = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return ConstantPool.classNames(file);
        }
    }

    private static Set<String> namesIn(byte[] file) throws IOException {
        return ConstantPool.classNames(new ByteArrayInputStream(file));
    }
}
