package dev.attest.internal.browser;

import io.quarkus.arc.ClientProxy;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ThreadGuard;
import org.openqa.selenium.support.decorators.Decorated;
import org.openqa.selenium.support.events.EventFiringWebDriver;
import org.springframework.aop.SpringProxy;
import org.springframework.aop.framework.Advised;
import org.springframework.context.support.SimpleThreadScope;

import static org.assertj.core.api.Assertions.assertThat;

/** What is behind proxies, decorators and wrappers. Whatever is called here fails the test. */
@SuppressWarnings("unused")
class UnwrappingTest {

    private static final String STARTS = " was not asked, for that could start a browser";

    private final FakeDriver driver = new FakeDriver("shop");

    @Test
    void findsTheDriverThatThreadGuardKeepsForThisThread() {
        assertThat(behind(ThreadGuard.protect(driver))).containsExactly(driver);
    }

    @Test
    void tellsForWhichThreadThreadGuardKeepsADriver() throws Exception {
        AtomicReference<WebDriver> guarded = new AtomicReference<>();
        Thread other = new Thread(() -> guarded.set(ThreadGuard.protect(driver)), "other");
        other.start();
        other.join();

        TestSearch search = new TestSearch(Object.class).withArguments(guarded.get());
        assertThat(search.found()).isEmpty();
        assertThat(search.skipped())
                .containsExactly("argument 1 was not asked, for ThreadGuard keeps it for thread other");
    }

