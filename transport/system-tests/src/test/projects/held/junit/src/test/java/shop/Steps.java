package shop;

import io.cucumber.java.After;
import io.cucumber.java.Scenario;
import io.cucumber.java.en.Given;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;

/** Steps and hooks of Cucumber. */
public class Steps {

    @Given("a page {string}")
    public void show(String mark) {
        Page.show(Drivers.open(), mark);
    }

    @Given("a page {string} without pears")
    public void fail(String mark) {
        Page.failOn(Drivers.open(), mark);
    }

    @After(value = "@attaches", order = 2)
    public void attach(Scenario scenario) {
        if (scenario.isFailed()) {
            byte[] picture = ((TakesScreenshot) Drivers.current()).getScreenshotAs(OutputType.BYTES);
            scenario.attach(picture, "image/png", "at-the-end");
        }
    }

    @After(order = 1)
    public void quit() {
        Drivers.quit();
    }
}
