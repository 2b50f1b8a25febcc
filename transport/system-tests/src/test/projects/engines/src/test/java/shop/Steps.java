package shop;

import io.cucumber.java.After;
import io.cucumber.java.Scenario;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;

public class Steps {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    @Given("a cart with {int}")
    public void cart(int items) {}

    @Then("it costs {int}")
    public void costs(int cents) {
        if (cents == 13) {
            throw new AssertionError("unlucky");
        }
    }

    @After
    public void attach(Scenario scenario) {
        scenario.log("a line of " + scenario.getName());
        scenario.attach(PNG, "image/png", "screenshot");
        if (scenario.getName().equals("returns")) {
            scenario.attach(PNG, "image/jpeg", "shot.JPG");
            scenario.attach("{}", "application/json", "cart");
            scenario.attach("total", "text/plain; charset=utf-8", null);
            scenario.attach(PNG, "application/vnd.till+zip", "till");
        }
    }
}
