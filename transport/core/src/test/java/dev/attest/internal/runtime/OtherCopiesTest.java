package dev.attest.internal.runtime;

import dev.attest.Attest;
import dev.attest.CopyingClassLoader;
import dev.attest.CurrentTest;
import dev.attest.ReportingCopy;
import dev.attest.Target;
import dev.attest.spi.ReportingSession;
import dev.attest.spi.Screenshots;
import dev.attest.spi.TestContext;
import dev.attest.spi.TestRecorder;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Copies of Attest in other class loaders reach the one that reports. */
@Isolated("the JVM has one copy that reports")
class OtherCopiesTest {

    /** A value that each class loader has in its own types. */
    private interface Argument {
        @Nullable
        Object in(ClassLoader loader) throws ReflectiveOperationException;
    }

    /** One way to call a method of {@link Attest}. */
    record Row(Method method, List<Argument> arguments, String name) {

        @Nullable
        Object call(ClassLoader loader) throws ReflectiveOperationException {
            List<@Nullable Object> values = new ArrayList<>();
            for (Argument argument : arguments) {
                values.add(argument.in(loader));
            }
            List<Class<?>> types = new ArrayList<>();
            for (Class<?> type : method.getParameterTypes()) {
                types.add(sameClass(type, loader));
            }
            return loader.loadClass(Attest.class.getName())
                    .getMethod(method.getName(), types.toArray(Class<?>[]::new))
                    .invoke(null, values.toArray());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final ClassLoader OURS = OtherCopiesTest.class.getClassLoader();
    private static final Object DRIVER = "a driver";

    private final ClassLoader copy = new CopyingClassLoader();
    private final List<List<@Nullable Object>> heard = new ArrayList<>();
    private final CurrentTest currentTest = recording(CurrentTest.class);
    private TestRecorder recorder = recording(TestRecorder.class);
    private final CallsOfOtherCopies calls = new CallsOfOtherCopies(currentTest, session());
    private @Nullable ReportingCopy reporting;

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        CurrentTest.uninstall();
        if (reporting != null) {
            reporting.close();
        }
    }

