package shop;

import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Listeners;

/** The same tests with a set-up and a tear-down. */
@Listeners(Attaching.class)
public class FilesAroundTest extends FilesTest {

    @BeforeMethod
    public void setUp() {}

    @AfterMethod
    public void tearDown() {}
}
