package shop;

import java.util.stream.IntStream;
import org.testng.annotations.AfterClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class CrowdTest {

    @DataProvider(parallel = true)
    public Object[][] numbers() {
        return IntStream.rangeClosed(1, Crowd.TESTS)
                .mapToObj(number -> new Object[] {number})
                .toArray(Object[][]::new);
    }

    @Test(dataProvider = "numbers")
    public void oneOfFourFails(int number) {
        Crowd.test(number);
    }

    @AfterClass(alwaysRun = true)
    public void quit() {
        Crowd.quit();
    }
}
