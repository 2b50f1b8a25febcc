package dev.attest.systemtests.delivery;

import dev.attest.AttachmentType;
import dev.attest.internal.runtime.AttestRuntime;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.spi.TestRecorder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A JVM that reports tests of its own name, a few milliseconds each, and says of each that it is reported: from there
 * on it is a promise. With no tests it delivers what others left, as a replay does.
 */
final class CrowdMain {

    private CrowdMain() {}

    /** @param arguments name, number of tests */
    public static void main(String[] arguments) {
        TestRecorder recorder = AttestRuntime.shared().planStarted(Map.of());
        for (int number = 1; number <= Integer.parseInt(arguments[1]); number++) {
            String name = arguments[0] + "-" + number;
            recorder.started(name, new TestDescription(new TestId("crowd", arguments[0], name, ""), name, List.of()));
            if (number % 10 == 0) {
                recorder.attach(name, "file of " + name, "its bytes", AttachmentType.GENERAL_ATTACHMENT);
            }
            LockSupport.parkNanos(Duration.ofMillis(3).toNanos());
            recorder.finished(name, Outcome.PASSED, null);
            System.out.println(name);
        }
        AttestRuntime.shared().planFinished();
        AttestRuntime.shared().sessionClosed();
    }
}