    /** The table has each public method of Attest, so that one which is added later is covered. */
    @ParameterizedTest
    @MethodSource("rows")
    void passesOnEachCallAsTheCopyThatReportsWouldMakeIt(Row row) throws Exception {
        CurrentTest.install(currentTest);
        row.call(OURS);
        CurrentTest.uninstall();
        List<List<@Nullable Object>> expected = List.copyOf(heard);
        heard.clear();

        reporting = ReportingCopy.open(calls);
        Object returned = row.call(copy);

        assertThat(expected).hasSize(1);
        assertThat(heard).isEqualTo(expected);
        assertThat(returned)
                .isEqualTo(
                        row.method().getReturnType() == void.class
                                ? null
                                : row.arguments().get(0).in(copy));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void doesNothingWhileNoCopyReports(Row row) throws Exception {
        ReportingCopy closed = ReportingCopy.open(calls);
        closed.close();

        row.call(copy);
        row.call(OURS);

        assertThat(heard).isEmpty();
    }

    @Test
    void findsTheCopyThatReportsFromAnyThreadGroup() throws Exception {
        reporting = ReportingCopy.open(calls);
        List<Throwable> failures = new ArrayList<>();
        ThreadGroup ofTheTest = new ThreadGroup(new ThreadGroup("attest"), "of the test");
        Thread thread = new Thread(ofTheTest, () -> {
            try {
                copyOf(Attest.class).getMethod("comment", String.class).invoke(null, "from afar");
            } catch (Exception e) {
                failures.add(e);
            }
        });
        thread.setContextClassLoader(null);

        thread.start();
        thread.join();

        assertThat(failures).isEmpty();
        assertThat(heard).containsExactly(List.of("comment", "from afar"));
    }

    @Test
    void callsNothingThatThisVersionDoesNotKnow() {
        assertThat(calls.apply("attachText", new Object[] {"a.txt", "text", "LATER_TYPE"}))
                .isNull();
        assertThat(calls.apply("attachTo", new Object[] {"Epics", 1, folder, ""}))
                .isNull();
        assertThat(calls.apply("laterOperation", new Object[0])).isNull();
        assertThat(calls.apply("comment", new Object[0])).isNull();
        assertThat(calls.apply("comment", new Object[] {1})).isNull();

        assertThat(heard).isEmpty();
    }

    /** What an extension adds to a test, if Jupiter has it from the other class loader. */
    @Test
    void passesOnWhatAnExtensionAddsToATest() throws Exception {
        reporting = ReportingCopy.open(calls);
        Object session = sessionOfCopy();
        Object recorderOfCopy = call(session, "recorder");
        Object screenshots = call(session, "screenshots");
        Method test = getClass().getDeclaredMethod("passesOnWhatAnExtensionAddsToATest");
        Object context = copyOf(TestContext.class)
                .getConstructor(Class.class, Method.class, List.class, List.class, Throwable.class)
                .newInstance(getClass(), test, List.of("an instance"), Arrays.asList("an argument", null), null);

        call(recorderOfCopy, "comment", "key", "a line");
        call(recorderOfCopy, "preparing", "key");
        call(recorderOfCopy, "attach", "key", "a.txt", "text", null);
        call(screenshots, "failed", "key", context);
        call(screenshots, "ended", "key", context);
        call(screenshots, "watch", DRIVER);

        TestContext ours =
                new TestContext(getClass(), test, List.of("an instance"), Arrays.asList("an argument", null), null);
        assertThat(heard)
                .containsExactly(
                        List.of("comment", "key", "a line"),
                        List.of("preparing", "key"),
                        List.of("failed", "key", ours),
                        List.of("ended", "key", ours),
                        List.of("watch", DRIVER));
    }

    @Test
    void reportsNoPlanWhileAnotherCopyReports() throws Exception {
        reporting = ReportingCopy.open(calls);
        Object session = sessionOfCopy();

        call(session, "sessionOpened");
        Object recorderOfCopy = call(session, "planStarted", Map.of("attest.journal.dir", folder.toString()));
        call(session, "planFinished");
        call(session, "sessionClosed");

        assertThat(recorderOfCopy)
                .isSameAs(copyOf(TestRecorder.class).getMethod("disabled").invoke(null));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void reportsOnceTheOtherCopyNoLongerDoes() throws Exception {
        Map<String, String> settings = Map.of("attest.journal.dir", folder.toString());
        JvmWideSession ours = new JvmWideSession(session(), currentTest);
        Object theirs = sessionOfCopy();

        call(theirs, "planStarted", settings);
        assertThat(ours.planStarted(settings)).isSameAs(TestRecorder.disabled());
        ours.planFinished();
        call(theirs, "planFinished");
        call(theirs, "sessionClosed");
        heard.clear();

        assertThat(ours.planStarted(settings)).isSameAs(recorder);
        ours.planFinished();
        assertThat(heard).containsExactly(List.of("planStarted", settings), List.of("planFinished"));
        Attest.comment("ours");
        copyOf(Attest.class).getMethod("comment", String.class).invoke(null, "theirs");
        assertThat(heard).endsWith(List.of("comment", "ours"), List.of("comment", "theirs"));

        recorder = TestRecorder.disabled();
        ours.sessionClosed();
        heard.clear();
        Attest.comment("ours");
        copyOf(Attest.class).getMethod("comment", String.class).invoke(null, "theirs");
        assertThat(heard).isEmpty();
    }

    static Stream<Row> rows() {
        return Arrays.stream(Attest.class.getMethods())
                .filter(method -> method.getDeclaringClass() == Attest.class)
                .flatMap(OtherCopiesTest::rowsOf);
    }

    /** Varies one argument at a time: each value, and null. */
    private static Stream<Row> rowsOf(Method method) {
        List<List<Argument>> choices = Arrays.stream(method.getParameterTypes())
                .map(OtherCopiesTest::choices)
                .toList();
        List<Row> rows = new ArrayList<>();
        for (int varied = 0; varied < choices.size(); varied++) {
            for (int choice = varied == 0 ? 0 : 1; choice < choices.get(varied).size(); choice++) {
                List<Argument> arguments = new ArrayList<>();
                for (int i = 0; i < choices.size(); i++) {
                    arguments.add(choices.get(i).get(i == varied ? choice : 0));
                }
                String name = method.getName() + Arrays.toString(method.getParameterTypes()) + " " + varied + choice;
                rows.add(new Row(method, arguments, name));
            }
        }
        return rows.stream();
    }

    private static List<Argument> choices(Class<?> type) {
        List<Argument> choices = new ArrayList<>();
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                String name = ((Enum<?>) constant).name();
                choices.add(loader -> sameClass(type, loader).getField(name).get(null));
            }
        } else if (type == Target.class) {
            for (Method factory : Target.class.getMethods()) {
                if (Modifier.isStatic(factory.getModifiers())) {
                    choices.add(loader -> sameClass(type, loader)
                            .getMethod(factory.getName(), int.class)
                            .invoke(null, 4711));
                }
            }
        } else {
            Map<Class<?>, Object> values = Map.of(
                    Path.class,
                    Path.of("cart.json"),
                    String.class,
                    "a text",
                    byte[].class,
                    new byte[] {1, 2},
                    Object.class,
                    DRIVER);
            assertThat(values).as("a value for each type of an argument").containsKey(type);
            choices.add(loader -> values.get(type));
        }
        choices.add(loader -> null);
        return choices;
    }

