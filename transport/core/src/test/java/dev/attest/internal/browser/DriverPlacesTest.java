package dev.attest.internal.browser;

import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What a field of a test, or of an object there, may hold instead of a browser. The tests run on the thread that makes
 * their arguments, as those may be local to it.
 */
@Execution(ExecutionMode.SAME_THREAD)
class DriverPlacesTest {

    /** A test with one field. */
    private record Holder(Object field) {}

    /** Holds a value as the suppliers of Guava, Spring and others do. */
    private static final class Memoized implements Supplier<WebDriver> {

        private final Supplier<WebDriver> delegate = () -> {
            throw new AssertionError("asked");
        };
        private final WebDriver value;

        Memoized(WebDriver value) {
            this.value = value;
        }

        @Override
        public WebDriver get() {
            return value == null ? delegate.get() : value;
        }
    }

    static Stream<Arguments> places() {
        WebDriver driver = new FakeDriver("shop");
        Supplier<WebDriver> capturing = () -> driver;
        InvocationHandler delegating = (self, method, arguments) -> method.invoke(driver, arguments);
        return Stream.of(
                arguments("field", driver),
                arguments("thread local", threadLocal(driver)),
                arguments("map", new HashMap<>(Map.of("a", driver))),
                arguments("concurrent map", new ConcurrentHashMap<>(Map.of("a", driver))),
                arguments("immutable map", Map.of("a", driver)),
                arguments("enum map", new EnumMap<>(Map.of(TimeUnit.DAYS, driver))),
                arguments("synchronized map", Collections.synchronizedMap(new HashMap<>(Map.of("a", driver)))),
                arguments("map of the user", new HashMap<>(Map.of("a", driver)) {}),
                arguments("list", new ArrayList<>(List.of(driver))),
                arguments("immutable list", List.of(driver)),
                arguments("set", new LinkedHashSet<>(List.of(driver))),
                arguments("queue", new ArrayDeque<>(List.of(driver))),
                arguments("copy on write", new CopyOnWriteArrayList<>(List.of(driver))),
                arguments("list of the user", new ArrayList<>(List.of(driver)) {}),
                arguments("array", new WebDriver[] {null, driver}),
                arguments("list of an array", Arrays.asList(null, driver)),
                arguments("optional", Optional.of(driver)),
                arguments("atomic", new AtomicReference<>(driver)),
                arguments("atomic array", new AtomicReferenceArray<>(new WebDriver[] {driver})),
                arguments("weak", new WeakReference<>(driver)),
                arguments("future", CompletableFuture.completedFuture(driver)),
                arguments("memoized", new Memoized(driver)),
                arguments("capturing", capturing),
                arguments("optional in a thread local", threadLocal(Optional.of(driver))),
                arguments("lists in a map", Map.of("a", List.of(driver))),
                arguments("one level", new Holder(driver)),
                arguments("two levels", new Holder(new Holder(driver))),
                arguments("three levels", new Holder(new Holder(new Holder(driver)))),
                arguments("map of page objects", Map.of("a", new Holder(Optional.of(driver)))),
                arguments("proxy of the user", proxy(delegating)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void findsTheBrowser(String place, Object field) {
        TestSearch search = new TestSearch(getClass()).with(new Holder(field));

        assertThat(search.browsers())
                .singleElement()
                .satisfies(each -> assertThat(each.browser().driver()).isInstanceOf(FakeDriver.class));
    }

    @Test
    void goesNoDeeperThanThreeLevels() {
        Object deep = new Holder(new Holder(new Holder(new Holder(new Holder(new FakeDriver("shop"))))));

        assertThat(new TestSearch(getClass()).with(deep).found()).isEmpty();
    }

    static Stream<Arguments> dormant() {
        return Stream.of(
                arguments("supplier", (Supplier<WebDriver>) () -> {
                    throw new AssertionError("asked");
                }),
                arguments("memoized without a value", new Memoized(null)),
                arguments("thread local with an initial value", ThreadLocal.withInitial(() -> {
                    throw new AssertionError("asked");
                })),
                arguments("map that computes", new HashMap<String, WebDriver>() {
                    @Override
                    public Set<Map.Entry<String, WebDriver>> entrySet() {
                        throw new AssertionError("asked");
                    }
                }),
                arguments("list that computes", new AbstractList<WebDriver>() {
                    @Override
                    public WebDriver get(int index) {
                        throw new AssertionError("asked");
                    }

                    @Override
                    public int size() {
                        return 1;
                    }
                }),
                arguments("future of later", new CompletableFuture<>()),
                arguments("proxy", proxy((self, method, arguments) -> {
                    throw new AssertionError("asked");
                })));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dormant")
    void asksNothingThatMayStartABrowser(String place, Object field) {
        assertThat(new TestSearch(getClass()).with(new Holder(field)).found()).isEmpty();
    }

    @Test
    void readsNoContainerThatAnotherThreadMayHaveLocked() {
        Object field = Collections.synchronizedMap(new HashMap<>(Map.of("a", new FakeDriver("shop"))));

        assertThat(new TestSearch(getClass())
                        .with(new Holder(field))
                        .inParallel()
                        .found())
                .isEmpty();
    }

    /** An object of the test that leads to many others. */
    private static final class Part {

        private final List<Part> parts = new ArrayList<>();
        private Part next;
        private WebDriver driver;
    }

    @Test
    void endsInALargeGraph() {
        List<Part> parts = Stream.generate(Part::new).limit(100_000).toList();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            part.next = parts.get((i * 7 + 1) % parts.size());
            for (int j = 1; j <= 40; j++) {
                part.parts.add(parts.get((i * 31 + j * 977) % parts.size()));
            }
        }
        parts.get(0).driver = new FakeDriver("shop");
        TestSearch search = new TestSearch(getClass()).with(parts.get(0));

        long begin = System.nanoTime();
        List<String> found = search.found();
        long millis = (System.nanoTime() - begin) / 1_000_000;

        assertThat(found).containsExactly("Part.driver");
        assertThat(search.skipped()).containsExactly("The rest of the fields were not read, for there are too many");
        assertThat(millis).isLessThan(1000);
    }

    @Test
    void findsNoMoreThanEight() {
        List<FakeDriver> drivers =
                Stream.generate(() -> new FakeDriver("one")).limit(20).toList();

        assertThat(new TestSearch(getClass()).with(new Holder(drivers)).found()).hasSize(8);
    }

    @Test
    void leavesOutTheClosedOnesOfAContainer() {
        FakeDriver closed = new FakeDriver("closed");
        closed.quit();

        FakeDriver open = new FakeDriver("open");
        TestSearch search = new TestSearch(getClass()).with(new Holder(List.of(closed, open)));

        assertThat(search.browsers())
                .extracting(each -> each.browser().driver())
                .containsExactly(open);
    }

    private static <T> ThreadLocal<T> threadLocal(T value) {
        ThreadLocal<T> local = new ThreadLocal<>();
        local.set(value);
        return local;
    }

    private static Object proxy(InvocationHandler handler) {
        return Proxy.newProxyInstance(
                WebDriver.class.getClassLoader(), new Class<?>[] {WebDriver.class, TakesScreenshot.class}, handler);
    }
}
