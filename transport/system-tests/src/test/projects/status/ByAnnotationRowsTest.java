package shop;

import org.testng.annotations.DataProvider;
import org.testng.annotations.Listeners;
import org.testng.annotations.Test;

/** Rows that run side by side, and have TestNG report nothing but what was thrown once they are through. */
@Listeners(ByAnnotation.class)
public class ByAnnotationRowsTest extends Changing {

    @Test(dataProvider = "rows")
    public void onTestSuccess_throws_passing(int row) {}

    @Test(dataProvider = "rows")
    public void afterInvocation_throws_passing(int row) {}

    @DataProvider(parallel = true)
    public Object[][] rows() {
        return new Object[][] {{1}, {2}, {3}, {4}};
    }
}
