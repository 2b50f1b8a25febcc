package shop;

import org.testng.annotations.DataProvider;
import org.testng.annotations.Factory;
import org.testng.annotations.Listeners;
import org.testng.annotations.Test;

/** Instances of one class. */
@Listeners(ByAnnotation.class)
public class ByAnnotationInstancesTest extends ChangingAround {

    private final int number;

    @Factory(dataProvider = "numbers")
    public ByAnnotationInstancesTest(int number) {
        this.number = number;
    }

    @DataProvider
    public static Object[][] numbers() {
        return new Object[][] {{1}, {2}, {3}};
    }

    @Test
    public void tearDown_fails_passing() {}

    @Test
    public void onTestSuccess_throws_passing() {
        Change.body(number == 2 ? "failing" : "");
    }
}
