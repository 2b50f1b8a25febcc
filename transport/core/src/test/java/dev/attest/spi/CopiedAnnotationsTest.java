package dev.attest.spi;

import dev.attest.Attest;
import dev.attest.CopyingClassLoader;
import dev.attest.Output;
import dev.attest.QaCompleteTest;
import dev.attest.Screenshot;
import dev.attest.TestCase;
import dev.attest.When;
import dev.attest.WorkItem;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Test classes of another class loader have annotations whose types are copies. They are read as if they were ours. */
class CopiedAnnotationsTest {

    private static final CopyingClassLoader COPIES = new CopyingClassLoader();

    @ParameterizedTest
    @MethodSource("annotations")
    void areReadAsThoseOfThisClassLoader(Class<? extends Annotation> kind) throws Exception {
        int found = 0;
        for (Class<?> place : List.of(OnMethod.class, OnClass.class, Heir.class, OnClass.Within.class, ByMeta.class)) {
            List<String> ours = read(place, kind);

            assertThat(read(COPIES.loadClass(place.getName()), kind))
                    .as(place.getSimpleName())
                    .isEqualTo(ours);
            found += ours.size();
        }

        assertThat(found).isGreaterThanOrEqualTo(5);
    }

    @Test
    void includesThoseThatAreRepeated() throws Exception {
        Class<?> copy = COPIES.loadClass(Repeating.class.getName());

        assertThat(new TestCode(copy, copy.getMethod("test")).allNearest(TestCase.class))
                .extracting(each -> each.value()[0])
                .containsExactly(1, 2, 3);
    }

    @Test
    void behavesAsAnAnnotation() throws Exception {
        Class<?> copy = COPIES.loadClass(OnMethod.class.getName());

        WorkItem read = new TestCode(copy, copy.getMethod("test")).nearest(WorkItem.class);

        assertThat(read).isNotNull().hasToString("@dev.attest.WorkItem({4711})");
        assertThat(read.annotationType()).isEqualTo(WorkItem.class);
        assertThat(read.hashCode()).isEqualTo(read.hashCode());
    }

    @Test
    void ignoresAConstantThatThisVersionDoesNotKnow() throws Exception {
        WhenOfAnotherVersion.Marked other =
                OfAnotherVersion.class.getMethod("test").getAnnotation(WhenOfAnotherVersion.Marked.class);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CopiedAnnotation.as(Output.class, other))
                .withMessage("When has no constant SOMETIMES");
    }

    /** Returns each type of an annotation that the door has, so that a later one is covered. */
    static List<Class<?>> annotations() throws IOException, URISyntaxException, ClassNotFoundException {
        Path classes = Path.of(
                Attest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Class<?>> kinds = new ArrayList<>();
        try (Stream<Path> files = Files.list(classes.resolve("dev/attest"))) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                String name = file.getFileName().toString().replace(".class", "");
                if (!name.contains("$") && !name.contains("-") && Files.isRegularFile(file)) {
                    Class<?> type = Class.forName("dev.attest." + name);
                    if (type.isAnnotation()) {
                        kinds.add(type);
                    }
                }
            }
        }
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(5);
        return kinds;
    }

    private static List<String> read(Class<?> type, Class<? extends Annotation> kind) throws Exception {
        List<String> read = new ArrayList<>();
        for (Annotation each : new TestCode(type, type.getMethod("test")).allNearest(kind)) {
            assertThat(each).isInstanceOf(kind);
            for (Method element : kind.getDeclaredMethods()) {
                Object value = element.invoke(each);
                read.add(element.getName() + "=" + (value instanceof int[] ids ? Arrays.toString(ids) : value));
            }
        }
        return read;
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Output(When.NEVER)
    @Screenshot(When.ALWAYS)
    @TestCase(3)
    @WorkItem({4711, 12})
    @QaCompleteTest(5)
    @interface Meta {}

    public static class OnMethod {

        @Output(When.ALWAYS)
        @Screenshot(When.NEVER)
        @TestCase(1)
        @WorkItem(4711)
        @QaCompleteTest({7, 8})
        public void test() {}
    }

    @Output(When.FAILED)
    @Screenshot(When.FAILED)
    @TestCase({1, 2})
    @WorkItem({})
    @QaCompleteTest(7)
    public static class OnClass {

        public void test() {}

        public static class Within {
            public void test() {}
        }
    }

    public static class Heir extends OnClass {}

    public static class ByMeta {

        @Meta
        public void test() {}
    }

    public static class Repeating {

        @TestCase(1)
        @TestCase({2, 9})
        @TestCase(3)
        public void test() {}
    }

    enum WhenOfAnotherVersion {
        SOMETIMES;

        @Retention(RetentionPolicy.RUNTIME)
        @interface Marked {
            WhenOfAnotherVersion value();
        }
    }

    public static class OfAnotherVersion {

        @WhenOfAnotherVersion.Marked(WhenOfAnotherVersion.SOMETIMES)
        public void test() {}
    }
}
