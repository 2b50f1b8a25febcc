package dev.attest.junit5;

import dev.attest.spi.Screenshots;
import dev.attest.spi.TestContext;
import dev.attest.spi.TestRecorder;
import dev.attest.testkit.RecordingRecorder;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Enriches, and changes nothing. */
class AttestExtensionTest {

    @Test
    void tellsTheArgumentsOfEachInvocation() {
        assertThat(argumentsOf(Described.class)).isEqualTo("""
                Arguments: value = null
                Arguments: value = 1
                Arguments: value = "two\\nlines\\tand a tab"
                Arguments: value = [1, 2]
                Arguments: value = [[a, null], [b]]
                Arguments: value = [x, y]
                Arguments: value = \\u0007
                Arguments: value = null
                """);
    }

    @Fixture
    static class Described {
        @RegisterExtension
        static final AttestExtension EXTENSION = new AttestExtension(RecordingRecorder::ofTheJvm, Screenshots::none);

        @MethodSource("values")
        @ParameterizedTest(name = "{index}")
        void shown(Object value) {}

        static Stream<Arguments> values() {
            return Stream.of(
                    arguments((Object) null),
                    arguments(1),
                    arguments("two\nlines\tand a tab"),
                    arguments((Object) new int[] {1, 2}),
                    arguments((Object) new String[][] {{"a", null}, {"b"}}),
                    arguments(List.of("x", "y")),
                    arguments('\u0007'),
                    arguments(new Object() {
                        @Override
                        public String toString() {
                            return null;
                        }
                    }));
        }
    }

