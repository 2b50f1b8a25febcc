package shop;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.CustomScopeConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.support.SimpleThreadScope;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Browsers that a container makes. */
final class InjectedWays {

    private InjectedWays() {}

    static final class Browsers extends AbstractModule {
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

    static class InjectedByGuice {
        @Inject
        private Shopping shopping;

        @BeforeEach
        void inject() {
            Guice.createInjector(new Browsers()).injectMembers(this);
        }

        @AfterEach
        void quit() {
            shopping.quit();
        }

        @Test
        void fails() {
            shopping.fail("InjectedByGuice.fails");
        }
    }

    @Configuration
    static class OneBrowser {
        @Bean(destroyMethod = "quit")
        WebDriver driver() {
            return Chromium.open();
        }
    }

    /** The context quits it when it is closed. */
    @DirtiesContext
    @SpringJUnitConfig(OneBrowser.class)
    static class InjectedBySpring {
        @Autowired
        private WebDriver driver;

        @Test
        void fails() {
            Page.failOn(driver, "InjectedBySpring.fails");
        }
    }

    @Configuration
    static class ScopedBrowsers {
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

    @SpringJUnitConfig(ScopedBrowsers.class)
    static class InAScopedProxy {
        @Autowired
        private WebDriver driver;

        @AfterEach
        void quit() {
            driver.quit();
        }

        @Test
        void fails() {
            Page.failOn(driver, "InAScopedProxy.fails");
        }
    }
}
