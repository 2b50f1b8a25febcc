package shop;

import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Listeners;
import org.testng.annotations.Test;

/** A test whose set-up fails. */
@Listeners(Attaching.class)
public class FilesOfFailedSetUpTest {

    @BeforeMethod
    public void setUp() {
        throw new IllegalStateException("on purpose");
    }

    @Test
    public void never() {}
}
