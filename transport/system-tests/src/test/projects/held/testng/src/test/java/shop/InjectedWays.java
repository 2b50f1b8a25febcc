package shop;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.openqa.selenium.WebDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.CustomScopeConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.support.SimpleThreadScope;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.testng.AbstractTestNGSpringContextTests;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.Guice;
import org.testng.annotations.Test;

/** Browsers that a container makes. */
public final class InjectedWays {

    private InjectedWays() {}

    public static final class Browsers extends AbstractModule {
        @Provides
        @Singleton
        WebDriver driver() {
            return Chromium.open();
        }
    }

    static final class Shopping {
        @Inject
        private Provider<WebDriver> driver;

        void fail(String mark) {
            Page.failOn(driver.get(), mark);
        }

        void quit() {
            driver.get().quit();
        }
    }

    @Guice(modules = Browsers.class)
    public static class InjectedByGuice {
        @Inject
        private Shopping shopping;

        @AfterMethod(alwaysRun = true)
        public void quit() {
            shopping.quit();
        }

        @Test
        public void fails() {
            shopping.fail("InjectedByGuice.fails");
        }
    }

    @Configuration
    public static class OneBrowser {
        @Bean(destroyMethod = "quit")
        WebDriver driver() {
            return Chromium.open();
        }
    }

    /** The context quits it when it is closed. */
    @DirtiesContext
    @ContextConfiguration(classes = OneBrowser.class)
    public static class InjectedBySpring extends AbstractTestNGSpringContextTests {
        @Autowired
        private WebDriver driver;

        @Test
        public void fails() {
            Page.failOn(driver, "InjectedBySpring.fails");
        }
    }

    @Configuration
    public static class ScopedBrowsers {
        @Bean
        static CustomScopeConfigurer scopes() {
            CustomScopeConfigurer scopes = new CustomScopeConfigurer();
            scopes.addScope("browser", new SimpleThreadScope());
            return scopes;
        }

        @Bean
        @Scope(value = "browser", proxyMode = ScopedProxyMode.INTERFACES)
        WebDriver driver() {
            return Chromium.open();
        }
    }

    @ContextConfiguration(classes = ScopedBrowsers.class)
    public static class InAScopedProxy extends AbstractTestNGSpringContextTests {
        @Autowired
        private WebDriver driver;

        @AfterMethod(alwaysRun = true)
        public void quit() {
            driver.quit();
        }

        @Test
        public void fails() {
            Page.failOn(driver, "InAScopedProxy.fails");
        }
    }
}
