package shop;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ThreadGuard;
import org.openqa.selenium.support.events.EventFiringDecorator;
import org.springframework.beans.factory.config.CustomScopeConfigurer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.support.SimpleThreadScope;

/** Each test keeps its driver in another place. */
class PlacesTest {

    /** A driver for each thread, behind a proxy. */
    @Configuration
    static class Beans {

        @Bean
        static CustomScopeConfigurer scopes() {
            CustomScopeConfigurer scopes = new CustomScopeConfigurer();
            scopes.addScope("browser", new SimpleThreadScope());
            return scopes;
        }

        @Bean
        @Scope(value = "browser", proxyMode = ScopedProxyMode.INTERFACES)
        WebDriver driver() {
            return Browsers.showing("Spring");
        }

        @Bean
        ShelfPage page(@Lazy WebDriver driver) {
            return new ShelfPage(driver);
        }
    }

    /** A page object of Spring. */
    static class ShelfPage {

        private final WebDriver driver;

        ShelfPage(WebDriver driver) {
            this.driver = driver;
        }
    }

    /** A page object of Guice. */
    static class HomePage {

        @Inject
        private WebDriver driver;
    }

    /** What a test of Guice begins with. */
    static class Flow {

        @Inject
        private HomePage home;
    }

    private Object place;

    @AfterEach
    void stop() {
        Driver.forget();
        Browsers.stop();
    }

    @Test
    void failsWithThreadGuard() {
        place = ThreadGuard.protect(Browsers.showing("ThreadGuard"));
        Browsers.failOn((WebDriver) place);
    }

    @Test
    void failsWithAListener() {
        place = new EventFiringDecorator<>().decorate(ThreadGuard.protect(Browsers.showing("listener")));
        Browsers.failOn((WebDriver) place);
    }

    @Test
    void failsWithAScopedBean() {
        WebDriver driver = new AnnotationConfigApplicationContext(Beans.class).getBean("driver", WebDriver.class);
        driver.getTitle();
        place = driver;
        Browsers.failOn(driver);
    }

    @Test
    void failsWithALazyBean() {
        ShelfPage page = new AnnotationConfigApplicationContext(Beans.class).getBean(ShelfPage.class);
        page.driver.getTitle();
        place = page;
        Browsers.failOn(page.driver);
    }

    @Test
    void failsBeforeTheScopedBeanExists() throws Exception {
        Thread other = new Thread(() -> place =
                new AnnotationConfigApplicationContext(Beans.class).getBean("driver", WebDriver.class));
        other.start();
        other.join();
        throw new AssertionError("no browser was started");
    }

    @Test
    void failsWithGuice() {
        Flow flow = Guice.createInjector(new AbstractModule() {
                    @Provides
                    @Singleton
                    WebDriver driver() {
                        return Browsers.showing("Guice");
                    }
                })
                .getInstance(Flow.class);
        place = flow;
        Browsers.failOn(flow.home.driver);
    }

    @Test
    void failsWithAMap() {
        WebDriver driver = Browsers.showing("map");
        place = Map.of("shop", new AtomicReference<>(driver));
        Browsers.failOn(driver);
    }

    @Test
    void failsWithAHolder() {
        Browsers.failOn(Driver.start("holder"));
    }
}
