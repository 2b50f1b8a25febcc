package shop;

import java.time.Instant;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.powermock.core.classloader.annotations.PrepareForTest;
import org.powermock.modules.junit4.PowerMockRunner;

import static org.junit.Assert.fail;

/** PowerMock loads all of it once more. */
@RunWith(PowerMockRunner.class)
@PrepareForTest(Instant.class)
public class MockedTest {

    @Test
    public void fails() {
        new Evidence().run();
        fail("on purpose");
    }
}
