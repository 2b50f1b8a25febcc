package shop;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.WebDriver;

/** Browsers in fields and parameters of tests, and in those of their page objects. */
final class FieldWays {

    private FieldWays() {}

    static class InAField {
        private WebDriver driver;

        @BeforeEach
        void open() {
            driver = Chromium.open();
        }

        @AfterEach
        void quit() {
            driver.quit();
        }

        @Test
        void fails() {
            Page.failOn(driver, "InAField.fails");
        }

        @Test
        void passes() {
            Page.show(driver, "InAField.passes");
        }
    }

    abstract static class Base {
        protected WebDriver driver;

        @BeforeEach
        void open() {
            driver = Chromium.open();
        }

        @AfterEach
        void quit() {
            driver.quit();
        }
    }

    static class InABaseField extends Base {
        @Test
        void fails() {
            Page.failOn(driver, "InABaseField.fails");
        }
    }

    static class InAnOuterField extends Base {
        @Nested
        class Inside {
            @Test
            void fails() {
                Page.failOn(driver, "InAnOuterField$Inside.fails");
            }
        }
    }

    static class InAStaticField {
        private static WebDriver driver;

        @BeforeEach
        void open() {
            driver = Chromium.open();
        }

        @AfterEach
        void quit() {
            driver.quit();
        }

        @Test
        void fails() {
            Page.failOn(driver, "InAStaticField.fails");
        }
    }

    static final class Browsers implements ParameterResolver, AfterEachCallback {
        private WebDriver driver;

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == WebDriver.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            driver = Chromium.open();
            return driver;
        }

        @Override
        public void afterEach(ExtensionContext context) {
            driver.quit();
        }
    }

    @ExtendWith(Browsers.class)
    static class InAParameter {
        @Test
        void fails(WebDriver driver) {
            Page.failOn(driver, "InAParameter.fails");
        }
    }

    static class InAPage {
        private final HomePage page = new HomePage(Chromium.open());

        @AfterEach
        void quit() {
            page.quit();
        }

        @Test
        void fails() {
            page.fail("InAPage.fails");
        }
    }

    static class TwoLevelsAway {
        private final Checkout checkout = new Checkout(Chromium.open());

        @AfterEach
        void quit() {
            checkout.quit();
        }

        @Test
        void fails() {
            checkout.fail("TwoLevelsAway.fails");
        }
    }

    static class ThreeLevelsAway {
        private final App app = new App(Chromium.open());

        @AfterEach
        void quit() {
            app.quit();
        }

        @Test
        void fails() {
            app.fail("ThreeLevelsAway.fails");
        }
    }
}