    @Test
    void findsTheDriverBelowDecorators() {
        Object decorated = Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {WebDriver.class, TakesScreenshot.class, Decorated.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("getOriginal")) {
                        return ThreadGuard.protect(driver);
                    }
                    throw new AssertionError("listeners hear of it");
                });

        assertThat(behind(decorated)).containsExactly(driver);
        assertThat(behind(new EventFiringWebDriver(ThreadGuard.protect(driver))))
                .containsExactly(driver);
    }

    /** A driver that a user has written around another one. */
    private static class Wrapper implements WebDriver, TakesScreenshot {

        private final WebDriver inner;

        Wrapper(WebDriver inner) {
            this.inner = inner;
        }

        @Override
        public <X> X getScreenshotAs(OutputType<X> target) {
            throw new AssertionError("called");
        }

        @Override
        public String getCurrentUrl() {
            throw new AssertionError("called");
        }

        @Override
        public String getTitle() {
            throw new AssertionError("called");
        }

        @Override
        public String getPageSource() {
            throw new AssertionError("called");
        }
    }

    @Test
    void findsTheDriverInAWrapperOfTheUserOnceItIsStarted() {
        assertThat(behind(new Wrapper(driver))).containsExactly(driver);
        assertThat(reasons(new Wrapper(null))).containsExactly("argument 1" + STARTS);
    }

    @Test
    void findsTheDriverThatAWrapperOfTheUserHasForThisThread() {
        class OfThreads extends Wrapper {
            private final ThreadLocal<WebDriver> drivers = new ThreadLocal<>();

            OfThreads() {
                super(null);
            }
        }
        OfThreads wrapper = new OfThreads();
        wrapper.drivers.set(driver);

        assertThat(behind(wrapper)).containsExactly(driver);
    }

    @Test
    void findsABeanThatExists() {
        assertThat(behind(spring(new SingletonTargetSource(driver)))).containsExactly(driver);
        assertThat(behind(spring(new SimpleBeanTargetSource(new BeanFactory().with("driver", driver)))))
                .containsExactly(driver);
        BeanFactory threads = new BeanFactory().with(new SimpleThreadScope());
        ((SimpleThreadScope) threads.scope).put("driver", driver);
        assertThat(behind(spring(new SimpleBeanTargetSource(threads)))).containsExactly(driver);
        BeanFactory ofUser = new BeanFactory().with(new ScopeOfUser(new HashMap<>(Map.of("driver", driver))));
        assertThat(behind(spring(new SimpleBeanTargetSource(ofUser)))).containsExactly(driver);
        assertThat(behind(spring(new LazyDependencyTargetSource(new BeanFactory().with("driver", driver)))))
                .containsExactly(driver);
    }

    @Test
    void createsNoBean() {
        for (Object source : List.of(
                new SimpleBeanTargetSource(new BeanFactory()),
                new SimpleBeanTargetSource(new BeanFactory().with(new SimpleThreadScope())),
                new SimpleBeanTargetSource(new BeanFactory().with(new ScopeOfUser(new HashMap<>()))),
                new LazyDependencyTargetSource(new BeanFactory()))) {
            assertThat(reasons(spring(source))).containsExactly("argument 1" + STARTS);
        }
    }

    @Test
    void followsAPageObjectBehindAProxyOfSpring() {
        class Page {
            private final WebDriver driver = UnwrappingTest.this.driver;
        }
        class Proxied implements SpringProxy, Advised {
            @Override
            public Object getTargetSource() {
                return new SingletonTargetSource(new Page());
            }
        }

        assertThat(behind(new Proxied())).containsExactly(driver);
    }

    private static final class OfQuarkus extends FakeDriver implements ClientProxy {
        OfQuarkus() {
            super("the bean would be created");
        }
    }

    @Test
    void callsNoProxyOfAContextOfBeans() {
        assertThat(reasons(new OfQuarkus())).containsExactly("argument 1" + STARTS);
    }

    private static List<Object> behind(Object argument) {
        return new TestSearch(Object.class)
                .withArguments(argument).browsers().stream()
                        .map(each -> each.browser().driver())
                        .toList();
    }

    private static Iterable<String> reasons(Object argument) {
        TestSearch search = new TestSearch(Object.class).withArguments(argument);
        assertThat(search.found()).isEmpty();
        return search.skipped();
    }

    /** Returns a proxy of the interface that a bean was declared with. */
    private static Object spring(Object source) {
        return Proxy.newProxyInstance(
                UnwrappingTest.class.getClassLoader(),
                new Class<?>[] {WebDriver.class, SpringProxy.class, Advised.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("getTargetSource")) {
                        return source;
                    }
                    throw new AssertionError("the bean would be created");
                });
    }

    private record SingletonTargetSource(Object target) {}

    private record SimpleBeanTargetSource(String targetBeanName, Object beanFactory) {

        SimpleBeanTargetSource(Object beanFactory) {
            this("driver", beanFactory);
        }
    }

    private record LazyDependencyTargetSource(Object beanFactory, Descriptor descriptor) {

        LazyDependencyTargetSource(Object beanFactory) {
            this(beanFactory, new Descriptor());
        }
    }

    private record ScopeOfUser(Map<String, Object> beans) {}

    /** Stands for Spring's {@code DependencyDescriptor}. */
    public static final class Descriptor {

        public Class<?> getDependencyType() {
            return WebDriver.class;
        }
    }

    /** Stands for Spring's {@code DefaultListableBeanFactory}, with one bean that may exist. */
    public static final class BeanFactory {

        private final Map<String, Object> singletons = new HashMap<>();
        private Object scope;

        BeanFactory with(String name, Object bean) {
            singletons.put(name, bean);
            return this;
        }

        BeanFactory with(Object beanScope) {
            scope = beanScope;
            return this;
        }

        public boolean containsSingleton(String name) {
            return singletons.containsKey(name);
        }

        public Object getSingleton(String name) {
            return singletons.get(name);
        }

        public String[] getBeanNamesForType(Class<?> type, boolean nonSingletons, boolean eagerInit) {
            assertThat(eagerInit).isFalse();
            return new String[] {"driver"};
        }

        public BeanFactory getMergedBeanDefinition(String name) {
            return this;
        }

        public String getScope() {
            return "browser";
        }

        public Object getRegisteredScope(String name) {
            return scope;
        }
    }
}