    private static Class<?> sameClass(Class<?> type, ClassLoader loader) throws ClassNotFoundException {
        return type.getName().startsWith("dev.attest.") ? loader.loadClass(type.getName()) : type;
    }

    private Class<?> copyOf(Class<?> type) throws ClassNotFoundException {
        return copy.loadClass(type.getName());
    }

    private Object sessionOfCopy() throws ReflectiveOperationException {
        return copyOf(AttestRuntime.class).getMethod("shared").invoke(null);
    }

    private Object call(Object target, String name, @Nullable Object... arguments) throws ReflectiveOperationException {
        for (Class<?> type : List.of(ReportingSession.class, TestRecorder.class, Screenshots.class)) {
            for (Method method : copyOf(type).getMethods()) {
                if (method.getName().equals(name)
                        && method.getParameterCount() == arguments.length
                        && method.getDeclaringClass().isInstance(target)
                        && !(name.equals("attach") && method.getParameterTypes()[2] != String.class)) {
                    return method.invoke(target, arguments);
                }
            }
        }
        throw new NoSuchMethodException(name);
    }

    private ReportingSession session() {
        Screenshots screenshots = recording(Screenshots.class);
        return recording(ReportingSession.class, (method, arguments) -> switch (method) {
            case "recorder", "planStarted" -> recorder;
            case "screenshots" -> screenshots;
            default -> null;
        });
    }

    private <T> T recording(Class<T> type) {
        return recording(type, (method, arguments) -> null);
    }

    /** Records calls, except questions. */
    private <T> T recording(Class<T> type, BiFunction<String, List<?>, @Nullable Object> answers) {
        return type.cast(Proxy.newProxyInstance(OURS, new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.invoke(this, arguments);
            }
            List<@Nullable Object> call = new ArrayList<>(List.of(method.getName()));
            call.addAll(arguments == null ? List.of() : Arrays.asList(arguments));
            if (!method.getName().equals("recorder") && !method.getName().equals("screenshots")) {
                heard.add(call);
            }
            return answers.apply(method.getName(), call);
        }));
    }
}
