package dev.attest.internal.browser;

import com.codeborne.selenide.WebDriverRunner;
import dev.attest.spi.TestContext;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;

/** Finds what a test has at hand, and makes nothing. */
@SuppressWarnings("unused")
class DriverSearchTest {

    private final DriverSearch search = new DriverSearch();

    @Test
    void findsFieldsOfAllInstancesFromTheInnermostOn() {
        class Base {
            private final WebDriver inherited = new FakeDriver("inherited");
        }
        class Test extends Base {
            private final Object own = new FakeDriver("own");
        }
        class Outer {
            private final TakesScreenshot outer = new FakeDriver("outer");
        }

        assertThat(foundIn(new Test(), new Outer())).containsExactly("Test.own", "Base.inherited", "Outer.outer");
    }

    @Test
    void findsArguments() {
        assertThat(where(search.search(surroundings(
                        getClass(), List.of(this), Arrays.asList("text", null, new FakeDriver("x")), List.of()))))
                .containsExactly("argument 3");
    }

    @Test
    void findsFieldsOfPageObjectsAndGoesNoDeeper() {
        class Deep {
            private final WebDriver tooDeep = new FakeDriver("deep");
        }
        class Page {
            private final WebDriver browser = new FakeDriver("page");
            private final Deep deep = new Deep();
        }
        class Test {
            private final Page page = new Page();
            private final Page none = null;
        }

        assertThat(foundIn(new Test())).containsExactly("Page.browser");
        assertThat(where(
                        new DriverSearch().search(surroundings(getClass(), List.of(), List.of(new Page()), List.of()))))
                .containsExactly("Page.browser");
    }

    static class Statics {
        private static WebDriver shared = new FakeDriver("shared");
        private static final ThreadLocal<WebDriver> PER_THREAD = new ThreadLocal<>();
        private static final ThreadLocal<WebDriver> INHERITED = new InheritableThreadLocal<>();
    }

    @Test
    void findsStaticFieldsAndWhatThisThreadHas() {
        Statics.PER_THREAD.set(new FakeDriver("mine"));

        assertThat(foundIn(new Statics())).containsExactly("Statics.shared", "Statics.PER_THREAD");
        Statics.PER_THREAD.remove();
    }

    static class Suite {
        private static final WebDriver AROUND = new FakeDriver("around");
        private final WebDriver ofNoInstance = new FakeDriver("no instance");

        static class Base {
            private static final WebDriver INHERITED = new FakeDriver("inherited");
        }

        static class Inner extends Base {
            private static final WebDriver OWN = new FakeDriver("own");
        }
    }

    @Test
    void findsStaticFieldsOfAClassThatHasNoInstanceYet() {
        assertThat(where(search.search(surroundings(Suite.Inner.class, List.of(), List.of(), List.of()))))
                .startsWith("Inner.OWN", "Base.INHERITED", "Suite.AROUND")
                .doesNotContain("Suite.ofNoInstance");
    }

    @Test
    void makesNoneByAsking() {
        AtomicInteger made = new AtomicInteger();
        class Lazy {
            private final ThreadLocal<WebDriver> supplied = ThreadLocal.withInitial(() -> {
                made.incrementAndGet();
                return new FakeDriver("made");
            });
            private final ThreadLocal<String> text = ThreadLocal.withInitial(() -> {
                made.incrementAndGet();
                return "made";
            });
            private final Object proxy = Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {WebDriver.class, TakesScreenshot.class},
                    (self, method, arguments) -> {
                        made.incrementAndGet();
                        return null;
                    });
        }

        assertThat(foundIn(new Lazy())).isEmpty();
        assertThat(made).hasValue(0);
        assertThat(search.skipped()).containsExactly("Lazy.supplied", "Lazy.proxy");
    }

    @Test
    void leavesElementsOfThePageAlone() {
        class Page {
            private final WebElement button = new WebElement() {
                @Override
                public <X> X getScreenshotAs(OutputType<X> target) {
                    throw new AssertionError("looked for");
                }
            };
        }

        assertThat(foundIn(new Page())).isEmpty();
    }

    @Test
    void findsEachOnce() {
        FakeDriver driver = new FakeDriver("one");
        class Test {
            private final WebDriver one = driver;
            private final TakesScreenshot same = driver;
            private final WebDriver other = new FakeDriver("other");
        }

        assertThat(foundIn(new Test())).containsExactly("Test.one", "Test.other");
    }

    @Test
    void asksSelenideOnlyForWhatItHasStarted() {
        assertThat(foundIn(new Object())).isEmpty();

        WebDriverRunner.STARTED.set(new FakeDriver("selenide"));
        assertThat(where(new DriverSearch().search(surroundings(getClass(), List.of(), List.of(), List.of()))))
                .containsExactly("Selenide's WebDriverRunner");
        WebDriverRunner.STARTED.remove();
    }

    @Test
    void knowsWatchedOnesWhileTheyAreOpen() {
        FakeDriver closed = new FakeDriver("closed");
        closed.session = null;

        assertThat(where(search.search(surroundings(
                        getClass(), List.of(), List.of(), List.of(closed, new FakeDriver("open"), "no driver")))))
                .containsExactly("Attest.watch");
    }

    @Test
    void takesASessionForABrowserUnlessItsDriverIsFound() {
        BiFunction<String, String, String> remote = (path, body) -> "{}";

        assertThat(where(search.search(new BrowserCandidates(
                        new TestContext(getClass(), null, List.of(), List.of(new FakeDriver("of session s-1")), null),
                        List.of(),
                        List.of(new SessionBrowser("s-1", null, remote), new SessionBrowser("s-2", null, remote)),
                        null))))
                .containsExactly("argument 1", "session s-2");
    }

    @Test
    void survivesWhatCannotBeRead() {
        class Test {
            private final Thread ofTheJdk = Thread.currentThread();
            private final Object[] array = {this};
            private final Test itself = this;
            private final WebDriver after = new FakeDriver("after");
        }

        assertThat(foundIn(new Test())).containsExactly("Test.after");
    }

    private List<String> foundIn(Object... instances) {
        return where(search.search(surroundings(Object.class, Arrays.asList(instances), List.of(), List.of())));
    }

    private static List<String> where(List<DriverSearch.FoundBrowser> found) {
        return found.stream().map(DriverSearch.FoundBrowser::where).toList();
    }

    private static BrowserCandidates surroundings(
            Class<?> testClass, List<?> instances, List<?> arguments, List<?> watched) {
        return new BrowserCandidates(
                new TestContext(testClass, null, instances, arguments, null), watched, List.of(), null);
    }
}
