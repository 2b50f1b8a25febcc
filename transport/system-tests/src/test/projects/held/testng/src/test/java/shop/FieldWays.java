package shop;

import org.openqa.selenium.WebDriver;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Browsers in fields and parameters of tests, and in those of their page objects. */
public final class FieldWays {

    private FieldWays() {}

    public static class InAField {
        private WebDriver driver;

        @BeforeMethod
        public void open() {
            driver = Chromium.open();
        }

        @AfterMethod(alwaysRun = true)
        public void quit() {
            driver.quit();
        }

        @Test
        public void fails() {
            Page.failOn(driver, "InAField.fails");
        }

        @Test
        public void passes() {
            Page.show(driver, "InAField.passes");
        }
    }

    public abstract static class Base {
        protected WebDriver driver;

        @BeforeMethod
        public void open() {
            driver = Chromium.open();
        }

        @AfterMethod(alwaysRun = true)
        public void quit() {
            driver.quit();
        }
    }

    public static class InABaseField extends Base {
        @Test
        public void fails() {
            Page.failOn(driver, "InABaseField.fails");
        }
    }

    public static class InAStaticField {
        private static WebDriver driver;

        @BeforeMethod
        public void open() {
            driver = Chromium.open();
        }

        @AfterMethod(alwaysRun = true)
        public void quit() {
            driver.quit();
        }

        @Test
        public void fails() {
            Page.failOn(driver, "InAStaticField.fails");
        }
    }

    public static class InAParameter {
        @DataProvider
        public Object[][] drivers() {
            return new Object[][] {{Chromium.open()}};
        }

        @AfterMethod(alwaysRun = true)
        public void quit(Object[] arguments) {
            ((WebDriver) arguments[0]).quit();
        }

        @Test(dataProvider = "drivers")
        public void fails(WebDriver driver) {
            Page.failOn(driver, "InAParameter.fails");
        }
    }

    public static class InAPage {
        private HomePage page;

        @BeforeMethod
        public void open() {
            page = new HomePage(Chromium.open());
        }

        @AfterMethod(alwaysRun = true)
        public void quit() {
            page.quit();
        }

        @Test
        public void fails() {
            page.fail("InAPage.fails");
        }
    }

    public static class TwoLevelsAway {
        private Checkout checkout;

        @BeforeMethod
        public void open() {
            checkout = new Checkout(Chromium.open());
        }

        @AfterMethod(alwaysRun = true)
        public void quit() {
            checkout.quit();
        }

        @Test
        public void fails() {
            checkout.fail("TwoLevelsAway.fails");
        }
    }

    public static class ThreeLevelsAway {
        private App app;

        @BeforeMethod
        public void open() {
            app = new App(Chromium.open());
        }

        @AfterMethod(alwaysRun = true)
        public void quit() {
            app.quit();
        }

        @Test
        public void fails() {
            app.fail("ThreeLevelsAway.fails");
        }
    }
}
