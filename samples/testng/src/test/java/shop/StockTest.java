package shop;

import dev.attest.AttachmentType;
import dev.attest.Attest;
import org.testng.Reporter;
import org.testng.SkipException;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

import static org.testng.Assert.assertEquals;

public class StockTest {

    private static int calls;

    private Stock stock;

    @BeforeMethod
    public void open() {
        stock = new Stock();
    }

    @DataProvider
    public Object[][] deliveries() {
        return new Object[][] {{"apple", 12}, {"pear", 8}, {"melon", 3}};
    }

    @Test(dataProvider = "deliveries", groups = "delivery")
    public void countsWhatIsDelivered(String item, int count) {
        stock.deliver(item, count);

        assertEquals(stock.of(item), count);
    }

    @Test(groups = "delivery", expectedExceptions = IllegalArgumentException.class)
    public void refusesAnEmptyDelivery() {
        stock.deliver("apple", 0);
    }

    /** The supplier answers at the third call. */
    @Test(retryAnalyzer = TwiceMore.class)
    public void asksTheSupplierAgain() {
        calls++;
        Attest.attach("answer.txt", "call " + calls, AttachmentType.GENERAL_ATTACHMENT);
        Reporter.log("call " + calls + " to the supplier");

        assertEquals(calls, 3, "the supplier was busy");
    }

    @Test(description = "sells more than there is (fails on purpose)")
    public void sellsMoreThanThereIs() {
        stock.deliver("apple", 2);
        Reporter.log("two apples delivered");

        stock.sell("apple", 3);
    }

    @Test(dependsOnMethods = "sellsMoreThanThereIs")
    public void ordersWhatWasSold() {
        assertEquals(stock.of("apple"), 0);
    }

    @Test
    public void countsAtNight() {
        throw new SkipException("the shop is open");
    }

    @Test(enabled = false)
    public void countsReturns() {}

    @AfterMethod
    public void inventory() {
        if (!stock.inventory().isEmpty()) {
            Attest.attach("inventory.txt", stock.inventory(), AttachmentType.GENERAL_ATTACHMENT);
        }
    }
}
