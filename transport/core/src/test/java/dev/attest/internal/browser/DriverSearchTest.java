package dev.attest.internal.browser;

import com.codeborne.selenide.WebDriverRunner;
import java.lang.reflect.Proxy;
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
        assertThat(new TestSearch(getClass())
                        .with(this)
                        .withArguments("text", null, new FakeDriver("x"))
                        .found())
                .containsExactly("argument 3");
    }

    @Test
    void findsWhatPageObjectsHoldAndGoesThreeLevelsDeep() {
        class TooDeep {
            private final WebDriver tooDeep = new FakeDriver("too deep");
        }
        class Helper {
            private final WebDriver deepest = new FakeDriver("deepest");
            private final TooDeep below = new TooDeep();
        }
        class Pages {
            private final Helper helper = new Helper();
            private final WebDriver deep = new FakeDriver("deep");
        }
        class Application {
            private final Pages pages = new Pages();
            private final Pages none = null;
        }
        class Test {
            private final Application application = new Application();
            private final WebDriver own = new FakeDriver("own");
        }

        assertThat(foundIn(new Test())).containsExactly("Test.own", "Pages.deep", "Helper.deepest");
        assertThat(new TestSearch(getClass()).withArguments(new Pages()).found())
                .containsExactly("Pages.deep", "Helper.deepest", "TooDeep.tooDeep");
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
        // They have been read.
        assertThat(List.of(Suite.AROUND, Suite.Base.INHERITED, Suite.Inner.OWN)).hasSize(3);

        assertThat(new TestSearch(Suite.Inner.class).found())
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

        TestSearch search = new TestSearch(Object.class).with(new Lazy());

        assertThat(search.found()).isEmpty();
        assertThat(made).hasValue(0);
        assertThat(search.skipped())
                .containsExactly("Lazy.supplied, Lazy.proxy was not asked, for that could start a browser");
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
        assertThat(new TestSearch(getClass()).found()).containsExactly("Selenide's WebDriverRunner");
        WebDriverRunner.STARTED.remove();
    }

    @Test
    void knowsWatchedOnesWhileTheyAreOpen() {
        FakeDriver closed = new FakeDriver("closed");
        closed.session = null;

        assertThat(new TestSearch(getClass())
                        .withWatched(closed, new FakeDriver("open"), "no driver")
                        .found())
                .containsExactly("Attest.watch");
    }

    @Test
    void takesASessionForABrowserUnlessItsDriverIsFound() {
        BiFunction<String, String, String> remote = (path, body) -> "{}";

        assertThat(new TestSearch(getClass())
                        .withArguments(new FakeDriver("of session s-1"))
                        .withSessions(new SessionBrowser("s-1", null, remote), new SessionBrowser("s-2", null, remote))
                        .found())
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

    private static List<String> foundIn(Object... instances) {
        return new TestSearch(Object.class).with(instances).found();
    }
}