    /** As while a test mocks {@code Optional}, or what Jupiter or a lambda needs. */
    @ParameterizedTest
    @ValueSource(strings = {"getExecutionException", "getStore", "getUniqueId"})
    void changesNothingIfItsContextThrows(String throwing) {
        Screenshots some = (Screenshots) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Screenshots.class}, (proxy, method, arguments) -> null);
        AttestExtension extension = new AttestExtension(RecordingRecorder::ofTheJvm, () -> some);
        ExtensionContext context = (ExtensionContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ExtensionContext.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals(throwing)) {
                        throw new NullPointerException("mocked");
                    }
                    return method.getReturnType() == Optional.class ? Optional.of(new AssertionError()) : null;
                });

        assertThatCode(() -> extension.beforeAll(context)).doesNotThrowAnyException();
        assertThatCode(() -> extension.afterTestExecution(context)).doesNotThrowAnyException();
    }

    @Test
    void survivesWhateverAnArgumentThrowsWhenAskedForItsText() {
        assertThat(Launch.ledgerOf(Hostile.class)).isEqualTo("""
                started Hostile › passes(Object) › 1 <Hostile passes(java.lang.Object) #1>
                comment Hostile › passes(Object) › 1: Arguments: \
                hostile = (toString() threw java.lang.IllegalStateException)
                finished Hostile › passes(Object) › 1: PASSED
                started Hostile › passes(Object) › 2 <Hostile passes(java.lang.Object) #2>
                comment Hostile › passes(Object) › 2: Arguments: hostile = (toString() threw java.lang.StackOverflowError)
                finished Hostile › passes(Object) › 2: PASSED
                started Hostile › passes(Object) › 3 <Hostile passes(java.lang.Object) #3>
                comment Hostile › passes(Object) › 3: Arguments: hostile = [[...]]
                finished Hostile › passes(Object) › 3: PASSED
                """);
    }

    @Fixture
    static class Hostile {
        @RegisterExtension
        static final AttestExtension EXTENSION = new AttestExtension(RecordingRecorder::ofTheJvm, Screenshots::none);

        @MethodSource("values")
        @ParameterizedTest(name = "{index}")
        void passes(Object hostile) {}

        static Stream<Arguments> values() {
            Object[] loop = new Object[1];
            loop[0] = loop;
            return Stream.of(
                    arguments(new Object() {
                        @Override
                        public String toString() {
                            throw new IllegalStateException("no text");
                        }
                    }),
                    arguments(new Object() {
                        @Override
                        @SuppressWarnings("InfiniteRecursion")
                        public String toString() {
                            return "and so on: " + this;
                        }
                    }),
                    arguments((Object) loop));
        }
    }

    @Test
    void keepsLongArgumentsShort() {
        String[] lines = argumentsOf(Long.class).split("\n");

        assertThat(lines[0]).hasSizeLessThan(300).endsWith("…");
        assertThat(lines[1]).hasSize(1000).endsWith("…");
        assertThat(lines[2]).doesNotContain("\ud83d").endsWith("x…");
    }

    @Fixture
    static class Long {
        @RegisterExtension
        static final AttestExtension EXTENSION = new AttestExtension(RecordingRecorder::ofTheJvm, Screenshots::none);

        @MethodSource("one")
        @ParameterizedTest(name = "{index}")
        void a(String text) {}

        static Stream<String> one() {
            return Stream.of("x".repeat(1_000_000));
        }

        @MethodSource("many")
        @ParameterizedTest(name = "{index}")
        void b(String a, String b, String c, String d, String e, String f) {}

        static Stream<Arguments> many() {
            Object[] many = new Object[6];
            Arrays.fill(many, "y".repeat(1000));
            return Stream.of(arguments(many));
        }

        @MethodSource("emoji")
        @ParameterizedTest(name = "{index}")
        void c(String text) {}

        static Stream<String> emoji() {
            return Stream.of("x".repeat(197) + "\ud83d\ude00\ud83d\ude00");
        }
    }

    @Test
    void changesNeitherOutcomesNorExceptions() {
        assertThat(Launch.ledgerOf(Failing.class)).isEqualTo("""
                started Failing › elsewhere(int) › 1 <Failing elsewhere(int) #1>
                comment Failing › elsewhere(int) › 1: Arguments: number = 1
                finished Failing › elsewhere(int) › 1: FAILED, on another thread (with trace)
                started Failing › fails(int) › 1 <Failing fails(int) #1>
                comment Failing › fails(int) › 1: Arguments: number = 1
                finished Failing › fails(int) › 1: FAILED, one (with trace)
                """);
    }

    @Fixture
    static class Failing {
        @RegisterExtension
        static final AttestExtension EXTENSION = new AttestExtension(RecordingRecorder::ofTheJvm, Screenshots::none);

        @ParameterizedTest(name = "{index}")
        @ValueSource(ints = 1)
        void fails(int number) throws Exception {
            throw new Exception("one");
        }

        @ParameterizedTest(name = "{index}")
        @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        @ValueSource(ints = 1)
        void elsewhere(int number) {
            throw new IllegalStateException("on another thread");
        }
    }

    @Test
    void saysNothingOfWhatJUnitInjects() {
        assertThat(argumentsOf(Injected.class)).isEqualTo("""
                Arguments: number = 1
                """);
    }

    @Fixture
    static class Injected {
        @RegisterExtension
        static final AttestExtension EXTENSION = new AttestExtension(RecordingRecorder::ofTheJvm, Screenshots::none);

        @ParameterizedTest
        @ValueSource(ints = 1)
        void parameterized(int number, TestInfo info) {}

        @RepeatedTest(1)
        void repeated(TestInfo info) {}

        @RepeatedTest(1)
        void repeatedWithoutAnything() {}
    }

    @Test
    void asksNoArgumentForItsTextWhereNothingIsReported() {
        Launch launch = Launch.of(Unreported.class).run();

        assertThat(launch.testLedger()).isEqualTo("""
                started Unreported › one(Object) › 1 <Unreported one(java.lang.Object) #1>
                finished Unreported › one(Object) › 1: PASSED
                """);
        assertThat(Unreported.ASKED_BY_US).hasValue(0);
    }

    @Attested
    @Fixture
    static class Unreported {
        static final AtomicInteger ASKED_BY_US = new AtomicInteger();

        @MethodSource("values")
        @ParameterizedTest(name = "{index}")
        void one(Object value) {}

        static Stream<Object> values() {
            return Stream.of(new Object() {
                @Override
                public String toString() {
                    boolean ours = Arrays.stream(new Throwable().getStackTrace())
                            .anyMatch(frame -> frame.getClassName().equals(AttestExtension.class.getName()));
                    if (ours) {
                        ASKED_BY_US.incrementAndGet();
                    }
                    return "asked";
                }
            });
        }
    }

    @Test
    void isRegisteredByItsAnnotation() {
        assertThat(Attested.class.getAnnotation(ExtendWith.class).value()).containsExactly(AttestExtension.class);
    }

    private static String argumentsOf(Class<?> fixture) {
        return Launch.ledgerOf(fixture)
                .replaceAll("(?m)^(started|finished).*\\n", "")
                .replaceAll("(?m)^comment .*?: Arguments", "Arguments");
    }

    @Test
    void hasAPictureTakenOfWhatFailsAroundTheTestsOfAClass() {
        assertThat(Launch.ledgerOf(Unlit.class)).isEqualTo("""
                started Unlit › @BeforeAll <Unlit @BeforeAll>
                comment Unlit › @BeforeAll: picture, failed, in [] given []
                finished Unlit › @BeforeAll: FAILED, unlit (with trace)
                concluded Unlit › neverRuns() <Unlit neverRuns()>: NOT_STARTED, \
                Not started: @BeforeAll of Unlit failed: unlit
                """);
    }

    @Fixture
    static class Unlit {
        @RegisterExtension
        static final AttestExtension EXTENSION = new AttestExtension(
                RecordingRecorder::ofTheJvm, () -> new CommentingScreenshots(RecordingRecorder.ofTheJvm()));

        @BeforeAll
        static void light() {
            throw new IllegalStateException("unlit");
        }

        @AfterAll
        static void failToo() {
            throw new IllegalStateException("dark");
        }

        @Test
        void neverRuns() {}
    }

    @Test
    void takesNoPictureOfAFixtureThatMayStillBeAtItsBrowser() {
        assertThat(Launch.ledgerOf(Stuck.class)).doesNotContain("picture", "abandoned");
    }

    @Fixture
    @Timeout(value = 50, unit = TimeUnit.MILLISECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    static class Stuck {
        @RegisterExtension
        static final AttestExtension EXTENSION = new AttestExtension(
                RecordingRecorder::ofTheJvm, () -> new CommentingScreenshots(RecordingRecorder.ofTheJvm()));

        @BeforeAll
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS)
        static void hang() throws InterruptedException {
            new CountDownLatch(1).await();
        }

        @Test
        void neverRuns() {}
    }

    @Test
    void takesNoPicturesOfTestsThatCanHaveNoBrowser() {
        assertThat(Launch.ledgerOf(Headless.class))
                .contains("picture, failed, in [] given []") // of the class
                .doesNotContain("picture, failed, in [Headless]", "picture, ended");
    }

    @Fixture
    static class Headless {
        @RegisterExtension
        static final AttestExtension EXTENSION =
                new AttestExtension(RecordingRecorder::ofTheJvm, () -> new NoBrowsers(RecordingRecorder.ofTheJvm()));

        @AfterAll
        static void fail() {
            throw new IllegalStateException("class");
        }

        @Test
        void passes() {}

        @Test
        void fails() {
            throw new IllegalStateException("test");
        }
    }

    private static final class NoBrowsers implements Screenshots {

        private final Screenshots pictures;

        NoBrowsers(TestRecorder recorder) {
            this.pictures = new CommentingScreenshots(recorder);
        }

        @Override
        public boolean arePossible(Class<?> testClass) {
            assertThat(testClass).isEqualTo(Headless.class);
            return false;
        }

        @Override
        public void failed(String key, TestContext test) {
            pictures.failed(key, test);
        }

        @Override
        public void ended(String key, TestContext test) {
            pictures.ended(key, test);
        }

        @Override
        public void watch(Object driver) {}
    }
}
