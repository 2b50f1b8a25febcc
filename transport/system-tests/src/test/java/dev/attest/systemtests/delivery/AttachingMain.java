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
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** A JVM whose tests attach a file of random bytes each. It says of each that it is reported: that is a promise. */
final class AttachingMain {

    private AttachingMain() {}

    /** @param arguments name, number of tests, bytes of a file, milliseconds of a test */
    public static void main(String[] arguments) {
        String name = arguments[0];
        byte[] content = new byte[Integer.parseInt(arguments[2])];
        Duration pause = Duration.ofMillis(Long.parseLong(arguments[3]));
        Random random = new Random(name.hashCode());
        TestRecorder recorder = AttestRuntime.shared().planStarted(Map.of());
        for (int number = 1; number <= Integer.parseInt(arguments[1]); number++) {
            String test = name + "-" + number;
            random.nextBytes(content);
            recorder.started(test, new TestDescription(new TestId("disk", name, test, ""), test, List.of()));
            recorder.attach(test, "file of " + test, content.clone(), AttachmentType.GENERAL_ATTACHMENT);
            LockSupport.parkNanos(pause.toNanos());
            recorder.finished(test, Outcome.PASSED, null);
            System.out.println(test);
        }
        AttestRuntime.shared().planFinished();
        AttestRuntime.shared().sessionClosed();
    }
}
