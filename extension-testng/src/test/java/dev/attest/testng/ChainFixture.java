package dev.attest.testng;

import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Tests that depend on each other, which a nested class cannot have since TestNG 7.12. */
public class ChainFixture {
    @Test
    public void a() {
        throw new IllegalStateException("broken link");
    }

    @Test(dependsOnMethods = "a")
    public void b() {}

    @Test(dependsOnMethods = "b")
    public void c() {}

    @DataProvider
    public Object[][] rows() {
        return new Object[][] {{1}, {2}};
    }

    @Test(dependsOnMethods = "a", dataProvider = "rows")
    public void d(int row) {}
}
