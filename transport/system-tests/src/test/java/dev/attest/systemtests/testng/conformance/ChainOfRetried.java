package dev.attest.systemtests.testng.conformance;

import org.testng.annotations.Test;

import static dev.attest.systemtests.testng.conformance.Entries.test;
import static dev.attest.systemtests.testng.conformance.Retried.begun;
import static dev.attest.systemtests.testng.conformance.Retried.passesAt;

/** Methods that depend on ones that are tried again. A class of its own file, as {@link ChainOfMethods} is. */
public class ChainOfRetried {
    private int ripening;
    private int rotting;

    @Test(retryAnalyzer = Retried.Twice.class)
    public void ripens() {
        ripening++;
        passesAt(3, begun(test(ChainOfRetried.class, "ripens"), ripening));
    }

    @Test(dependsOnMethods = "ripens")
    public void isEaten() {
        test(ChainOfRetried.class, "isEaten").passed();
    }

    @Test(retryAnalyzer = Retried.Twice.class)
    public void rots() {
        rotting++;
        if (rotting == 3) {
            test(ChainOfRetried.class, "isSold").neverRan("Not started: ChainOfRetried.rots failed: no. 3");
        }
        throw begun(test(ChainOfRetried.class, "rots"), rotting).failed("no. " + rotting);
    }

    @Test(dependsOnMethods = "rots")
    public void isSold() {}
}
