package shop;

import dev.attest.AttachmentType;
import dev.attest.Attest;
import java.util.concurrent.CountDownLatch;
import org.testng.annotations.Test;

/** A test times out, goes on all the same, and attaches a file while the next one runs. */
public class LateTest {

    private static final CountDownLatch NEXT_RUNS = new CountDownLatch(1);
    private static final CountDownLatch ATTACHED = new CountDownLatch(1);

    @Test(timeOut = 200)
    public void goesOnAfterItsEnd() {
        awaitWhatever(NEXT_RUNS);
        Attest.attach("late.txt", "of the first", AttachmentType.GENERAL_ATTACHMENT);
        ATTACHED.countDown();
    }

    @Test(dependsOnMethods = "goesOnAfterItsEnd", alwaysRun = true)
    public void runsMeanwhile() {
        NEXT_RUNS.countDown();
        awaitWhatever(ATTACHED);
        Attest.attach("own.txt", "of the second", AttachmentType.GENERAL_ATTACHMENT);
    }

    private static void awaitWhatever(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException timedOut) {
                // Goes on, as a test may that hangs in code which does the same.
            }
        }
    }
}
